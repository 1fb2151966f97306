// SPDX-License-Identifier: MIT
#include "rascade/claims/mean_exposure.hpp"

#include "rascade/plan/exposure.hpp"
#include "rascade/units/units.hpp"

namespace rascade::claims {
namespace {

constexpr double nmol_per_mmol = 1e6;

/// In the quantity's own unit: kinetics are in L and h.
double drawn(const pathway::Catalogue& catalogue, const pathway::Draw& draw,
             const knowledge::Quantity& quantity)
{
  const double factor = units::find_unit(quantity.unit).value_or(units::Unit{}).factor;
  return draw.internal(catalogue, quantity) / factor;
}

}  // namespace

double mean_free_drug(const knowledge::Knowledge& knowledge, const pathway::Catalogue& catalogue,
                      const pathway::Draw& draw, const knowledge::Drug& drug)
{
  if (drug.constant_exposure) {
    return plan::exposure_after_doses(knowledge, catalogue, draw, drug, {}).molecules(0);
  }
  const auto clearance = drug.pharmacokinetics.find("CL_F");
  if (clearance == drug.pharmacokinetics.end() || drug.regimen.interval_h <= 0) return 0;
  const double litres = drawn(catalogue, draw, clearance->second) * drug.regimen.interval_h;
  const units::PlasmaTotal total{nmol_per_mmol * drug.regimen.dose_mg / litres /
                                 drug.molecular_weight};
  const knowledge::Parameter* partition = knowledge.find_parameter("kp_uu");
  const double kp_uu = partition == nullptr ? 1 : drawn(catalogue, draw, partition->quantity);
  return units::to_molecules(units::free_at_target(total, drug.fraction_unbound, kp_uu));
}

}  // namespace rascade::claims
