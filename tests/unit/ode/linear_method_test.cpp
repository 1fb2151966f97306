// SPDX-License-Identifier: MIT
#include "rascade/ode/linear_method.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstddef>
#include <limits>
#include <numbers>
#include <string>
#include <utility>
#include <vector>

#include "rascade/ode/solver.hpp"
#include "unit/ode/make_integrator.hpp"

namespace rascade::ode {
namespace {

/// Molecules that hop between the neighbouring cells of a torus of side n, once a second each way.
class Torus {
 public:
  explicit Torus(std::size_t n) : n_(n)
  {
    for (std::size_t i = 0; i < n * n * n; ++i) builder_.species("X" + std::to_string(i));
    for (std::size_t i = 0; i < n * n * n; ++i) {
      for (const std::size_t to : {next(i, 1), next(i, n), next(i, n * n)}) {
        builder_.reaction({i}, {to}, 1.0).reaction({to}, {i}, 1.0);
      }
    }
  }

  [[nodiscard]] const NetworkBuilder& builder() const { return builder_; }

  /// A wave along one axis on top of 2 molecules; it decays at a rate of 2 - 2 cos(2 pi / n).
  [[nodiscard]] std::vector<double> wave(double t) const
  {
    const double angle = 2 * std::numbers::pi / static_cast<double>(n_);
    const double height = std::exp(-(2 - 2 * std::cos(angle)) * t);
    std::vector<double> amounts;
    for (std::size_t i = 0; i < n_ * n_ * n_; ++i) {
      amounts.push_back(2.0 + height * std::cos(angle * static_cast<double>(i % n_)));
    }
    return amounts;
  }

 private:
  [[nodiscard]] std::size_t next(std::size_t i, std::size_t stride) const
  {
    const bool is_last = i / stride % n_ == n_ - 1;
    return is_last ? i + stride - n_ * stride : i + stride;
  }

  std::size_t n_;
  NetworkBuilder builder_;
};

simulate::RateSystem compiled(const NetworkBuilder& builder)
{
  Checked<simulate::RateSystem> system = simulate::RateSystem::compile(builder.network(), {});
  EXPECT_TRUE(system) << to_string(system.diagnostics());
  return *std::move(system);
}

NetworkBuilder chain(std::size_t n)
{
  NetworkBuilder builder;
  for (std::size_t i = 0; i < n; ++i) builder.species("X" + std::to_string(i));
  for (std::size_t i = 0; i + 1 < n; ++i) builder.reaction({i}, {i + 1}, 1.0);
  return builder;
}

TEST(LinearMethod, FactorsThatDoNotFillUpAreTaken)
{
  const simulate::RateSystem system = compiled(chain(3000));
  EXPECT_EQ(choose_linear_method(system.jacobian_sparsity()).method, LinearMethod::direct);
}

TEST(LinearMethod, ATorusFillsUp)
{
  const simulate::RateSystem system = compiled(Torus(12).builder());
  const LinearChoice choice = choose_linear_method(system.jacobian_sparsity());
  EXPECT_EQ(choice.method, LinearMethod::krylov);
  EXPECT_TRUE(std::isfinite(choice.patience));
  EXPECT_FALSE(std::isfinite(choose_lasting_method(system.jacobian_sparsity(), 1.0).patience));
}

TEST(LinearMethod, ManySolvesAreWorthFactors)
{
  const simulate::RateSystem system = compiled(Torus(8).builder());
  EXPECT_EQ(choose_lasting_method(system.jacobian_sparsity(), 1e6).method, LinearMethod::direct);
}

/// The wave after a second, by that choice.
std::vector<double> run_wave(const Torus& torus, LinearChoice choice)
{
  const simulate::RateSystem system = compiled(torus.builder());
  const std::vector<double> parameters = system.parameter_values({});
  Solver solver(simulate::Evaluator(system, parameters), tight, choice);
  const simulate::Forcing forcing;
  solver.reset();
  solver.begin(0.0, torus.wave(0.0), forcing, 1.0, 0.0);
  solver.stop_at(1.0);
  const std::span<const double> amounts = solver.advance(1.0);
  return {amounts.begin(), amounts.end()};
}

TEST(LinearMethod, EveryWayGivesTheSolution)
{
  const Torus torus(6);
  const std::vector<double> exact = torus.wave(1.0);
  constexpr double never = std::numeric_limits<double>::infinity();
  // Without patience the run changes over to factors at its second preconditioner.
  for (const LinearChoice choice : {LinearChoice{LinearMethod::direct, never},
                                    LinearChoice{LinearMethod::krylov, never},
                                    LinearChoice{LinearMethod::krylov, 0.0}}) {
    const std::vector<double> found = run_wave(torus, choice);
    for (std::size_t i = 0; i < exact.size(); ++i) EXPECT_NEAR(found[i], exact[i], 1e-6) << i;
  }
}

TEST(LinearMethod, ARunThatChangedOverLeavesNoTrace)
{
  const Torus torus(6);
  const simulate::RateSystem system = compiled(torus.builder());
  const std::vector<double> parameters = system.parameter_values({});
  Solver solver(simulate::Evaluator(system, parameters), tight, {LinearMethod::krylov, 0.0});
  const simulate::Forcing forcing;
  std::vector<double> first;
  for (int run = 0; run < 2; ++run) {
    solver.reset();
    solver.begin(0.0, torus.wave(0.0), forcing, 1.0, 0.0);
    solver.stop_at(1.0);
    const std::span<const double> amounts = solver.advance(1.0);
    if (run == 0) first.assign(amounts.begin(), amounts.end());
    EXPECT_EQ(first, std::vector<double>(amounts.begin(), amounts.end()));
  }
}

TEST(LinearMethod, IterationsKeepWhatIsConservedWithinTolerance)
{
  Torus torus(12);
  const std::vector<double> start = torus.wave(0.0);
  const Trajectory run =
      integrator_of(torus.builder()).integrate(start, std::vector{0.0, 5.0});
  double before = 0.0, after = 0.0;
  for (const double amount : start) before += amount;
  for (const double amount : run.final_amounts) after += amount;
  EXPECT_NEAR(after, before, 1e-6 * before);
}

}  // namespace
}  // namespace rascade::ode
