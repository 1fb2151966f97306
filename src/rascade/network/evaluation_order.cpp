// SPDX-License-Identifier: MIT
#include "rascade/network/evaluation_order.hpp"

#include <cstddef>
#include <functional>
#include <queue>
#include <string>
#include <unordered_map>

namespace rascade::network {
namespace {

/// Always the first formula whose needs are met. Without recursion: chains may be as long as the
/// model.
template <class Formula>
std::vector<Formula> sorted(const std::vector<Formula>& formulas)
{
  std::unordered_map<std::string, std::size_t> position;
  for (std::size_t i = 0; i < formulas.size(); ++i) position.emplace(formulas[i].name, i);
  std::vector<std::vector<std::size_t>> needed_by(formulas.size());
  std::vector<std::size_t> missing(formulas.size());
  for (std::size_t i = 0; i < formulas.size(); ++i) {
    for (const std::string& name : model::names_in(formulas[i].value)) {
      const auto found = position.find(name);
      if (found == position.end()) continue;
      needed_by[found->second].push_back(i);
      ++missing[i];
    }
  }
  std::priority_queue<std::size_t, std::vector<std::size_t>, std::greater<>> ready;
  for (std::size_t i = 0; i < formulas.size(); ++i) {
    if (missing[i] == 0) ready.push(i);
  }
  std::vector<Formula> result;
  while (!ready.empty()) {
    const std::size_t i = ready.top();
    ready.pop();
    result.push_back(formulas[i]);
    for (const std::size_t j : needed_by[i]) {
      if (--missing[j] == 0) ready.push(j);
    }
  }
  return result;
}

}  // namespace

std::vector<model::Parameter> evaluation_order(const std::vector<model::Parameter>& parameters)
{
  return sorted(parameters);
}

std::vector<model::Function> evaluation_order(const std::vector<model::Function>& functions)
{
  return sorted(functions);
}

}  // namespace rascade::network
