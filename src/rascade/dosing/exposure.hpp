// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "rascade/units/units.hpp"

namespace rascade::dosing {

struct Dose { double time_h = 0; double amount_mg = 0; };

/// One drug's doses: every `interval_h` from `start_h`, in cycles of `days_on` of `cycle_days`
/// days.
struct Schedule {
  double amount_mg = 0;
  double interval_h = 24;
  double start_h = 0;
  int cycle_days = 0;  // 0: continuous
  int days_on = 0;
};

/// Doses in [0, end_h), ascending; none if the interval or the amount is not above 0. Days of a
/// cycle are counted from `start_h`.
[[nodiscard]] std::vector<Dose> doses_until(const Schedule& schedule, double end_h);

/// Apparent oral pharmacokinetics of one patient; Vp = Q = 0 is one compartment. [L/h, L, 1/h]
struct Pharmacokinetics {
  double clearance = 0;      // CL/F, L/h
  double volume = 0;         // V/F, L
  double peripheral = 0;     // Vp/F, L
  double intercompartmental = 0;  // Q/F, L/h
  double absorption = 0;     // ka, 1/h; 0: intravenous bolus
  double molecular_weight = 0;    // g/mol
};

/// Total plasma concentration after `doses` by superposition of the closed-form solution of one
/// dose: one or two compartments, first-order absorption (also where ka meets an eigenvalue).
///
/// A dose counts from its own time on; before the first the concentration is 0. One value costs a
/// binary search, however many doses there are.
class PlasmaCurve {
 public:
  /// @param pk  clearance >= 0; volume and molecular_weight > 0
  /// @param doses  in any order
  PlasmaCurve(const Pharmacokinetics& pk, std::vector<Dose> doses);
  [[nodiscard]] units::PlasmaTotal at(double time_h) const;
  [[nodiscard]] std::span<const Dose> doses() const { return doses_; }  // ascending in time
 private:
  struct Exponential { double coefficient, rate; };  // nM per mg, 1/h
  struct State { std::array<double, 2> plasma_nM{}; double depot_mg = 0; };

  [[nodiscard]] State after(const State& state, double elapsed_h) const;

  std::vector<Exponential> terms_;  // plasma after a bolus of 1 mg, one a compartment
  double absorption_ = 0;           // 1/h
  std::vector<Dose> doses_;
  std::vector<State> states_;       // [doses_.size()], each just after its dose
};

/// Concentration at steady state under a dose every interval_h hours, averaged: F*dose/(CL*tau).
[[nodiscard]] units::PlasmaTotal average_at_steady_state(const Pharmacokinetics& pk,
                                                         double amount_mg, double interval_h);

}  // namespace rascade::dosing
