// SPDX-License-Identifier: MIT
#include "rascade/plan/sources.hpp"

#include <map>

namespace rascade::plan {
namespace {

using Keys = std::set<std::string>;

void add_all(const std::map<std::string, knowledge::Quantity>& quantities, Keys& keys)
{
  for (const auto& [name, quantity] : quantities) keys.insert(quantity.origin.source);
}

void add_model(const pathway::Assembly& assembly, Keys& keys)
{
  for (const pathway::Recipe& recipe : assembly.recipes) {
    for (const pathway::Recipe::Part& part : recipe.parts)
      keys.insert(part.quantity->origin.source);
    for (const pathway::Recipe::Effect& e : recipe.effects) keys.insert(e.quantity->origin.source);
  }
}

}  // namespace

std::set<std::string> sources_of(const Arm& arm)
{
  Keys keys;
  add_model(arm.parent, keys);
  add_model(arm.normal, keys);
  for (const pathway::Assembly& clone : arm.clones) add_model(clone, keys);
  for (const knowledge::Drug* drug : arm.drugs) {
    keys.insert(drug->origin.source);
    add_all(drug->parameters, keys);
    add_all(drug->pharmacokinetics, keys);
  }
  return keys;
}

std::set<std::string> sources_of(const Workbench& bench)
{
  Keys keys;
  const knowledge::Knowledge& knowledge = bench.knowledge();
  for (const knowledge::Parameter& p : knowledge.parameters) {
    const bool is_of_tumour = p.name.starts_with("growth_") || p.name == "kp_uu";
    if (is_of_tumour) keys.insert(p.quantity.origin.source);
  }
  add_all(bench.cancer().parameters, keys);
  add_all(knowledge.find_cancer(bench.cells().normal.cancer)->parameters, keys);
  for (const knowledge::Baseline& b : knowledge.baselines) keys.insert(b.share.origin.source);
  for (const CloneRoute& clone : bench.cells().clones) keys.insert(clone.route->rate.origin.source);
  for (const knowledge::Route& route : knowledge.routes) {
    if (route.kind == "adaptive") keys.insert(route.rate.origin.source);
  }
  return keys;
}

}  // namespace rascade::plan
