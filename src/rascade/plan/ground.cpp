// SPDX-License-Identifier: MIT
#include "rascade/plan/ground.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace rascade::plan {
namespace {

using knowledge::Knowledge;
using knowledge::Route;

/// What the review says the alteration does, if it has a row; else the notes on what it changes.
std::string mechanism_of_variant(const Knowledge& knowledge, const Route& route)
{
  const std::string effect = route.gene + " " + route.variant;
  for (const knowledge::Alteration& alteration : knowledge.alterations) {
    if (alteration.effect == effect && !alteration.mechanism.empty()) return alteration.mechanism;
  }
  const knowledge::Variant* variant = knowledge.find_variant(route.gene, route.variant);
  if (variant == nullptr) return {};
  for (const knowledge::VariantEffect& e : variant->effects) {
    if (!e.quantity.origin.note.empty()) return e.quantity.origin.note;
  }
  return {};
}

std::string mechanism_of(const Knowledge& knowledge, const Route& route)
{
  if (const knowledge::Switch* off = knowledge.find_switch(route.variant)) {
    return fmt::format("found by comparison with a cell in which {}", off->note);
  }
  if (route.variant.empty()) return fmt::format("more copies of the altered {}", route.gene);
  return mechanism_of_variant(knowledge, route);
}

std::vector<Basis> basis_of(const Knowledge& knowledge, const Route& route)
{
  std::vector<Basis> basis;
  if (route.kind != "adaptive") basis.push_back({"rate per division", &route.rate.origin});
  const knowledge::Variant* variant = knowledge.find_variant(route.gene, route.variant);
  if (variant == nullptr) return basis;
  for (const knowledge::VariantEffect& e : variant->effects) {
    basis.push_back({e.parameter, &e.quantity.origin});
  }
  return basis;
}

std::string mechanism_of(const Knowledge& knowledge, const Drugs& drugs)
{
  std::string text;
  for (const knowledge::Drug* drug : drugs) {
    const knowledge::Mechanism* mechanism = knowledge.find_mechanism(drug->mechanism);
    text += fmt::format("{}{}: {}", text.empty() ? "" : "; ", drug->name, mechanism->label);
  }
  return text;
}

std::vector<Basis> basis_of(const Drugs& drugs)
{
  std::vector<Basis> basis;
  for (const knowledge::Drug* drug : drugs) {
    for (const auto& [name, quantity] : drug->parameters) {
      basis.push_back({fmt::format("{} {}", drug->name, name), &quantity.origin});
    }
  }
  return basis;
}

}  // namespace

void ground(Plan& plan, const Knowledge& knowledge)
{
  const Drugs& base = plan.base().drugs;
  for (RouteResult& result : plan.routes) {
    if (result.route == nullptr) continue;
    result.mechanism = mechanism_of(knowledge, *result.route);
    result.basis = basis_of(knowledge, *result.route);
    result.claims = evidence_on_route(knowledge, base, *result.route);
  }
  for (ArmResult& arm : plan.arms) {
    arm.mechanism = mechanism_of(knowledge, arm.drugs);
    arm.basis = basis_of(arm.drugs);
    if (!arm.is_base) arm.claims = evidence_on_arm(knowledge, base, arm.drugs);
  }
}

}  // namespace rascade::plan
