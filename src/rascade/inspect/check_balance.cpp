// SPDX-License-Identifier: MIT
#include "rascade/inspect/check_balance.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "rascade/inspect/describe.hpp"
#include "rascade/inspect/rate_constants.hpp"

namespace rascade::inspect {
namespace {

using network::Reaction;
using network::SpeciesIndex;
using Sparse = std::map<std::size_t, double>;

constexpr double tolerance = 1e-6;
constexpr double nothing = 1e-9;  // of stoichiometric numbers, which are small whole ones
constexpr std::size_t most_reports = 5;

struct Pair {
  std::size_t forward, backward;  // reactions
  double log_ratio;               // of their rate constants
};

struct Cycle {
  Sparse turns;  // of each pair; negative: backward
  double log_product = 0.0;
};

void add_multiple(const Sparse& from, double times, Sparse& to)
{
  for (const auto& [i, value] : from) {
    double& sum = to[i];
    sum += times * value;
    if (std::abs(sum) < nothing) to.erase(i);
  }
}

class PairMaker {
 public:
  PairMaker(const model::Model& model, const network::Network& network)
      : model_(model), network_(network), rates_(rate_constants(network))
  {
    for (std::size_t i = 0; i < network.reactions.size(); ++i) {
      const Reaction& r = network.reactions[i];
      if (rates_[i] > 0.0) known_[{r.reactants, r.products}].push_back(i);
    }
  }

  [[nodiscard]] std::vector<Pair> pairs() const
  {
    std::vector<Pair> result;
    std::set<std::size_t> taken;
    for (std::size_t i = 0; i < network_.reactions.size(); ++i) {
      if (!(rates_[i] > 0.0) || taken.contains(i)) continue;
      const Reaction& r = network_.reactions[i];
      const auto back = known_.find({r.products, r.reactants});
      if (back == known_.end() || r.products == r.reactants) continue;
      const auto partner = std::find_if(
          back->second.begin(), back->second.end(), [&](std::size_t j) {
            return !taken.contains(j) && is_way_back(r, network_.reactions[j]);
          });
      if (partner == back->second.end()) continue;
      taken.insert(i);
      taken.insert(*partner);
      result.push_back({i, *partner, std::log(rates_[i] / rates_[*partner])});
    }
    return result;
  }

 private:
  /// The rule that `<->` made together with this one; itself if it stands alone.
  [[nodiscard]] std::size_t twin(std::size_t rule) const
  {
    if (model_.rules[rule].is_reverse) return rule - 1;
    const bool has_twin = rule + 1 < model_.rules.size() && model_.rules[rule + 1].is_reverse;
    return has_twin ? rule + 1 : rule;
  }

  [[nodiscard]] bool is_way_back(const Reaction& forward, const Reaction& backward) const
  {
    const std::size_t expected = twin(forward.rule);
    if (expected != forward.rule) return backward.rule == expected;
    return twin(backward.rule) == backward.rule;
  }

