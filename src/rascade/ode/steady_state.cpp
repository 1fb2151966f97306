// SPDX-License-Identifier: MIT
#include "rascade/ode/steady_state.hpp"

#include <sunmatrix/sunmatrix_sparse.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>

#include "rascade/ode/law_system.hpp"

namespace rascade::ode {
namespace {

using simulate::Forcing;
using simulate::IntegrationFailed;
using simulate::Sparsity;

constexpr double first_duration = 1e3;  // s
constexpr double growth = 10.0;         // of the duration

/// Changes over this time must stay below the tolerance: long against any course of treatment.
constexpr double horizon = 1e8;  // s

/// The most Newton's method may move an amount, in tolerances: enough to remove what integration
/// has left, too little to jump to another steady state.
constexpr double largest_move = 1e3;
constexpr double converged_move = 1e-3;  // tolerances
constexpr double rounding_move = 0.05;   // tolerances: moves that shrink no more are rounding
constexpr double rounding_share = 1e-11;  // of the largest amount: likewise
constexpr int max_iterations = 12;

double largest(std::span<const double> values)
{
  double result = 0.0;
  for (const double v : values) result = std::max(result, std::abs(v));
  return result;
}

/// Newton's method within the conserved sums of the start, J move = -f(y), L move = L (start - y).
/// Where these do not make a regular system, for the implicit Euler step of length `horizon`:
///
///     (I / horizon - J(y)) move = f(y),   y <- y + move
///
/// which is regular and leaves every move within the conserved sums but for rounding:
/// pseudo-transient continuation (Kelley & Keyes 1998).
class Polish {
 public:
  Polish(Solver& solver, std::span<const double> start, std::span<const double> inputs)
      : solver_(solver),
        inputs_(inputs),
        laws_(solver, solver.evaluator().system().conservation_laws()),
        sparsity_(solver.evaluator().system().jacobian_sparsity()),
        slope_(N_VNew_Serial(static_cast<sunindextype>(size()), solver.context())),
        move_(N_VNew_Serial(static_cast<sunindextype>(size()), solver.context())),
        matrix_(make_matrix(sparsity_, solver.context())),
        klu_(make_klu(slope_.get(), matrix_.get(), solver.context()))
  {
    SUNLinSolInitialize(klu_.get());
    for (const simulate::ConservationLaw& law : laws_.laws()) {
      sums_.push_back(LawSystem::sum(law, start));
    }
  }

