// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <utility>

#include "rascade/simulate/rate_program.hpp"

namespace rascade::simulate {
namespace {

using network::Reaction;
using network::SpeciesIndex;

/// What one reaction does to each species: molecules made less molecules used, without zeros and
/// without species that are held fixed.
std::map<std::size_t, double> net_change(const network::Network& network, const Reaction& reaction)
{
  std::map<std::size_t, double> change;
  for (const SpeciesIndex s : reaction.reactants) change[s] -= 1.0;
  for (const SpeciesIndex s : reaction.products) change[s] += 1.0;
  std::erase_if(change, [&](const std::pair<const std::size_t, double>& item) {
    return item.second == 0.0 || network.species[item.first].fixed;
  });
  return change;
}

bool is_elementary(const network::Network& network, const Reaction& reaction)
{
  return network.rate_laws[reaction.law].kind == model::RateLaw::Kind::elementary;
}

/// Gathers what the Jacobian is made of, reaction by reaction.
class SlopeBuilder {
 public:
  SlopeBuilder(const network::Network& network, const LawNodes& laws, Kinetics& kinetics)
      : network_(network), laws_(laws), kinetics_(kinetics)
  {
  }

  void add(std::size_t r)
  {
    const Reaction& reaction = network_.reactions[r];
    const std::map<std::size_t, double> change = net_change(network_, reaction);
    if (change.empty()) return;
    const LawNodes::Law& law = laws_.laws[laws_.of_reaction[r]];
    if (is_elementary(network_, reaction)) {
      for (std::size_t i = 0; i < reaction.reactants.size(); ++i) add_reactant(r, i, change);
    }
    for (const LawNodes::Slope& slope : law.by_amount) add_amount(r, slope, change);
    for (const LawNodes::Slope& slope : law.by_observable) add_law(r, slope, change);
  }

  void finish()
  {
    kinetics_.through = SparseRows::from(std::move(through_), through_rows_.size());
    const std::size_t before = kinetics_.reactant_slopes.size();
    for (Contribution& c : by_amount_) c.source += before;
    contributions_.insert(contributions_.end(), by_amount_.begin(), by_amount_.end());
    const std::size_t offset = before + kinetics_.amount_slopes.size();
    for (const auto& [place, row] : through_rows_) {
      for (const auto& [species, weight] : network_.observables[place.second].weights) {
        contributions_.push_back({species, place.first, offset + row, weight});
      }
    }
    lay_out_entries();
  }

 private:
  using Change = std::map<std::size_t, double>;
  struct Contribution {
    std::size_t column, row;  // of the Jacobian
    std::size_t source;
    double coefficient;
  };

  /// The product without the i-th reactant.
  void add_reactant(std::size_t r, std::size_t i, const Change& change)
  {
    const std::vector<SpeciesIndex>& reactants = network_.reactions[r].reactants;
    std::vector<SpeciesIndex> others = reactants;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
    const std::size_t entry = kinetics_.reactant_slopes.size();
    const std::size_t other = others.empty() ? network_.species.size() : others[0];
    kinetics_.reactant_slopes.push_back(
        {static_cast<std::uint32_t>(r), static_cast<std::uint32_t>(other)});
    for (std::size_t k = 1; k < others.size(); ++k) {
      kinetics_.further_slopes.push_back({static_cast<std::uint32_t>(entry), others[k].value});
    }
    for (const auto& [species, net] : change) {
      contributions_.push_back({reactants[i], species, entry, net});
    }
  }

  void add_amount(std::size_t r, const LawNodes::Slope& slope, const Change& change)
  {
    const std::size_t entry = kinetics_.amount_slopes.size();
    kinetics_.amount_slopes.push_back({static_cast<std::uint32_t>(r), slope.node.value});
    for (const auto& [species, net] : change) {
      by_amount_.push_back({slope.which, species, entry, net});
    }
  }

  void add_law(std::size_t r, const LawNodes::Slope& slope, const Change& change)
  {
    const std::size_t column = kinetics_.law_slopes.size();
    kinetics_.law_slopes.push_back({static_cast<std::uint32_t>(r), slope.node.value});
    for (const auto& [species, net] : change) {
      const auto place = std::pair(species, slope.which);
      const std::size_t row = through_rows_.try_emplace(place, through_rows_.size()).first->second;
      through_.push_back({row, column, net});
    }
  }

  void lay_out_entries()
  {
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> places;  // (column, row)
    const std::size_t n = network_.species.size();
    for (std::size_t i = 0; i < n; ++i) places.emplace(std::pair(i, i), 0);
    for (const Contribution& c : contributions_) places.emplace(std::pair(c.column, c.row), 0);
    kinetics_.sparsity.starts.assign(n + 1, 0);
    std::size_t next = 0;
    for (auto& [place, position] : places) {
      position = next++;
      ++kinetics_.sparsity.starts[place.first + 1];
      kinetics_.sparsity.rows.push_back(static_cast<std::int64_t>(place.second));
    }
    for (std::size_t j = 0; j < n; ++j) {
      kinetics_.sparsity.starts[j + 1] += kinetics_.sparsity.starts[j];
    }
    std::vector<Triplet> triplets;
    for (const Contribution& c : contributions_) {
      triplets.push_back({places.at(std::pair(c.column, c.row)), c.source, c.coefficient});
    }
    kinetics_.entries = SparseRows::from(std::move(triplets), next);
  }

  const network::Network& network_;
  const LawNodes& laws_;
  Kinetics& kinetics_;
  std::vector<Contribution> contributions_;
  std::vector<Contribution> by_amount_;  // sources counted within the amount slopes
  std::vector<Triplet> through_;
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> through_rows_;  // species, observable
};

void add_rate(const network::Network& network, const LawNodes& laws, std::size_t r, Kinetics& k)
{
  const Reaction& reaction = network.reactions[r];
  const std::size_t none = network.species.size();
  const std::size_t order = is_elementary(network, reaction) ? reaction.reactants.size() : 0;
  const LawNodes::Law& law = laws.laws[laws.of_reaction[r]];
  k.first.push_back(static_cast<std::uint32_t>(order > 0 ? reaction.reactants[0] : none));
  k.second.push_back(static_cast<std::uint32_t>(order > 1 ? reaction.reactants[1] : none));
  for (std::size_t i = 2; i < order; ++i) {
    k.further.push_back({static_cast<std::uint32_t>(r), reaction.reactants[i].value});
  }
  k.factors.push_back(reaction.factor);
  k.scales.push_back(laws.scales[r].value);
  k.laws.push_back(law.value.value);
  if (law.varying) k.varying.push_back(static_cast<std::uint32_t>(r));
}

}  // namespace

Kinetics compile_kinetics(const network::Network& network, const LawNodes& laws)
{
  Kinetics kinetics;
  std::vector<Triplet> change;
  SlopeBuilder slopes(network, laws, kinetics);
  for (std::size_t r = 0; r < network.reactions.size(); ++r) {
    add_rate(network, laws, r, kinetics);
    for (const auto& [species, net] : net_change(network, network.reactions[r])) {
      change.push_back({species, r, net});
    }
    slopes.add(r);
  }
  kinetics.change = SparseRows::from(std::move(change), network.species.size());
  slopes.finish();
  return kinetics;
}

}  // namespace rascade::simulate
