// SPDX-License-Identifier: MIT
#include "rascade/pathway/draw.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

#include "rascade/random/stream.hpp"
#include "rascade/units/units.hpp"

namespace rascade::pathway {
namespace {

constexpr double edge = 1.96;  // ranges are read as central 95 % intervals

double between(double value, double end, double share)
{
  if (value > 0 && end > 0) return value * std::pow(end / value, share);
  return value + (end - value) * share;
}

}  // namespace

Catalogue::Catalogue(const knowledge::Knowledge& knowledge)
{
  for (const auto& p : knowledge.parameters) add(p.name, p.quantity);
  for (const auto& g : knowledge.genes) add("abundance of " + g.name, g.abundance_per_copy);
  for (const auto& v : knowledge.variants) {
    for (const auto& e : v.effects) add(e.parameter + " of " + v.gene + " " + v.name, e.quantity);
  }
  for (const auto& d : knowledge.drugs) {
    for (const auto& [name, quantity] : d.parameters) add(name + " of " + d.name, quantity);
    for (const auto& [name, quantity] : d.pharmacokinetics) add(name + " of " + d.name, quantity);
  }
  for (const auto& c : knowledge.cancers) {
    for (const auto& [name, quantity] : c.parameters) add(name + " in " + c.code, quantity);
  }
  for (const auto& l : knowledge.levels) add(l.parameter + " " + l.level, l.factor);
  for (const auto& r : knowledge.routes) add("rate of " + r.label, r.rate);
  for (const auto& p : knowledge.claims.perturbations) add("amount of " + p.token, p.amount, true);
}

void Catalogue::add(std::string name, const knowledge::Quantity& quantity, bool is_setting)
{
  index_.emplace(&quantity, entries_.size());
  entries_.push_back({std::move(name), &quantity, is_setting});
}

std::size_t Catalogue::index_of(const knowledge::Quantity& quantity) const
{
  const auto found = index_.find(&quantity);
  assert(found != index_.end());
  return found->second;
}

double Draw::internal(const Catalogue& catalogue, const knowledge::Quantity& quantity) const
{
  const double to_internal = units::find_unit(quantity.unit).value_or(units::Unit{}).factor;
  if (!values.empty()) return to_internal * values[catalogue.index_of(quantity)];
  const double z_here = z.empty() ? 0.0 : z[catalogue.index_of(quantity)];
  const double end = z_here < 0 ? quantity.low : quantity.high;
  return to_internal * between(quantity.value, end, std::abs(z_here) / edge);
}

Draw draw_patient(const Catalogue& catalogue, std::uint64_t seed, std::uint32_t patient,
                  std::uint32_t attempt)
{
  constexpr std::uint32_t purpose = 1;  // parameters; the tumour's own chances use other numbers
  random::Stream stream(seed, {purpose, patient, attempt});
  Draw draw;
  draw.z.resize(catalogue.entries().size());
  for (double& z : draw.z) z = std::clamp(stream.normal(), -edge, edge);
  return draw;
}

}  // namespace rascade::pathway
