// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>

#include "rascade/ode/sensitivity.hpp"
#include "unit/ode/sensitivity_support.hpp"

namespace rascade::ode {
namespace {

using simulate::Formula;
using simulate::IntegrationFailed;
using simulate::NetworkBuilder;

constexpr double end = 7.0;  // s

/// A run from the seed amounts, all outputs measured at its end.
SensitivityProblem run_of(const NetworkBuilder& builder, const std::vector<std::string>& parameters,
                          double tolerance = 1e-11)
{
  SensitivityProblem problem;
  problem.system = system_of(builder);
  for (const std::string& name : parameters) {
    problem.unknowns.push_back(parameter(problem.system, name));
  }
  problem.phases.push_back({.end = end});
  for (std::size_t o = 0; o < problem.system.num_outputs(); ++o) {
    problem.measurements.push_back({0, end, simulate::OutputIndex(o)});
  }
  problem.tolerances = {.relative = tolerance, .absolute = tolerance};
  return problem;
}

SensitivityProblem at_rest(SensitivityProblem problem)
{
  problem.phases.front() = {.kind = Phase::Kind::equilibrate};
  return problem;
}

double objective_of_first(std::span<const double> values, std::span<double> slopes)
{
  slopes[0] = 1.0;
  return values[0];
}

/// The first measurement's slopes, by both methods.
void expect_first(const SensitivityProblem& problem, double value,
                  const std::vector<double>& slopes, double tolerance = 1e-8)
{
  for (const Method method : {Method::forward, Method::adjoint}) {
    const Gradient gradient = prepared(problem).gradient(objective_of_first, method);
    EXPECT_NEAR(gradient.objective, value, tolerance * (1.0 + std::abs(value)));
    for (std::size_t u = 0; u < slopes.size(); ++u) {
      EXPECT_NEAR(gradient.slopes[u], slopes[u], tolerance * (1.0 + std::abs(slopes[u])))
          << "unknown " << u << (method == Method::forward ? " forward" : " adjoint");
    }
  }
}

NetworkBuilder birth_death()
{
  NetworkBuilder b;
  b.parameter("k", 4.0).parameter("d", 0.3).parameter("x0", 50.0);
  const std::size_t x = b.seen_species("X", "x0");
  b.reaction({}, {x}, "k").reaction({x}, {}, "d");
  return b;
}

TEST(ClosedFormSlopes, BirthAndDeath)
{
  const double k = 4.0, d = 0.3, x0 = 50.0, e = std::exp(-d * end);
  SensitivityProblem problem = run_of(birth_death(), {"k", "d", "x0"});
  problem.unknowns.push_back(initial_amount(0));
  expect_first(problem, k / d + (x0 - k / d) * e,
               {(1 - e) / d, -k / (d * d) * (1 - e) - end * (x0 - k / d) * e, e, e});
  expect_first(at_rest(problem), k / d, {1 / d, -k / (d * d), 0.0, 0.0}, 1e-12);
}

TEST(ClosedFormSlopes, ABolusCountsInThePhaseThatItBegins)
{
  // X decays from x0; at `end` s, three times x0 is added. Measured there before and after.
  NetworkBuilder b;
  b.parameter("d", 0.3).parameter("x0", 50.0);
  const std::size_t x = b.seen_species("X", "x0");
  b.reaction({x}, {}, "d");
  SensitivityProblem problem = run_of(b, {"d", "x0"});
  Phase after{.after = 0, .start = end, .end = 2 * end};
  after.steps = {{AmountStep::Kind::add, x, 3.0, *problem.system.find_parameter("x0")}};
  problem.phases.push_back(after);
  const simulate::OutputIndex seen(0);
  problem.measurements = {{0, end, seen}, {1, end, seen}, {1, 2 * end, seen}};
  const double e = std::exp(-0.3 * end), whole = 50.0 * (e + 3.0);
  const std::vector<double> values{50.0 * e, whole, whole * e};
  const std::vector<double> by_d{-end * 50.0 * e, -end * 50.0 * e,
                                 (-end * 50.0 * e) * e - end * whole * e};
  const std::vector<double> by_x0{e, e + 3.0, (e + 3.0) * e};
  for (std::size_t m = 0; m < values.size(); ++m) {
    SensitivityProblem one = problem;
    one.measurements = {problem.measurements[m]};
    expect_first(one, values[m], {by_d[m], by_x0[m]});
  }
}

TEST(ClosedFormSlopes, Dimerisation)
{
  NetworkBuilder b;
  b.parameter("k", 2e-2);
  const std::size_t a = b.seen_species("A", 80.0), d = b.seen_species("D", 0.0);
  b.reaction({a, a}, {d}, "k", 0.5);
  SensitivityProblem problem = run_of(b, {"k"});
  problem.unknowns.push_back(initial_amount(a));
  const double k = 2e-2, a0 = 80.0, s = 1.0 + k * a0 * end;
  expect_first(problem, a0 / s, {-a0 * a0 * end / (s * s), 1.0 / (s * s)});
}

TEST(ClosedFormSlopes, LinearChain)
{
  NetworkBuilder b;
  b.parameter("k1", 0.5).parameter("k2", 0.2);
  const std::size_t x = b.species("A", 100.0), y = b.seen_species("B", 0.0),
                    z = b.species("C", 0.0);
  b.reaction({x}, {y}, "k1").reaction({y}, {z}, "k2");
  const double k1 = 0.5, k2 = 0.2, e1 = std::exp(-k1 * end), e2 = std::exp(-k2 * end), g = k2 - k1;
  const double by_k1 = 100.0 * (k2 / (g * g) * (e1 - e2) - k1 / g * end * e1);
  const double by_k2 = 100.0 * (-k1 / (g * g) * (e1 - e2) + k1 / g * end * e2);
  expect_first(run_of(b, {"k1", "k2"}), 100.0 * k1 / g * (e1 - e2), {by_k1, by_k2});
}

NetworkBuilder binding()
{
  NetworkBuilder b;
  b.parameter("kon", 1e-3).parameter("koff", 0.4).parameter("a", 900.0).parameter("b", 500.0);
  const std::size_t ab = b.seen_species("AB", 0.0), x = b.seen_species("A", "a");
  const std::size_t y = b.seen_species("B", "b");
  b.reaction({x, y}, {ab}, "kon").reaction({ab}, {x, y}, "koff");
  return b;
}

/// c^2 - (a + b + K) c + a b = 0 with K = koff / kon.
TEST(ClosedFormSlopes, ReversibleBindingAtRest)
{
  const double kon = 1e-3, koff = 0.4, a = 900.0, b = 500.0, k = koff / kon, sum = a + b + k;
  const double c = (sum - std::sqrt(sum * sum - 4 * a * b)) / 2, by_k = c / (2 * c - sum);
  expect_first(
      at_rest(run_of(binding(), {"kon", "koff", "a", "b"})), c,
      {-by_k * koff / (kon * kon), by_k / kon, (c - b) / (2 * c - sum), (c - a) / (2 * c - sum)},
      1e-11);
}

TEST(Conserved, SumsAndTheirSlopesAreKeptToRounding)
{
  for (const bool rests : {false, true}) {
    SensitivityProblem problem = run_of(binding(), {"kon", "koff", "a", "b"}, 1e-6);
    if (rests) problem = at_rest(problem);
    const SensitivityTrajectory run = prepared(problem).forward();
    EXPECT_NEAR(run.values[0] + run.values[1], 900.0, 1e-10);
    EXPECT_NEAR(run.values[0] + run.values[2], 500.0, 1e-10);
    for (std::size_t u = 0; u < 4; ++u) {
      const double scale = 1e-12 * (1.0 + std::abs(run.slopes[u]));
      EXPECT_NEAR(run.slopes[u] + run.slopes[4 + u], u == 2 ? 1.0 : 0.0, scale);
      EXPECT_NEAR(run.slopes[u] + run.slopes[8 + u], u == 3 ? 1.0 : 0.0, scale);
    }
  }
}

/// The error of slopes falls with the tolerance: by at least its power 0.7, over five decades.
TEST(Convergence, SlopesComeCloserAsTolerancesTighten)
{
  const double d = 0.3, e = std::exp(-d * end),
               exact = -4.0 / (d * d) * (1 - e) - end * (50 - 4 / d) * e;
  for (const Method method : {Method::forward, Method::adjoint}) {
    const auto error = [&](double tolerance) {
      const Gradient gradient =
          prepared(run_of(birth_death(), {"d"}, tolerance)).gradient(objective_of_first, method);
      return std::abs(gradient.slopes[0] - exact);
    };
    EXPECT_LT(error(1e-9), error(1e-4) * std::pow(1e-5, 0.7));
  }
}

TEST(SharedRest, GivesEachConditionWhatItWouldHaveAlone)
{
  SensitivityProblem shared = at_rest(run_of(binding(), {"kon", "koff", "a", "b"}));
  shared.measurements.clear();
  const auto condition = [&](double koff) {
    Phase phase{.after = 0, .end = end};
    phase.settings = {{*shared.system.find_parameter("koff"), koff, std::nullopt}};
    return phase;
  };
  std::vector<double> sum(4, 0.0);
  const SensitivityProblem alone = shared;
  for (const double koff : {0.1, 2.0}) {
    shared.measurements.push_back({shared.phases.size(), end, simulate::OutputIndex(0U)});
    shared.phases.push_back(condition(koff));
    SensitivityProblem one = alone;
    one.measurements = {{1, end, simulate::OutputIndex(0U)}};
    one.phases.push_back(condition(koff));
    const Gradient gradient = prepared(one).gradient(objective_of_first, Method::forward);
    for (std::size_t u = 0; u < 4; ++u) sum[u] += gradient.slopes[u];
  }
  const Objective total = [](std::span<const double> values, std::span<double> slopes) {
    slopes[0] = slopes[1] = 1.0;
    return values[0] + values[1];
  };
  for (const Method method : {Method::forward, Method::adjoint}) {
    const Gradient gradient = prepared(shared).gradient(total, method);
    for (std::size_t u = 0; u < 4; ++u) {
      EXPECT_NEAR(gradient.slopes[u], sum[u], 1e-8 * (1.0 + std::abs(sum[u])));
    }
  }
}

TEST(Rest, HasNoSlopeWhereThePathDecidesIt)
{
  NetworkBuilder b;  // A becomes B or C: the share depends on rates that act no more at rest
  b.parameter("k1", 0.5).parameter("k2", 0.2);
  const std::size_t x = b.seen_species("A", 100.0), y = b.seen_species("B"),
                    z = b.seen_species("C");
  b.reaction({x}, {y}, "k1").reaction({x}, {z}, "k2");
  const Sensitivities sensitivities = prepared(at_rest(run_of(b, {"k1"})));
  for (const Method method : {Method::forward, Method::adjoint}) {
    EXPECT_THROW((void)sensitivities.gradient(objective_of_first, method), IntegrationFailed);
  }
}

TEST(Gradients, AreTheSameBitsEachTime)
{
  for (const Method method : {Method::forward, Method::adjoint}) {
    const Sensitivities sensitivities = prepared(run_of(binding(), {"kon", "koff", "a"}));
    const Gradient first = sensitivities.gradient(objective_of_first, method);
    EXPECT_EQ(first.slopes, sensitivities.gradient(objective_of_first, method).slopes);
  }
}

TEST(Gradients, TheRuleWeighsUnknownsAgainstMeasuredTimes)
{
  NetworkBuilder b = binding();
  std::vector<std::string> names;
  for (std::size_t i = 0; i <= unknowns_per_start; ++i) {
    names.push_back("p" + std::to_string(i));
    b.parameter(names.back(), 1.0);
  }
  SensitivityProblem problem = run_of(b, names);
  EXPECT_EQ(prepared(problem).gradient(objective_of_first).method, Method::adjoint);
  problem.measurements[0].time = end / 2;
  EXPECT_EQ(prepared(problem).gradient(objective_of_first).method, Method::forward);
  problem.measurements[0].time = end;
  problem.unknowns.pop_back();
  EXPECT_EQ(prepared(problem).gradient(objective_of_first).method, Method::forward);
}

std::string refusal(const SensitivityProblem& problem)
{
  const Checked<Sensitivities> result = Sensitivities::prepare(problem);
  return result ? "" : result.diagnostics().front().code;
}

TEST(Sensitivities, RefusesWhatDoesNotFitTogether)
{
  const SensitivityProblem good = run_of(binding(), {"kon"});
  const auto broken = [&](const auto& change) {
    SensitivityProblem problem = good;
    change(problem);
    return refusal(problem);
  };
  EXPECT_EQ(refusal(good), "");
  EXPECT_EQ(broken([](auto& p) { p.unknowns.clear(); }), "E0610");
  EXPECT_EQ(broken([](auto& p) { p.phases[0].after = 0; }), "E0610");
  EXPECT_EQ(broken([](auto& p) { p.phases[0].end = -1.0; }), "E0610");
  EXPECT_EQ(broken([](auto& p) { p.measurements[0].time = end + 1.0; }), "E0610");
  EXPECT_EQ(broken([](auto& p) { p.measurements[0].phase = 1; }), "E0610");
  EXPECT_EQ(broken([](auto& p) {
              p.phases[0].steps = {{AmountStep::Kind::set, 9, 1.0, {}}};
            }),
            "E0610");
  EXPECT_EQ(broken([](auto& p) { p.phases[0].forcing.breaks = {2.0, 1.0}; }), "E0610");
}

TEST(Sensitivities, RefusesRestOfRatesThatReadTheTime)
{
  NetworkBuilder b;
  b.parameter("k", 1.0);
  const std::size_t x = b.seen_species("X", 1.0);
  b.reaction({x}, {}, Formula("k") * (1.0 + Formula("time")));
  EXPECT_EQ(refusal(run_of(b, {"k"})), "");
  EXPECT_EQ(refusal(at_rest(run_of(b, {"k"}))), "E0611");
}

}  // namespace
}  // namespace rascade::ode
