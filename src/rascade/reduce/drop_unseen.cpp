// SPDX-License-Identifier: MIT
#include "rascade/reduce/drop_unseen.hpp"

#include <cstddef>
#include <utility>

#include "rascade/reduce/reaction_terms.hpp"

namespace rascade::reduce {

Reduction drop_unseen(const network::Network& network)
{
  const ReactionTerms terms = terms_of(network);
  std::vector<bool> is_seen(network.species.size(), false);
  std::vector<std::size_t> found;
  const auto see = [&](std::size_t s) {
    if (is_seen[s]) return;
    is_seen[s] = true;
    found.push_back(s);
  };
  for (const network::NetworkObservable& observable : network.observables) {
    for (const auto& [species, weight] : observable.weights) {
      if (weight != 0.0) see(species);
    }
  }
  while (!found.empty()) {
    const std::size_t s = found.back();
    found.pop_back();
    for (const std::uint32_t r : terms.changing[s]) {
      for (const std::uint32_t reactant : terms.terms[r].reactants) see(reactant);
    }
  }
  return keep(network, is_seen);
}

}  // namespace rascade::reduce
