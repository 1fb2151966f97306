// SPDX-License-Identifier: MIT
#include "rascade/reduce/reduce_network.hpp"

#include <cassert>
#include <numeric>
#include <string>
#include <utility>

#include <fmt/format.h>

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

ReducedNetwork reduce_marked(const Network& network)
{
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

/// An amount that is equal to no other, and an observable that weighs no other species.
Network with_marks(Network network, std::span<const std::size_t> settable, bool is_observed)
{
  for (std::size_t i = 0; i < settable.size(); ++i) {
    const std::string name = " settable " + std::to_string(i);  // none that a text can hold
    model::Expression& amount = network.species[settable[i]].amount;
    amount = {model::Expression::Kind::name, 0.0, name, {}, {}};
    if (!is_observed) continue;
    network.observables.push_back({name, {{network::SpeciesIndex(settable[i]), 1.0}}});
  }
  return network;
}

}  // namespace

ReducedNetwork reduce_network(const Network& network, std::span<const std::size_t> settable)
{
  const bool is_observed = !network.observables.empty();
  const Network marked = with_marks(network, settable, is_observed);
  ReducedNetwork result = is_observed ? reduce_marked(marked) : reduce_reversibly(marked);
  Network& now = result.reduction.network;
  now.observables.resize(network.observables.size());
  for (const std::size_t s : settable) {
    const auto place = static_cast<std::size_t>(result.reduction.place[s]);
    now.species[place].amount = network.species[s].amount;
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

std::string describe_sizes(const Network& reduced, const Network& whole)
{
  const auto share = [](std::size_t part, std::size_t of) {
    const double percent = of == 0 ? 100.0 : 100.0 * static_cast<double>(part) /
                                                 static_cast<double>(of);
    return fmt::format("{:.0f} %", percent);
  };
  const std::size_t species = reduced.species.size(), reactions = reduced.reactions.size();
  return fmt::format("{} of {} species ({}), {} of {} reactions ({})", species,
                     whole.species.size(), share(species, whole.species.size()), reactions,
                     whole.reactions.size(), share(reactions, whole.reactions.size()));
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
