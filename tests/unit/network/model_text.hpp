// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

#include "rascade/language/parse_model.hpp"
#include "rascade/network/expand.hpp"

namespace rascade::network {

/// The blocks of a model, without their first and last lines.
struct ModelText {
  std::string types = "";
  std::string seeds = "";
  std::string rules = "";
  std::string observables = "";
  std::string functions = "";
  std::string parameters = "k 1\nl 2\n";
};

inline model::Model parse(const ModelText& text)
{
  const auto block = [](const std::string& name, const std::string& lines) {
    return "begin " + name + "\n" + lines + "\nend " + name + "\n";
  };
  auto model = language::parse_model(
      block("parameters", text.parameters) + block("molecule types", text.types) +
          block("seed species", text.seeds) + block("observables", text.observables) +
          block("functions", text.functions) + block("reaction rules", text.rules),
      "m.bngl");
  if (!model) throw std::runtime_error(to_string(model.diagnostics()));
  return *model;
}

inline Network expand_text(const ModelText& text)
{
  auto network = expand(parse(text));
  if (!network) throw std::runtime_error(to_string(network.diagnostics()));
  return *network;
}

inline std::vector<std::string> names_of(const Network& network,
                                         const std::vector<SpeciesIndex>& species)
{
  std::vector<std::string> names;
  for (const SpeciesIndex s : species) names.push_back(network.species[s].name);
  return names;
}

inline std::vector<std::string> species_names(const Network& network)
{
  std::vector<std::string> names;
  for (const NetworkSpecies& species : network.species) names.push_back(species.name);
  return names;
}

inline std::vector<double> factors(const Network& network)
{
  std::vector<double> result;
  for (const Reaction& reaction : network.reactions) result.push_back(reaction.factor);
  return result;
}

/// How often `part` occurs in `text`.
inline std::size_t count(const std::string& text, const std::string& part)
{
  std::size_t n = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++n;
  return n;
}

}  // namespace rascade::network
