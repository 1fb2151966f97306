// SPDX-License-Identifier: MIT
#include "rascade/reduce/drop_unreachable.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "rascade/reduce/reaction_terms.hpp"

namespace rascade::reduce {
namespace {

using network::Network;

bool is_number_zero(const model::Expression& e)
{
  return e.kind == model::Expression::Kind::number && e.number == 0.0;
}

/// Hill's law with an exponent of zero has a rate without its substrate, too.
bool needs_reactants(const Network& network, const network::Reaction& reaction)
{
  return network.rate_laws[reaction.law].kind != model::RateLaw::Kind::Hill;
}

std::vector<bool> reachable(const Network& network)
{
  const ReactionTerms terms = terms_of(network);
  std::vector<std::size_t> missing(terms.terms.size(), 0);  // reactants that are not there yet
  std::vector<std::vector<std::size_t>> waiting(network.species.size());
  std::vector<bool> is_there(network.species.size(), false);
  std::vector<std::size_t> arrived;
  const auto arrive = [&](std::size_t s) {
    if (is_there[s]) return;
    is_there[s] = true;
    arrived.push_back(s);
  };
  const auto go = [&](std::size_t r) {
    for (const auto& [species, count] : terms.terms[r].change) arrive(species);
  };
  for (std::size_t s = 0; s < network.species.size(); ++s) {
    if (!is_number_zero(network.species[s].amount)) arrive(s);
  }
  for (std::size_t r = 0; r < terms.terms.size(); ++r) {
    if (needs_reactants(network, network.reactions[r])) {
      missing[r] = terms.terms[r].reactants.size();
      for (const std::uint32_t s : terms.terms[r].reactants) waiting[s].push_back(r);
    }
    if (missing[r] == 0) go(r);
  }
  while (!arrived.empty()) {
    const std::size_t s = arrived.back();
    arrived.pop_back();
    for (const std::size_t r : waiting[s]) {
      if (--missing[r] == 0) go(r);
    }
  }
  return is_there;
}

}  // namespace

Reduction drop_unreachable(const Network& network)
{
  return keep(network, reachable(network));
}

}  // namespace rascade::reduce
