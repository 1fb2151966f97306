// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <string>

#include "rascade/dosing/exposure.hpp"

namespace rascade::dosing {
namespace {

// [CL L/h, V L, Vp L, Q L/h, ka 1/h, MW g/mol]
constexpr Pharmacokinetics one_oral{5.0, 50.0, 0.0, 0.0, 0.8, 500.0};
constexpr Pharmacokinetics one_bolus{5.0, 50.0, 0.0, 0.0, 0.0, 500.0};
constexpr Pharmacokinetics two_oral{5.0, 50.0, 120.0, 20.0, 1.3, 500.0};
constexpr Pharmacokinetics two_bolus{5.0, 50.0, 120.0, 20.0, 0.0, 500.0};
constexpr Pharmacokinetics meeting{5.0, 50.0, 0.0, 0.0, 0.1, 500.0};  // ka = CL/V
constexpr Pharmacokinetics nearly_meeting{5.0, 50.0, 0.0, 0.0, 0.1 + 1e-9, 500.0};
constexpr Pharmacokinetics even{0.0, 50.0, 50.0, 20.0, 0.8, 500.0};  // beta = 0, ka = alpha
constexpr Pharmacokinetics hardly_two{5.0, 50.0, 1e-7, 1e-8, 0.1, 500.0};  // equal k10 and k21

const std::vector<Dose> some_doses{{1.0, 100.0}, {9.0, 50.0}, {9.0, 20.0}, {30.0, 100.0}};

/// Slow twin: the equations themselves, depot, central and peripheral amounts in mg.
class Compartments {
 public:
  explicit Compartments(const Pharmacokinetics& pk) : pk_(pk) {}