  const model::Model& model_;
  const network::Network& network_;
  std::vector<double> rates_;
  std::map<std::pair<std::vector<SpeciesIndex>, std::vector<SpeciesIndex>>,
           std::vector<std::size_t>> known_;
};

Sparse change_by(const Reaction& reaction)
{
  Sparse change;
  for (const SpeciesIndex s : reaction.reactants) add_multiple({{s, 1.0}}, -1.0, change);
  for (const SpeciesIndex s : reaction.products) add_multiple({{s, 1.0}}, 1.0, change);
  return change;
}

/// Elimination, the species found last first: what each makes of it is a way back to the seeds, so
/// cycles come out short.
std::vector<Cycle> cycles_of(const std::vector<Pair>& pairs, const network::Network& network)
{
  struct Row {
    Sparse change, turns;
  };
  std::map<std::size_t, Row> rows;  // by their last species
  std::vector<Cycle> cycles;
  for (std::size_t p = 0; p < pairs.size(); ++p) {
    Row row{change_by(network.reactions[pairs[p].forward]), {{p, 1.0}}};
    while (!row.change.empty()) {
      const auto [species, number] = *row.change.rbegin();
      const auto known = rows.find(species);
      if (known == rows.end()) {
        rows.emplace(species, std::move(row));
        break;
      }
      const double times = -number / known->second.change.rbegin()->second;
      add_multiple(known->second.turns, times, row.turns);
      add_multiple(known->second.change, times, row.change);
    }
    if (row.turns.empty() || !row.change.empty()) continue;
    cycles.push_back({std::move(row.turns), 0.0});
  }
  return cycles;
}

/// Whole numbers of turns, as small as they can be, and what the ratios multiply to.
void complete(Cycle& cycle, const std::vector<Pair>& pairs)
{
  double least = std::numeric_limits<double>::infinity();
  for (const auto& [pair, turns] : cycle.turns) least = std::min(least, std::abs(turns));
  for (auto& [pair, turns] : cycle.turns) {
    turns /= least;
    cycle.log_product += turns * pairs[pair].log_ratio;
  }
}

std::string side_text(const std::vector<SpeciesIndex>& side, const network::Network& network)
{
  std::string text;
  for (const SpeciesIndex s : side) {
    if (!text.empty()) text += " + ";
    text += network.species[s].name;
  }
  return text.empty() ? "0" : text;
}

std::string steps_text(const Cycle& cycle, const std::vector<Pair>& pairs,
                       const network::Network& network)
{
  std::string text;
  for (const auto& [pair, turns] : cycle.turns) {
    const Reaction& r =
        network.reactions[turns > 0.0 ? pairs[pair].forward : pairs[pair].backward];
    if (!text.empty()) text += "; ";
    if (std::abs(std::abs(turns) - 1.0) > nothing) text += fmt::format("{:g} times ", std::abs(turns));
    text += side_text(r.reactants, network) + " -> " + side_text(r.products, network);
  }
  return text;
}

}  // namespace

Balance check_balance(const model::Model& model, const network::Network& network)
{
  const std::vector<Pair> pairs = PairMaker(model, network).pairs();
  Balance balance;
  balance.num_pairs = pairs.size();
  balance.num_left_out = network.reactions.size() - 2 * pairs.size();
  std::vector<Cycle> cycles = cycles_of(pairs, network);
  balance.num_cycles = cycles.size();
  for (Cycle& cycle : cycles) complete(cycle, pairs);
  std::stable_sort(cycles.begin(), cycles.end(), [](const Cycle& a, const Cycle& b) {
    return a.turns.size() < b.turns.size();
  });
  std::set<std::set<std::size_t>> reported;  // rules of cycles
  for (const Cycle& cycle : cycles) {
    if (std::abs(std::expm1(cycle.log_product)) <= tolerance) continue;
    ++balance.num_unclosed;
    std::set<std::size_t> rules;
    for (const auto& [pair, turns] : cycle.turns) {
      rules.insert(network.reactions[pairs[pair].forward].rule);
    }
    // A longer cycle of the same rules and others tells nothing new.
    const bool is_known = std::any_of(reported.begin(), reported.end(), [&](const auto& known) {
      return std::includes(rules.begin(), rules.end(), known.begin(), known.end());
    });
    if (is_known || reported.size() == most_reports) continue;
    reported.insert(rules);
    balance.diagnostics.push_back(
        {Severity::warning, "W1907", model.rules[*rules.rbegin()].span,
         fmt::format("the rates do not close around a cycle: forward over backward multiplies to "
                     "{:.6g} instead of 1 along {}", std::exp(cycle.log_product),
                     steps_text(cycle, pairs, network)),
         "Nothing drives a cycle of bindings: make one constant follow from the others, or write "
         "the cooperativity as an energy pattern. If energy is spent here, this is as meant."});
  }
  return balance;
}

}  // namespace rascade::inspect
