// SPDX-License-Identifier: MIT
#include "rascade/reduce/lump_backward.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "rascade/reduce/blocks.hpp"
#include "rascade/reduce/reaction_terms.hpp"

namespace rascade::reduce {
namespace {

using network::Network;

/// Equal formulas at the start. Fixed species stay apart: their rate is zero whatever reacts.
std::vector<std::uint32_t> keys_by_amount(const Network& network)
{
  Numbering<std::pair<bool, std::string>> number;
  std::vector<std::uint32_t> keys;
  for (const network::NetworkSpecies& s : network.species) {
    keys.push_back(number({s.fixed, model::to_string(s.amount)}));
  }
  return keys;
}

/// What a term is where amounts are equal within blocks: the reactants' blocks, numbered.
std::vector<std::uint32_t> monomials(const ReactionTerms& terms,
                                     const std::vector<std::uint32_t>& blocks)
{
  Numbering<std::vector<std::uint32_t>> number;
  std::vector<std::uint32_t> result;
  std::vector<std::uint32_t> reactants;
  for (const ReactionTerm& term : terms.terms) {
    reactants.clear();
    for (const std::uint32_t s : term.reactants) reactants.push_back(blocks[s]);
    if (term.is_elementary) std::sort(reactants.begin(), reactants.end());
    result.push_back(number(reactants));
  }
  return result;
}

/// dx/dt of each species, on the blocks.
std::vector<Combination> slopes(const ReactionTerms& terms,
                                const std::vector<std::uint32_t>& blocks)
{
  const std::vector<std::uint32_t> monomial = monomials(terms, blocks);
  std::vector<Combination> result(blocks.size());
  for (std::size_t r = 0; r < terms.terms.size(); ++r) {
    const ReactionTerm& term = terms.terms[r];
    for (const auto& [species, count] : term.change) {
      result[species].push_back({{monomial[r], term.symbol}, term.factor * count});
    }
  }
  for (Combination& slope : result) tidy(slope);
  return result;
}

}  // namespace

std::vector<std::int32_t> backward_blocks(const Network& network)
{
  const ReactionTerms terms = terms_of(network);
  std::vector<std::uint32_t> blocks = keys_by_amount(network);
  for (std::size_t num_blocks = 0;;) {
    const std::vector<Combination> rates = slopes(terms, blocks);
    Numbering<std::pair<std::uint32_t, Combination>> number;
    std::vector<std::uint32_t> finer;
    for (std::size_t s = 0; s < blocks.size(); ++s) finer.push_back(number({blocks[s], rates[s]}));
    const auto last = std::max_element(finer.begin(), finer.end());
    const std::size_t now = last == finer.end() ? 0 : *last + std::size_t{1};
    blocks = std::move(finer);
    if (now == num_blocks) break;
    num_blocks = now;
  }
  return {blocks.begin(), blocks.end()};
}

Reduction lump_backward(const Network& network)
{
  return collapse(network, backward_blocks(network), Meaning::copy);
}

}  // namespace rascade::reduce
