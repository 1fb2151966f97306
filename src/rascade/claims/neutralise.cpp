// SPDX-License-Identifier: MIT
#include "rascade/claims/neutralise.hpp"

#include <algorithm>
#include <functional>
#include <set>

#include "rascade/units/units.hpp"

namespace rascade::claims {
namespace {

using Visit = std::function<void(const knowledge::Quantity&, double neutral)>;

double in_own_unit(double internal, const knowledge::Quantity& quantity)
{
  return internal / units::find_unit(quantity.unit).value_or(units::Unit{}).factor;
}

void visit_recipe(const pathway::Catalogue& catalogue, pathway::Recipe recipe, const Visit& visit)
{
  for (const pathway::Recipe::Part& part : recipe.parts) visit(*part.quantity, 0);
  const std::vector<pathway::Recipe::Effect> effects = recipe.effects;
  recipe.effects.clear();
  for (const pathway::Recipe::Effect& effect : effects) {
    const double before = in_own_unit(recipe.value(catalogue, {}), *effect.quantity);
    visit(*effect.quantity, effect.change == knowledge::Change::set ? before : 1);
    recipe.effects.push_back(effect);
  }
}

/// Every quantity of an arm's model and changes.
void visit_arm(const Bench& bench, const Arm& arm, const Visit& visit)
{
  for (const pathway::Recipe& recipe : bench.assembly(arm)->recipes) {
    visit_recipe(bench.catalogue(), recipe, visit);
  }
  for (const Tweak& tweak : arm.tweaks) {
    if (tweak.change == knowledge::Change::scale) visit(*tweak.amount, 1);
  }
  for (const knowledge::Drug* drug : arm.drugs) {
    for (const auto& [name, quantity] : drug->pharmacokinetics) visit(quantity, quantity.value);
  }
}

void visit_scenario(const Bench& bench, const Scenario& scenario, const Visit& visit)
{
  for (const CellScenario& cell : scenario.cells) {
    for (const auto& [role, r] : cell.roles) visit_arm(bench, r.arm, visit);
  }
}

}  // namespace

std::vector<OwnQuantity> own_quantities(const Bench& bench, const Scenario& scenario)
{
  const knowledge::Knowledge& knowledge = bench.knowledge();
  std::set<const knowledge::Reference*> cited;
  for (const std::string& ref : scenario.claim->refs) {
    const knowledge::Reference* row = knowledge.find_reference(ref);
    if (row != nullptr) cited.insert(row);
  }
  std::vector<OwnQuantity> own;
  std::set<const knowledge::Quantity*> seen;
  visit_scenario(bench, scenario, [&](const knowledge::Quantity& quantity, double neutral) {
    const bool is_cited = cited.contains(knowledge.find_reference(quantity.origin.source));
    if (neutral == quantity.value || !is_cited || !seen.insert(&quantity).second) return;
    own.push_back({&quantity, neutral});
  });
  return own;
}

pathway::Draw draw_without(const pathway::Catalogue& catalogue, const OwnQuantity& own)
{
  pathway::Draw draw;
  for (const pathway::Catalogue::Entry& entry : catalogue.entries()) {
    draw.values.push_back(entry.quantity == own.quantity ? own.neutral : entry.quantity->value);
  }
  return draw;
}

std::vector<std::string> sources_of(const Bench& bench, const Scenario& scenario)
{
  const knowledge::Knowledge& knowledge = bench.knowledge();
  std::set<std::string> keys;
  const auto add = [&](const std::string& source) {
    const knowledge::Reference* row = knowledge.find_reference(source);
    if (row != nullptr) keys.insert(row->key);
  };
  visit_scenario(bench, scenario, [&](const knowledge::Quantity& quantity, double) {
    add(quantity.origin.source);
  });
  for (const CellScenario& cell : scenario.cells) {
    for (const auto& [role, r] : cell.roles) {
      for (const knowledge::Drug* drug : r.arm.drugs) add(drug->origin.source);
    }
  }
  for (const std::string& ref : scenario.claim->refs) add(ref);
  return {keys.begin(), keys.end()};
}

}  // namespace rascade::claims
