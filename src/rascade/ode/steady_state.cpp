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

/// On the way to rest errors of this relative size do no harm: Newton's method removes them.
constexpr double relative_on_the_way = 1e-5;

/// Between attempts to find rest from where integration has come to.
constexpr double fewest_steps = 40.0;
constexpr double steps_to_confirm = 10.0;
constexpr double growth = 3.0;         // of the time
constexpr double share_of_work = 5.0;  // steps cost so many times more than the factors they allow

/// Changes over this time must stay below the tolerance: long against any course of treatment.
constexpr double horizon = 1e8;  // s

/// The most Newton's method may move an amount, in errors tolerated on the way: enough to remove what
/// integration has left, too little to jump to another steady state.
constexpr double largest_move = 1e3;

/// Where it moves more, but no amount by more than this share, it is believed if a later attempt
/// finds the same state from at most half as far.
constexpr double largest_share = 0.1;
constexpr double nearer = 0.5;

/// Of a move: Newton's method converges in spite of it, to rest without error.
constexpr double largest_error = 1e-2;

constexpr double converged_move = 1e-3;  // tolerances
constexpr double rounding_move = 1.0;     // tolerances: moves that shrink no more are rounding
constexpr double rounding_share = 1e-9;   // of the largest amount: likewise
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

  struct Rest {
    std::vector<double> amounts;
    double move = 0.0;   // the largest from `start`, in tolerances
    double share = 0.0;  // the largest from `start`, of an amount
  };

  /// A steady state near `start`, if there is one. Saddles are none: the determinant tells them.
  std::optional<Rest> from(std::span<const double> start, double t)
  {
    Rest rest{{start.begin(), start.end()}, 0.0, 0.0};
    std::vector<double>& y = rest.amounts;
    double previous = std::numeric_limits<double>::infinity();
    for (int i = 0; i < max_iterations; ++i) {
      if (!find_move(y, t)) return std::nullopt;
      const std::span<const double> move = values_of(move_.get());
      for (std::size_t k = 0; k < y.size(); ++k) y[k] += move[k];
      rest.move = distance(start, y);
      rest.share = share(start, y);
      if (!(rest.share <= largest_share || rest.move <= largest_move)) return std::nullopt;
      const double size = solver_.worst(move, y).size;
      const bool is_rounding =
          size <= rounding_move || largest(move) <= rounding_share * largest(y);
      const bool is_stuck = is_rounding && size > 0.5 * previous;
      previous = size;
      if (size > converged_move && !is_stuck) continue;
      const bool is_rest = is_steady(y, t) && !(is_determined_ && laws_.is_saddle());
      return is_rest ? std::optional(std::move(rest)) : std::nullopt;
    }
    return std::nullopt;
  }

  /// The largest difference, in tolerances.
  [[nodiscard]] double distance(std::span<const double> from, std::span<const double> to) const
  {
    std::vector<double> difference(from.size());
    for (std::size_t i = 0; i < from.size(); ++i) difference[i] = to[i] - from[i];
    return solver_.worst(difference, from).size;
  }

  /// Whether the conserved sums determined the state last found, whatever the way there.
  [[nodiscard]] bool is_determined() const { return is_determined_; }

 private:
  [[nodiscard]] std::size_t size() const { return sparsity_.starts.size() - 1; }

  /// Amounts that are hardly tolerated errors have no share that counts.
  [[nodiscard]] double share(std::span<const double> from, std::span<const double> to) const
  {
    double result = 0.0;
    for (std::size_t i = 0; i < from.size(); ++i) {
      const double size = std::max(std::abs(from[i]), std::abs(to[i])) +
                          largest_move * solver_.tolerances().absolute_of(i);
      const double of_it = std::abs(to[i] - from[i]) / size;
      if (!(of_it <= result)) result = of_it;
    }
    return result;
  }

  bool find_move(std::span<const double> y, double t)
  {
    const std::span<double> values(SM_DATA_S(matrix_.get()), sparsity_.rows.size());
    solver_.evaluator().rhs(t, y, inputs_, values_of(slope_.get()));
    is_determined_ = laws_.move_to(t, y, inputs_) < largest_error;
    if (is_determined_) return move_within_sums(y);
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
      const double rounding = 1e4 * std::numeric_limits<double>::epsilon() * flux[i];
      if (!(std::abs(slope[i]) <= tolerated / horizon + rounding)) return false;
      if (y[i] < -tolerated) return false;
    }
    return true;
  }

  Solver& solver_;
  std::span<const double> inputs_;
  LawSystem laws_;
  std::vector<double> sums_;  // [n_laws], of the start
  bool is_determined_ = false;
  const Sparsity& sparsity_;
  OwnedVector slope_;
  OwnedVector move_;
  OwnedMatrix matrix_;
  OwnedLinearSolver klu_;
};

