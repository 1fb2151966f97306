// SPDX-License-Identifier: MIT
#include "rascade/protocol/species_tolerances.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <limits>
#include <unordered_map>

#include "rascade/language/parse_model.hpp"
#include "rascade/language/print_model.hpp"
#include "rascade/network/expand.hpp"

namespace rascade::protocol {
namespace {

using network::Network;

/// A model that says nothing but what species there are.
std::string species_text(const Network& network, const model::Model& types)
{
  model::Model bare;
  bare.parameters = types.parameters;
  bare.compartments = types.compartments;
  bare.molecule_types = types.molecule_types;
  std::string text = language::print_model(bare) + "\nbegin seed species\n";
  for (const network::NetworkSpecies& s : network.species) text += s.name + " 1\n";
  return text + "end seed species\n";
}

/// The names of those that the pattern is found in, by counting it.
std::vector<std::string> found_in(const std::string& species, const std::string& pattern)
{
  const auto model = language::parse_model(
      species + "begin observables\nMolecules found " + pattern + "\nend observables\n", "");
  if (!model) return {};
  const auto counted = network::expand(*model);
  if (!counted || counted->observables.size() != 1) return {};
  std::vector<std::string> names;
  for (const auto& [index, weight] : counted->observables[0].weights) {
    names.push_back(counted->species[index].name);
  }
  return names;
}

}  // namespace

Checked<std::vector<double>> absolute_tolerances(const Network& network, const model::Model& types,
                                                 std::span<const SpeciesTolerance> rows,
                                                 double otherwise)
{
  std::unordered_map<std::string, std::size_t> places;
  for (std::size_t s = 0; s < network.species.size(); ++s) places[network.species[s].name] = s;
  const std::string species = species_text(network, types);
  std::vector<double> result(network.species.size(), otherwise);
  std::vector<Diagnostic> mistakes;
  for (const SpeciesTolerance& row : rows) {
    std::vector<std::string> names{row.pattern};
    if (!places.contains(row.pattern)) names = found_in(species, row.pattern);
    std::erase_if(names, [&](const std::string& name) { return !places.contains(name); });
    if (names.empty()) {
      mistakes.push_back({Severity::error, "E1710", row.span,
                          fmt::format("the network has no species like {}", row.pattern),
                          "Give a species or a pattern as the model writes them."});
    }
    for (const std::string& name : names) result[places.at(name)] = row.absolute;
  }
  if (!mistakes.empty()) return mistakes;
  return result;
}

std::vector<double> least_of_each(std::span<const double> values,
                                  std::span<const std::int32_t> place, std::size_t num_places)
{
  assert(values.size() == place.size());
  std::vector<double> least(num_places, std::numeric_limits<double>::infinity());
  for (std::size_t s = 0; s < values.size(); ++s) {
    if (place[s] < 0) continue;
    double& at = least[static_cast<std::size_t>(place[s])];
    at = std::min(at, values[s]);
  }
  return least;
}

}  // namespace rascade::protocol