  /// @pre no dose is in (0, h) after the current time
  void step(double h)
  {
    const Amounts k1 = slope(now_), k2 = slope(moved(k1, h / 2)), k3 = slope(moved(k2, h / 2)),
                  k4 = slope(moved(k3, h));
    for (std::size_t i = 0; i < 3; ++i) {
      now_[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
    }
  }
  void take(double amount_mg) { now_[pk_.absorption > 0 ? 0 : 1] += amount_mg; }
  double nM() const { return now_[1] / pk_.volume / pk_.molecular_weight * 1e6; }

 private:
  using Amounts = std::array<double, 3>;

  Amounts moved(const Amounts& k, double h) const
  {
    return {now_[0] + h * k[0], now_[1] + h * k[1], now_[2] + h * k[2]};
  }
  Amounts slope(const Amounts& a) const
  {
    const double absorbed = pk_.absorption * a[0];
    const double out = pk_.intercompartmental / pk_.volume * a[1];
    const double back = pk_.peripheral > 0 ? pk_.intercompartmental / pk_.peripheral * a[2] : 0.0;
    return {-absorbed, absorbed - pk_.clearance / pk_.volume * a[1] - out + back, out - back};
  }

  Pharmacokinetics pk_;
  Amounts now_{};
};

/// Area under the curve from 0 to end_h, nM h, by Simpson's rule over steps that doses do not cut.
double area(const PlasmaCurve& curve, double from_h, double to_h, int steps)
{
  const double h = (to_h - from_h) / steps;
  double sum = 0.0;
  for (int i = 0; i < steps; ++i) {
    const double t = from_h + i * h;
    // From the left end's own side: a bolus at the right end belongs to the next step.
    const double last = curve.at(std::nextafter(t + h, t)).nM;
    sum += h / 6 * (curve.at(t).nM + 4 * curve.at(t + h / 2).nM + last);
  }
  return sum;
}

struct Case {
  const char* name;
  Pharmacokinetics pk;
};

class PlasmaCurveOf : public testing::TestWithParam<Case> {};

// Fourth order: (1.5 /h * 0.01 h)^4 over 60 h leaves errors far below 1e-6.
TEST_P(PlasmaCurveOf, SolvesTheCompartmentEquations)
{
  const Pharmacokinetics& pk = GetParam().pk;
  const PlasmaCurve curve(pk, some_doses);
  Compartments twin(pk);
  constexpr int per_h = 100;
  for (int i = 0; i < 60 * per_h; ++i) {
    for (const Dose& dose : some_doses) {
      if (dose.time_h * per_h == i) twin.take(dose.amount_mg);
    }
    if (i % 50 == 0) {
      const double expected = twin.nM();
      EXPECT_NEAR(curve.at(static_cast<double>(i) / per_h).nM, expected, 1e-6 * expected + 1e-9);
    }
    twin.step(1.0 / per_h);
  }
}

TEST_P(PlasmaCurveOf, AddsTheCurvesOfItsDoses)
{
  const Pharmacokinetics& pk = GetParam().pk;
  const PlasmaCurve together(pk, some_doses);
  for (const double t : {0.5, 1.0, 4.0, 9.0, 29.9, 33.0, 200.0}) {
    double sum = 0.0;
    for (const Dose& dose : some_doses) sum += PlasmaCurve(pk, {dose}).at(t).nM;
    EXPECT_NEAR(together.at(t).nM, sum, 1e-12 * sum) << t;
  }
}

INSTANTIATE_TEST_SUITE_P(PlasmaCurve, PlasmaCurveOf,
                         testing::Values(Case{"one_oral", one_oral}, Case{"one_bolus", one_bolus},
                                         Case{"two_oral", two_oral}, Case{"two_bolus", two_bolus},
                                         Case{"meeting", meeting},
                                         Case{"nearly_meeting", nearly_meeting},
                                         Case{"even", even}, Case{"hardly_two", hardly_two}),
                         [](const auto& one) { return std::string(one.param.name); });

TEST(PlasmaCurve, TendsToTheLimitWhereAbsorptionMeetsElimination)
{
  const PlasmaCurve curve(meeting, {{0.0, 100.0}});
  for (const double t : {0.1, 1.0, 10.0, 80.0}) {
    const double mg_per_L = 100.0 / 50.0 * 0.1 * t * std::exp(-0.1 * t);  // D/V ka t exp(-ka t)
    EXPECT_NEAR(curve.at(t).nM, mg_per_L / 500.0 * 1e6, 1e-9);
  }
}

TEST(PlasmaCurve, JumpsByDoseOverVolumeAtABolus)
{
  const PlasmaCurve curve(two_bolus, {{3.0, 100.0}});
  EXPECT_EQ(curve.at(2.999).nM, 0.0);
  EXPECT_NEAR(curve.at(3.0).nM, 100.0 / 50.0 / 500.0 * 1e6, 1e-9);  // 4 umol/L
}

TEST(PlasmaCurve, TakesDosesInAnyOrder)
{
  const PlasmaCurve curve(two_oral, {{9.0, 50.0}, {1.0, 100.0}});
  EXPECT_EQ(curve.doses().front().time_h, 1.0);
  EXPECT_EQ(curve.at(20.0).nM, PlasmaCurve(two_oral, {{1.0, 100.0}, {9.0, 50.0}}).at(20.0).nM);
}

TEST(PlasmaCurve, HasTheAreaDoseOverClearance)
{
  for (const Pharmacokinetics& pk : {one_oral, one_bolus, two_oral, two_bolus}) {
    const PlasmaCurve curve(pk, {{0.0, 100.0}});
    const double theory = 100.0 / pk.clearance / pk.molecular_weight * 1e6;
    // The slowest rate is above 0.02 /h: exp(-0.02 * 1500) is nothing.
    EXPECT_NEAR(area(curve, 0.0, 1500.0, 15000), theory, 1e-6 * theory);
  }
}

// A bolus every tau accumulates by 1/(1 - exp(-k tau)), in peak and trough.
TEST(PlasmaCurve, AccumulatesAsTheoryHasIt)
{
  constexpr double k = 0.1, tau = 12.0, peak = 100.0 / 50.0 / 500.0 * 1e6;
  const PlasmaCurve curve(one_bolus, doses_until({100.0, tau, 0.0, 0, 0}, 40 * tau));
  const double gain = 1 / (1 - std::exp(-k * tau));
  EXPECT_NEAR(curve.at(39 * tau).nM, peak * gain, 1e-9 * peak);
  const double trough = std::nextafter(40 * tau, 0.0);
  EXPECT_NEAR(curve.at(trough).nM, peak * gain * std::exp(-k * tau), 1e-9 * peak);
}

TEST(AverageAtSteadyState, IsTheMeanOverAnInterval)
{
  for (const Pharmacokinetics& pk : {one_oral, two_oral, two_bolus}) {
    const PlasmaCurve curve(pk, doses_until({100.0, 12.0, 0.0, 0, 0}, 1800.0));
    const double average = average_at_steady_state(pk, 100.0, 12.0).nM;
    EXPECT_NEAR(area(curve, 1776.0, 1788.0, 1200) / 12.0, average, 1e-6 * average);
  }
}

}  // namespace
}  // namespace rascade::dosing