/// Integrates until Newton's method finds rest near by.
class Way {
 public:
  Way(Solver& solver, std::span<const double> start, std::span<const double> inputs,
      double longest)
      : solver_(solver),
        start_(start),
        inputs_(inputs),
        longest_(longest),
        polish_(solver, start, inputs)
  {
  }

  /// Nothing if rest depends on the way there, which then must not be slackened.
  std::optional<std::vector<double>> go(double slack)
  {
    const Forcing forcing{[this](double, std::span<double> out) {
                            std::copy(inputs_.begin(), inputs_.end(), out.begin());
                          },
                          {}};
    solver_.slacken(slack);
    solver_.begin(0.0, start_, forcing, longest_, 0.0);
    solver_.stop_at(longest_);
    double attempted = 0.0;
    while (solver_.now() < longest_) {
      const std::span<const double> y = solver_.take_steps(steps());
      const double t = solver_.now();
      if (!earlier_ && t < growth * attempted && t < longest_) continue;
      attempted = t;
      std::optional<Polish::Rest> rest = polish_.from(y, t);
      if (rest && !polish_.is_determined() && slack > 1.0) return std::nullopt;
      if (rest && is_believed(*rest, slack)) return std::move(rest->amounts);
      earlier_ = std::move(rest);
    }
    fail();
  }

 private:
  [[nodiscard]] long steps() const
  {
    const double fewest = earlier_ ? steps_to_confirm : fewest_steps;
    return std::lround(std::max(fewest, share_of_work * solver_.choice().factor_steps));
  }

  bool is_believed(const Polish::Rest& rest, double slack) const
  {
    if (rest.move <= largest_move * slack) return true;
    if (!polish_.is_determined() || !earlier_) return false;
    return rest.share <= nearer * earlier_->share &&
           polish_.distance(earlier_->amounts, rest.amounts) <= 1.0;
  }

  [[noreturn]] void fail()
  {
    std::vector<double> slope(start_.size());
    const std::span<const double> y = solver_.take_steps(0);
    solver_.evaluator().rhs(solver_.now(), y, inputs_, slope);
    throw IntegrationFailed(solver_.now(), solver_.name(solver_.worst(slope, y).species),
                            "no steady state within the time given");
  }

  Solver& solver_;
  std::span<const double> start_;
  std::span<const double> inputs_;
  double longest_;
  Polish polish_;
  std::optional<Polish::Rest> earlier_;
};

}  // namespace

std::vector<double> find_steady_state(Solver& solver, std::span<const double> amounts,
                                      std::span<const double> inputs, double longest)
{
  std::vector<double> held(inputs.begin(), inputs.end());
  held.resize(solver.evaluator().system().num_inputs(), 0.0);
  const double slack = std::max(1.0, relative_on_the_way / solver.tolerances().relative);
  std::optional<std::vector<double>> rest = Way(solver, amounts, held, longest).go(slack);
  if (!rest) rest = Way(solver, amounts, held, longest).go(1.0);
  solver.slacken(1.0);
  for (double& amount : *rest) amount = std::max(0.0, amount);
  return *std::move(rest);
}

}  // namespace rascade::ode
