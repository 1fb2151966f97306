// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

#include "rascade/dosing/exposure.hpp"

namespace rascade::dosing {
namespace {

/// nM of 1 mg/L of a substance of `molecular_weight` g/mol.
double nM_per_mg_L(double molecular_weight) { return 1e6 / molecular_weight; }

/// Convolution of two decays: int_0^t exp(-a (t-s)) exp(-b s) ds = (exp(-b t) - exp(-a t))/(a - b),
/// written so that a = b, where it is t exp(-a t), is no special place.
double convolved_decays(double a, double b, double t)
{
  const double x = std::abs(a - b) * t;
  const double mean_decay = x == 0.0 ? 1.0 : -std::expm1(-x) / x;
  return t * std::exp(-std::min(a, b) * t) * mean_decay;
}

/// Shares and rates of the two exponentials of a bolus in the central of two compartments
/// [Gibaldi1982]. With k10 = CL/V, k12 = Q/V, k21 = Q/Vp the rates are
///
///     alpha, beta = (s +- root) / 2,  s = k10 + k12 + k21,  root^2 = s^2 - 4 k10 k21
///
/// and the shares (alpha - k21)/root and (k21 - beta)/root.
struct TwoCompartments {
  double alpha, beta;              // 1/h
  double alpha_share, beta_share;  // sum 1
};

TwoCompartments disposition(const Pharmacokinetics& pk)
{
  const double k10 = pk.clearance / pk.volume;
  const double k12 = pk.intercompartmental / pk.volume;
  const double k21 = pk.intercompartmental / pk.peripheral;
  const double d = k10 + k12 - k21;
  const double root = std::hypot(d, 2.0 * std::sqrt(k12 * k21));
  // Of (root + d)/2 and (root - d)/2, whose product is k12 k21, the one with the sum is exact.
  const double larger = 0.5 * (root + std::abs(d));
  const double smaller = k12 * k21 / larger;
  const double alpha_over_k21 = d >= 0.0 ? larger : smaller;
  const double k21_over_beta = d >= 0.0 ? smaller : larger;
  const double alpha = k21 + alpha_over_k21;
  return {alpha, k10 * k21 / alpha, alpha_over_k21 / root, k21_over_beta / root};
}

}  // namespace

PlasmaCurve::PlasmaCurve(const Pharmacokinetics& pk, std::vector<Dose> doses)
    : absorption_(pk.absorption), doses_(std::move(doses))
{
  assert(pk.clearance >= 0.0 && pk.volume > 0.0 && pk.molecular_weight > 0.0);
  assert(pk.peripheral >= 0.0 && pk.intercompartmental >= 0.0 && pk.absorption >= 0.0);
  const double per_mg = nM_per_mg_L(pk.molecular_weight) / pk.volume;
  if (pk.peripheral > 0.0 && pk.intercompartmental > 0.0) {
    const TwoCompartments two = disposition(pk);
    terms_ = {{per_mg * two.alpha_share, two.alpha}, {per_mg * two.beta_share, two.beta}};
  } else {
    terms_ = {{per_mg, pk.clearance / pk.volume}};
  }
  std::stable_sort(doses_.begin(), doses_.end(),
                   [](const Dose& a, const Dose& b) { return a.time_h < b.time_h; });
  State state;
  for (std::size_t i = 0; i < doses_.size(); ++i) {
    if (i > 0) state = after(state, doses_[i].time_h - doses_[i - 1].time_h);
    if (absorption_ > 0.0) {
      state.depot_mg += doses_[i].amount_mg;
    } else {
      for (std::size_t j = 0; j < terms_.size(); ++j) {
        state.plasma_nM[j] += terms_[j].coefficient * doses_[i].amount_mg;
      }
    }
    states_.push_back(state);
  }
}

// The system is linear and keeps no memory beyond its state: carrying the sum of all earlier doses
// forward is the superposition of their curves.
PlasmaCurve::State PlasmaCurve::after(const State& state, double elapsed_h) const
{
  State later;
  for (std::size_t j = 0; j < terms_.size(); ++j) {
    const double rate = terms_[j].rate;
    later.plasma_nM[j] = state.plasma_nM[j] * std::exp(-rate * elapsed_h) +
                         absorption_ * state.depot_mg * terms_[j].coefficient *
                             convolved_decays(rate, absorption_, elapsed_h);
  }
  later.depot_mg = state.depot_mg * std::exp(-absorption_ * elapsed_h);
  return later;
}

units::PlasmaTotal PlasmaCurve::at(double time_h) const
{
  const auto next =
      std::upper_bound(doses_.begin(), doses_.end(), time_h,
                       [](double time, const Dose& dose) { return time < dose.time_h; });
  if (next == doses_.begin()) return {0.0};
  const std::size_t last = static_cast<std::size_t>(next - doses_.begin()) - 1;
  const State now = after(states_[last], time_h - doses_[last].time_h);
  return {now.plasma_nM[0] + now.plasma_nM[1]};
}

units::PlasmaTotal average_at_steady_state(const Pharmacokinetics& pk, double amount_mg,
                                           double interval_h)
{
  assert(pk.clearance > 0.0 && interval_h > 0.0);
  return {nM_per_mg_L(pk.molecular_weight) * amount_mg / (pk.clearance * interval_h)};
}

}  // namespace rascade::dosing
