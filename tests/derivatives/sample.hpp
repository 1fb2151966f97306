// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <random>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "rascade/language/parse_model.hpp"
#include "rascade/network/expand.hpp"
#include "rascade/simulate/rate_system.hpp"
#include "rascade/simulate/slope_system.hpp"

namespace rascade::derivatives {

/// Some of the parameters that are numbers other than zero, the same ones for the same seed.
inline std::vector<simulate::Unknown> sample_parameters(const network::Network& network,
                                                        const std::vector<std::string>& inputs,
                                                        std::size_t count, std::uint32_t seed)
{
  std::vector<simulate::Unknown> all;
  for (std::size_t p = 0; p < network.parameters.size(); ++p) {
    const model::Parameter& parameter = network.parameters[p];
    const bool is_input = std::find(inputs.begin(), inputs.end(), parameter.name) != inputs.end();
    const bool is_number = parameter.value.kind == model::Expression::Kind::number;
    if (is_input || !is_number || parameter.value.number == 0.0) continue;
    all.push_back({simulate::Unknown::Kind::parameter, p});
  }
  std::mt19937 engine(seed);
  std::vector<simulate::Unknown> chosen;
  while (chosen.size() < count && !all.empty()) {
    const auto place = all.begin() + static_cast<std::ptrdiff_t>(engine() % all.size());
    chosen.push_back(*place);
    all.erase(place);
  }
  return chosen;
}

/// A model of the repository, expanded; a mistake in it fails the test with the whole list.
inline network::Network network_of_file(const std::string& path)
{
  std::ifstream in(std::string(RASCADE_SOURCE_DIR) + "/" + path);
  std::ostringstream text;
  text << in.rdbuf();
  const auto document = language::parse_document(text.str(), path);
  if (!document) throw std::runtime_error(to_string(document.diagnostics()));
  auto network = network::expand(document->model);
  if (!network) throw std::runtime_error(to_string(network.diagnostics()));
  return *std::move(network);
}

inline simulate::RateSystem compile(const network::Network& network,
                                    const std::vector<std::string>& inputs = {})
{
  auto system = simulate::RateSystem::compile(network, inputs);
  if (!system) throw std::runtime_error(to_string(system.diagnostics()));
  return *std::move(system);
}

}  // namespace rascade::derivatives
