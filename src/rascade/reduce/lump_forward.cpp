// SPDX-License-Identifier: MIT
#include "rascade/reduce/lump_forward.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

#include "rascade/reduce/blocks.hpp"
#include "rascade/reduce/reaction_terms.hpp"

namespace rascade::reduce {
namespace {

using network::Network;

/// Species with equal keys may share a block: equal weights in all observables.
std::vector<std::uint32_t> keys_by_weight(const Network& network)
{
  std::vector<std::vector<std::pair<std::size_t, double>>> weights(network.species.size());
  for (std::size_t o = 0; o < network.observables.size(); ++o) {
    for (const auto& [species, weight] : network.observables[o].weights) {
      if (weight != 0.0) weights[species].emplace_back(o, weight);
    }
  }
  std::vector<bool> is_alone;
  for (const network::NetworkSpecies& s : network.species) is_alone.push_back(s.fixed);
  for (const network::Reaction& reaction : network.reactions) {
    if (network.rate_laws[reaction.law].kind == model::RateLaw::Kind::elementary) continue;
    for (const network::SpeciesIndex s : reaction.reactants) is_alone[s] = true;
  }
  constexpr std::size_t shared = 0;
  Numbering<std::pair<std::size_t, std::vector<std::pair<std::size_t, double>>>> number;
  std::vector<std::uint32_t> keys;
  for (std::size_t s = 0; s < network.species.size(); ++s) {
    keys.push_back(number({is_alone[s] ? s + 1 : shared, weights[s]}));
  }
  return keys;
}

/// d(reaction's monomial)/d(amount of `species`) = count * the other reactants' product.
struct Slope {
  std::uint32_t species;
  std::uint32_t others;  // numbered
  double count;          // times the reaction's factor
};

class Refiner {
 public:
  explicit Refiner(const Network& network)
      : terms_(terms_of(network)), blocks_(keys_by_weight(network)), effects_(network.species.size())
  {
    Numbering<std::vector<std::uint32_t>> number;
    for (const ReactionTerm& term : terms_.terms) slopes_.push_back(slopes_of(term, number));
    last_splitter_.assign(terms_.terms.size(), 0);
    net_.assign(terms_.terms.size(), 0);
  }

  std::vector<std::int32_t> run()
  {
    for (std::uint32_t block = 0; block < blocks_.size(); ++block) queue_.push_back(block);
    is_queued_.assign(blocks_.size(), true);
    while (!queue_.empty()) {
      const std::uint32_t block = queue_.back();
      queue_.pop_back();
      is_queued_[block] = false;
      split_by(block);
    }
    return blocks_.places();
  }

 private:
  static std::vector<Slope> slopes_of(const ReactionTerm& term,
                                      Numbering<std::vector<std::uint32_t>>& number)
  {
    std::vector<Slope> slopes;
    if (!term.is_elementary) return slopes;  // its reactants stay alone
    for (std::size_t i = 0; i < term.reactants.size(); ++i) {
      if (i > 0 && term.reactants[i] == term.reactants[i - 1]) {
        slopes.back().count += term.factor;
        continue;
      }
      std::vector<std::uint32_t> others = term.reactants;
      others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
      slopes.push_back({term.reactants[i], number(others), term.factor});
    }
    return slopes;
  }

  /// Separates species with unlike effects on the sum of the block.
  void split_by(std::uint32_t splitter)
  {
    ++round_;
    std::vector<std::uint32_t> reactions;
    for (const std::uint32_t species : blocks_.members(splitter)) {
      for (const std::uint32_t r : terms_.changing[species]) {
        if (std::exchange(last_splitter_[r], round_) != round_) {
          reactions.push_back(r);
          net_[r] = 0;
        }
        const auto& change = terms_.terms[r].change;
        net_[r] += std::lower_bound(change.begin(), change.end(), std::pair(species, -1000000))->second;
      }
    }
    std::vector<std::uint32_t> touched;
    for (const std::uint32_t r : reactions) {
      if (net_[r] == 0) continue;
      for (const Slope& slope : slopes_[r]) {
        if (effects_[slope.species].empty()) touched.push_back(slope.species);
        effects_[slope.species].push_back({{slope.others, terms_.terms[r].symbol},
                                           slope.count * net_[r]});
      }
    }
    separate(touched);
    for (const std::uint32_t species : touched) effects_[species].clear();
  }

  void separate(const std::vector<std::uint32_t>& touched)
  {
    std::map<std::pair<std::uint32_t, Combination>, std::vector<std::uint32_t>> groups;
    for (const std::uint32_t species : touched) {
      tidy(effects_[species]);
      if (effects_[species].empty()) continue;  // stays with those that have no effect
      groups[{blocks_.block_of(species), effects_[species]}].push_back(species);
    }
    std::map<std::uint32_t, std::vector<std::uint32_t>> parts;  // of each block: itself, then new ones
    for (const auto& [key, members] : groups) {
      std::vector<std::uint32_t>& of = parts[key.first];
      if (of.empty()) of.push_back(key.first);
      if (members.size() == blocks_.members(key.first).size()) continue;
      of.push_back(blocks_.split(members));
    }
    for (const auto& [block, of] : parts) queue_parts(of);
  }

  /// An effect on the whole is the sum of those on its parts: one of them need not be looked at,
  /// unless the whole has not been.
  void queue_parts(const std::vector<std::uint32_t>& parts)
  {
    is_queued_.resize(blocks_.size(), false);
    const bool was_queued = is_queued_[parts[0]];
    const auto largest = std::max_element(
        parts.begin(), parts.end(), [&](std::uint32_t a, std::uint32_t b) {
          return blocks_.members(a).size() < blocks_.members(b).size();
        });
    for (const std::uint32_t part : parts) {
      if (is_queued_[part] || (!was_queued && part == *largest)) continue;
      is_queued_[part] = true;
      queue_.push_back(part);
    }
  }

  ReactionTerms terms_;
  Blocks blocks_;
  std::vector<std::vector<Slope>> slopes_;   // [n_reactions]
  std::vector<Combination> effects_;         // [n_species], of the present splitter's round
  std::vector<std::uint64_t> last_splitter_; // [n_reactions], the round it was last met in
  std::vector<int> net_;                     // [n_reactions], change of the splitter
  std::vector<std::uint32_t> queue_;
  std::vector<bool> is_queued_;              // [n_blocks]
  std::uint64_t round_ = 0;
};

}  // namespace

std::vector<std::int32_t> forward_blocks(const Network& network) { return Refiner(network).run(); }

Reduction lump_forward(const Network& network)
{
  return collapse(network, forward_blocks(network), Meaning::sum);
}

}  // namespace rascade::reduce
