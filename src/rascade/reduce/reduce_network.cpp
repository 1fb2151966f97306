// SPDX-License-Identifier: MIT
#include "rascade/reduce/reduce_network.hpp"

#include <cassert>
#include <numeric>
#include <utility>

#include "rascade/reduce/drop_unreachable.hpp"
#include "rascade/reduce/drop_unseen.hpp"
#include "rascade/reduce/lump_backward.hpp"
#include "rascade/reduce/lump_forward.hpp"

namespace rascade::reduce {
namespace {

using network::Network;

ReducedNetwork unreduced(const Network& network)
{
  ReducedNetwork result{{network, {}}, {}};
  result.reduction.place.resize(network.species.size());
  std::iota(result.reduction.place.begin(), result.reduction.place.end(), 0);
  return result;
}

void follow(ReducedNetwork& so_far, const char* name, Reduction step)
{
  for (std::int32_t& place : so_far.reduction.place) {
    if (place != gone) place = step.place[static_cast<std::size_t>(place)];
  }
  Network& now = so_far.reduction.network;
  const auto size = [&] { return std::pair(now.species.size(), now.reactions.size()); };
  const auto before = size();
  now = std::move(step.network);
  if (size() != before) so_far.steps.push_back({name, now.species.size(), now.reactions.size()});
}

}  // namespace

ReducedNetwork reduce_network(const Network& network)
{
  if (network.observables.empty()) return reduce_reversibly(network);
  ReducedNetwork result = unreduced(network);
  const Network& now = result.reduction.network;
  follow(result, "unreachable", drop_unreachable(now));
  for (std::size_t before = now.species.size() + 1; now.species.size() < before;) {
    before = now.species.size();
    follow(result, "unseen", drop_unseen(now));
    follow(result, "forward", lump_forward(now));
    follow(result, "backward", lump_backward(now));
  }
  return result;
}

ReducedNetwork reduce_reversibly(const Network& network)
{
  ReducedNetwork result = unreduced(network);
  const Network& now = result.reduction.network;
  follow(result, "unreachable", drop_unreachable(now));
  follow(result, "backward", lump_backward(now));
  return result;
}

std::vector<double> lift(const Reduction& reduction, std::span<const double> amounts)
{
  assert(amounts.size() == reduction.network.species.size());
  std::vector<double> all;
  for (const std::int32_t place : reduction.place) {
    all.push_back(place == gone ? 0.0 : amounts[static_cast<std::size_t>(place)]);
  }
  return all;
}

}  // namespace rascade::reduce
