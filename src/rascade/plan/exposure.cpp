// SPDX-License-Identifier: MIT
#include "rascade/plan/exposure.hpp"

#include <algorithm>
#include <utility>

#include "rascade/dosing/exposure.hpp"
#include "rascade/units/units.hpp"

namespace rascade::plan {
namespace {


double drawn(const pathway::Catalogue& catalogue, const pathway::Draw& draw, const knowledge::Drug& drug,
             const char* name)
{
  // Pharmacokinetic quantities stay in mg, L and h: their own unit is used, not the model's.
  const auto found = drug.pharmacokinetics.find(name);
  if (found == drug.pharmacokinetics.end()) return 0;
  const double factor = units::find_unit(found->second.unit).value_or(units::Unit{}).factor;
  return draw.internal(catalogue, found->second) / factor;
}

double kp_uu_of(const knowledge::Knowledge& knowledge, const pathway::Catalogue& catalogue,
                const pathway::Draw& draw)
{
  const knowledge::Parameter* partition = knowledge.find_parameter("kp_uu");
  return partition == nullptr ? 1.0 : draw.internal(catalogue, partition->quantity);
}

}  // namespace

Exposure exposure_of(const knowledge::Knowledge& knowledge, const pathway::Catalogue& catalogue,
                     const pathway::Draw& draw, const knowledge::Drug& drug, double end_s)
{
  const dosing::Schedule schedule{drug.regimen.dose_mg, drug.regimen.interval_h,
                                  drug.regimen.start_h, 0, 0};
  Exposure exposure = exposure_after_doses(knowledge, catalogue, draw, drug,
                                           dosing::doses_until(schedule, end_s / units::hour));
  if (!drug.constant_exposure) exposure.interval_s = drug.regimen.interval_h * units::hour;
  return exposure;
}

Exposure exposure_after_doses(const knowledge::Knowledge& knowledge,
                              const pathway::Catalogue& catalogue, const pathway::Draw& draw,
                              const knowledge::Drug& drug, std::vector<dosing::Dose> doses)
{
  const double kp_uu = kp_uu_of(knowledge, catalogue, draw);
  const double unbound = drug.fraction_unbound;
  if (drug.constant_exposure) {
    const units::PlasmaTotal total{drawn(catalogue, draw, drug, "css_total_nM")};
    const double level = units::to_molecules(units::free_at_target(total, unbound, kp_uu));
    return {[level](double) { return level; }, {}, 0};
  }
  const dosing::Pharmacokinetics pk{drawn(catalogue, draw, drug, "CL_F"),
                                    drawn(catalogue, draw, drug, "V_F"),
                                    drawn(catalogue, draw, drug, "Vp_F"),
                                    drawn(catalogue, draw, drug, "Q_F"),
                                    drawn(catalogue, draw, drug, "ka"), drug.molecular_weight};
  Exposure exposure;
  for (const dosing::Dose& dose : doses) exposure.breaks_s.push_back(dose.time_h * units::hour);
  exposure.molecules = [curve = dosing::PlasmaCurve(pk, std::move(doses)), unbound, kp_uu](double t) {
    return units::to_molecules(units::free_at_target(curve.at(t / units::hour), unbound, kp_uu));
  };
  return exposure;
}

simulate::Forcing forcing_of(std::vector<Exposure> exposures)
{
  simulate::Forcing forcing;
  for (const Exposure& e : exposures) {
    forcing.breaks.insert(forcing.breaks.end(), e.breaks_s.begin(), e.breaks_s.end());
  }
  std::sort(forcing.breaks.begin(), forcing.breaks.end());
  const auto last = std::unique(forcing.breaks.begin(), forcing.breaks.end());
  forcing.breaks.erase(last, forcing.breaks.end());
  forcing.values = [exposures = std::move(exposures)](double t, std::span<double> inputs) {
    for (std::size_t i = 0; i < exposures.size(); ++i) inputs[i] = exposures[i].molecules(t);
  };
  return forcing;
}

double period_of(std::span<const Exposure> exposures)
{
  double longest = 0;
  for (const Exposure& e : exposures) longest = std::max(longest, e.interval_s);
  return longest > 0 ? longest : 24 * units::hour;
}

}  // namespace rascade::plan
