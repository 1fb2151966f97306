// SPDX-License-Identifier: MIT
#include "rascade/reduce/select_outputs.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "rascade/base/text.hpp"

namespace rascade::reduce {
namespace {

using network::Network;

std::vector<std::string> output_names(const Network& network)
{
  std::vector<std::string> names;
  for (const network::NetworkObservable& o : network.observables) names.push_back(o.name);
  for (const model::Function& f : network.functions) names.push_back(f.name);
  return names;
}

std::unordered_set<std::string> needed_names(const Network& network,
                                             std::span<const std::string> asked)
{
  std::unordered_map<std::string, const model::Function*> functions;
  for (const model::Function& f : network.functions) functions[f.name] = &f;
  std::vector<std::string> open(asked.begin(), asked.end());
  for (const network::Reaction& reaction : network.reactions) {
    for (const model::Expression& arg : network.rate_laws[reaction.law].args) {
      for (std::string& name : model::names_in(arg)) open.push_back(std::move(name));
    }
  }
  std::unordered_set<std::string> needed;
  while (!open.empty()) {
    const std::string name = std::move(open.back());
    open.pop_back();
    if (!needed.insert(name).second) continue;
    const auto function = functions.find(name);
    if (function == functions.end()) continue;
    for (std::string& inner : model::names_in(function->second->value)) {
      open.push_back(std::move(inner));
    }
  }
  return needed;
}

}  // namespace

Checked<Network> select_outputs(Network network, std::span<const std::string> names)
{
  if (names.empty()) return network;
  const std::vector<std::string> known = output_names(network);
  std::vector<Diagnostic> unknown;
  for (const std::string& name : names) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    unknown.push_back({Severity::error, "E1841", {},
                       fmt::format("there is no observable or function '{}'", name),
                       suggest(name, known)});
  }
  if (!unknown.empty()) return unknown;
  const std::unordered_set<std::string> needed = needed_names(network, names);
  std::erase_if(network.observables, [&](const auto& o) { return !needed.contains(o.name); });
  std::erase_if(network.functions, [&](const auto& f) { return !needed.contains(f.name); });
  return network;
}

}  // namespace rascade::reduce
