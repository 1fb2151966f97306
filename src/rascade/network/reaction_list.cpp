// SPDX-License-Identifier: MIT
#include "rascade/network/reaction_list.hpp"

#include <cstdint>
#include <utility>

namespace rascade::network {
namespace {

std::uint64_t mix(std::uint64_t hash, std::uint64_t value)
{
  hash = (hash ^ value) * 0x9ddfea08eb382d69U;
  return hash ^ (hash >> 47U);
}

std::uint64_t hash_of(const Reaction& reaction)
{
  std::uint64_t hash = mix(reaction.law.value, reaction.reactants.size());
  for (const SpeciesIndex s : reaction.reactants) hash = mix(hash, s.value);
  for (const SpeciesIndex s : reaction.products) hash = mix(hash, s.value);
  return mix(hash, reaction.products.size());
}

bool is_same(const Reaction& a, const Reaction& b)
{
  return a.law == b.law && a.scale == b.scale && a.reactants == b.reactants &&
         a.products == b.products;
}

}  // namespace

void ReactionList::add(Reaction reaction)
{
  const std::uint64_t hash = hash_of(reaction);
  const auto known =
      index_.find(hash, [&](std::uint32_t i) { return is_same(reactions_[i], reaction); });
  if (known) {
    reactions_[*known].factor += reaction.factor;
    return;
  }
  index_.insert(hash, static_cast<std::uint32_t>(reactions_.size()));
  num_bytes_ += sizeof(Reaction) +
                (reaction.reactants.size() + reaction.products.size()) * sizeof(SpeciesIndex);
  reactions_.push_back(std::move(reaction));
}

}  // namespace rascade::network
