// SPDX-License-Identifier: MIT
#include "rascade/reduce/reaction_terms.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "rascade/reduce/blocks.hpp"

namespace rascade::reduce {
namespace {

using network::Network;
using network::Reaction;

std::string text_of(const model::RateLaw& law)
{
  std::string text = std::to_string(static_cast<int>(law.kind));
  for (const model::Expression& arg : law.args) text += '\n' + model::to_string(arg);
  return text;
}

template <class T, class Text>
std::vector<std::uint32_t> numbers_of(const std::vector<T>& things, const Text& text)
{
  Numbering<std::string> number;
  std::vector<std::uint32_t> numbers;
  for (const T& thing : things) numbers.push_back(number(text(thing)));
  return numbers;
}

std::vector<std::pair<std::uint32_t, int>> change_of(const Reaction& reaction,
                                                     const Network& network)
{
  std::map<std::uint32_t, int> net;
  for (const network::SpeciesIndex s : reaction.reactants) --net[s.value];
  for (const network::SpeciesIndex s : reaction.products) ++net[s.value];
  std::vector<std::pair<std::uint32_t, int>> change;
  for (const auto& [species, count] : net) {
    if (count != 0 && !network.species[species].fixed) change.emplace_back(species, count);
  }
  return change;
}

}  // namespace

ReactionTerms terms_of(const Network& network)
{
  const std::vector<std::uint32_t> laws = numbers_of(network.rate_laws, text_of);
  const std::vector<std::uint32_t> scales =
      numbers_of(network.scales, [](const model::Expression& e) { return model::to_string(e); });
  Numbering<std::pair<std::uint32_t, std::size_t>> symbol;
  ReactionTerms result;
  result.changing.resize(network.species.size());
  for (const Reaction& reaction : network.reactions) {
    const bool is_scaled = reaction.scale != network::no_scale;
    // 0: none
    const std::size_t scale =
        is_scaled ? scales[static_cast<std::size_t>(reaction.scale)] + std::size_t{1} : 0;
    ReactionTerm term;
    term.factor = reaction.factor;
    term.symbol = symbol({laws[reaction.law], scale});
    term.is_elementary =
        network.rate_laws[reaction.law].kind == model::RateLaw::Kind::elementary;
    for (const network::SpeciesIndex s : reaction.reactants) term.reactants.push_back(s.value);
    term.change = change_of(reaction, network);
    for (const auto& [species, count] : term.change) {
      result.changing[species].push_back(static_cast<std::uint32_t>(result.terms.size()));
    }
    result.terms.push_back(std::move(term));
  }
  return result;
}

void tidy(Combination& combination)
{
  std::sort(combination.begin(), combination.end());
  std::size_t kept = 0;
  for (std::size_t i = 0; i < combination.size();) {
    auto sum = combination[i];
    for (++i; i < combination.size() && combination[i].first == sum.first; ++i) {
      sum.second += combination[i].second;
    }
    if (sum.second != 0.0) combination[kept++] = sum;
  }
  combination.resize(kept);
}

}  // namespace rascade::reduce