  /// The steady state near `start`, if there is one.
  std::optional<std::vector<double>> from(std::span<const double> start, double t)
  {
    std::vector<double> y(start.begin(), start.end());
    double previous = std::numeric_limits<double>::infinity();
    for (int i = 0; i < max_iterations; ++i) {
      if (!find_move(y, t)) return std::nullopt;
      const std::span<const double> move = values_of(move_.get());
      for (std::size_t k = 0; k < y.size(); ++k) y[k] += move[k];
      if (!(distance(start, y) <= largest_move)) return std::nullopt;
      const double size = solver_.worst(move, y).size;
      const bool is_rounding =
          size <= rounding_move || largest(move) <= rounding_share * largest(y);
      const bool is_stuck = is_rounding && size > 0.5 * previous;
      previous = size;
      if (size > converged_move && !is_stuck) continue;
      return is_steady(y, t) ? std::optional(y) : std::nullopt;
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] std::size_t size() const { return sparsity_.starts.size() - 1; }

  [[nodiscard]] double distance(std::span<const double> from, std::span<const double> to) const
  {
    std::vector<double> difference(from.size());
    for (std::size_t i = 0; i < from.size(); ++i) difference[i] = to[i] - from[i];
    return solver_.worst(difference, from).size;
  }

  bool find_move(std::span<const double> y, double t)
  {
    const std::span<double> values(SM_DATA_S(matrix_.get()), sparsity_.rows.size());
    solver_.evaluator().rhs(t, y, inputs_, values_of(slope_.get()));
    if (laws_.move_to(t, y, inputs_)) return move_within_sums(y);
    solver_.evaluator().jacobian(t, y, inputs_, values);
    for (std::size_t j = 0; j < size(); ++j) {
      for (std::int64_t k = sparsity_.starts[j]; k < sparsity_.starts[j + 1]; ++k) {
        const auto place = static_cast<std::size_t>(k);
        const bool diagonal = sparsity_.rows[place] == static_cast<std::int64_t>(j);
        values[place] = (diagonal ? 1.0 / horizon : 0.0) - values[place];
        if (!std::isfinite(values[place])) return false;
      }
    }
    forget_factors(klu_.get(), matrix_.get());
    if (SUNLinSolSetup(klu_.get(), matrix_.get()) != 0) return false;
    return SUNLinSolSolve(klu_.get(), matrix_.get(), move_.get(), slope_.get(), 0.0) == 0;
  }

  bool move_within_sums(std::span<const double> y)
  {
    const std::span<const double> slope = values_of(slope_.get());
    const std::span<double> move = values_of(move_.get());
    for (std::size_t i = 0; i < move.size(); ++i) move[i] = -slope[i];
    for (std::size_t k = 0; k < sums_.size(); ++k) {
      const simulate::ConservationLaw& law = laws_.laws()[k];
      move[law.owner] = sums_[k] - LawSystem::sum(law, y);
    }
    laws_.solve(move);
    return true;
  }

  /// |dy/dt| * horizon below the tolerance, or below what rounding leaves of the fluxes in and out.
  bool is_steady(std::span<const double> y, double t)
  {
    const std::span<double> slope = values_of(slope_.get());
    std::vector<double> values(sparsity_.rows.size());
    solver_.evaluator().rhs(t, y, inputs_, slope);
    solver_.evaluator().jacobian(t, y, inputs_, values);
    std::vector<double> flux(y.size(), 0.0);
    for (std::size_t j = 0; j < size(); ++j) {
      for (std::int64_t k = sparsity_.starts[j]; k < sparsity_.starts[j + 1]; ++k) {
        const auto place = static_cast<std::size_t>(k);
        flux[static_cast<std::size_t>(sparsity_.rows[place])] += std::abs(values[place] * y[j]);
      }
    }
    for (std::size_t i = 0; i < y.size(); ++i) {
      const double tolerated = solver_.tolerances().relative * std::abs(y[i]) +
                               solver_.tolerances().absolute_of(i);
      const double rounding = 1e3 * std::numeric_limits<double>::epsilon() * flux[i];
      if (!(std::abs(slope[i]) <= tolerated / horizon + rounding)) return false;
      if (y[i] < -tolerated) return false;
    }
    return true;
  }

  Solver& solver_;
  std::span<const double> inputs_;
  LawSystem laws_;
  std::vector<double> sums_;  // [n_laws], of the start
  const Sparsity& sparsity_;
  OwnedVector slope_;
  OwnedVector move_;
  OwnedMatrix matrix_;
  OwnedLinearSolver klu_;
};

}  // namespace

std::vector<double> find_steady_state(Solver& solver, std::span<const double> amounts,
                                      std::span<const double> inputs, double longest)
{
  std::vector<double> held(inputs.begin(), inputs.end());
  held.resize(solver.evaluator().system().num_inputs(), 0.0);
  const Forcing forcing{[&](double, std::span<double> out) {
                          std::copy(held.begin(), held.end(), out.begin());
                        },
                        {}};
  Polish polish(solver, amounts, held);
  solver.begin(0.0, amounts, forcing, longest, 0.0);
  solver.stop_at(longest);
  double t = 0.0;
  std::span<const double> y = amounts;
  while (t < longest) {
    t = std::min(longest, std::max(first_duration, growth * t));
    y = solver.advance(t);
    if (std::optional<std::vector<double>> steady = polish.from(y, t)) {
      for (double& amount : *steady) amount = std::max(0.0, amount);
      return *std::move(steady);
    }
  }
  std::vector<double> slope(amounts.size());
  solver.evaluator().rhs(t, y, held, slope);
  throw IntegrationFailed(t, solver.name(solver.worst(slope, y).species),
                          "no steady state within the time given");
}

}  // namespace rascade::ode
