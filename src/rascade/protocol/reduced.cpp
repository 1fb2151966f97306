// SPDX-License-Identifier: MIT
#include <map>
#include <utility>

#include "rascade/network/print_net.hpp"
#include "rascade/protocol/mistake.hpp"
#include "rascade/protocol/state.hpp"
#include "rascade/reduce/reduce_network.hpp"

namespace rascade::protocol {
/// The smallest network for all simulations to come: species whose amounts actions set stay alone,
/// so that these amounts can be set, and count as there. Amounts set before are kept.
void State::take_reduced(network::Network made)
{
  if (network && has_run) {
    throw Mistake("E1709", here,
                  "the network is made anew after a simulation, and the amounts of a "
                  "reduced one are not those of its species",
                  "Leave --reduce out.");
  }
  std::map<std::size_t, model::Expression> set;
  for (const std::string& pattern : set_species) {
    const auto index = index_of(made, pattern, here);
    if (!index) continue;
    const auto before = network ? index_of(*network, pattern, here) : std::nullopt;
    set[*index] = before ? amounts[*before] : made.species[*index].amount;
  }
  std::vector<std::size_t> settable;
  for (const auto& [index, amount] : set) settable.push_back(index);
  reduce::ReducedNetwork reduced = reduce::reduce_network(made, settable);
  network = std::move(reduced.reduction.network);
  say("Reduced: " + reduce::describe_sizes(*network, made));
  whole = Whole{std::move(made), std::move(reduced.reduction.place)};
  amounts.clear();
  for (const network::NetworkSpecies& species : network->species) amounts.push_back(species.amount);
  for (const auto& [index, amount] : set) {
    amounts[static_cast<std::size_t>(whole->place[index])] = amount;
  }
  system_.reset();
  has_run = false;
}

/// Until something has run, amounts are those of the seeds, or were set.
network::Network State::network_now()
{
  need_network();
  network::Network now = whole ? whole->network : *network;
  if (!knows_all_amounts()) {
    throw Mistake("E1709", here,
                  "the amounts of all species are not known after a reduced simulation",
                  "Leave --reduce out, or write the network before the first simulation.");
  }
  if (!whole) {
    for (std::size_t i = 0; i < amounts.size(); ++i) now.species[i].amount = amounts[i];
    return now;
  }
  for (const std::string& pattern : set_species) {
    const auto index = index_of(whole->network, pattern, here);
    if (!index) continue;
    now.species[*index].amount = amounts[static_cast<std::size_t>(whole->place[*index])];
  }
  return now;
}

void State::write_net(const std::string& path) { write(path, network::print_net(network_now())); }

}  // namespace rascade::protocol
