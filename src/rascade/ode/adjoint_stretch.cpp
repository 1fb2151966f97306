// SPDX-License-Identifier: MIT
#include "rascade/ode/adjoint_stretch.hpp"

#include <cvodes/cvodes.h>
#include <sunmatrix/sunmatrix_sparse.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <new>

#include "rascade/ode/slope_solver.hpp"

namespace rascade::ode {
namespace {

/// Steps between checkpoints: most runs have fewer and need no second forward run.
constexpr long steps_between = 300;

/// What is tolerated of a slope by an amount, of the largest one there is: small, since amounts
/// differ by orders of magnitude.
constexpr double smallest_share = 1e-2;

simulate::Sparsity transpose(const simulate::Sparsity& sparsity, std::vector<std::size_t>& places)
{
  const std::size_t n = sparsity.starts.size() - 1;
  simulate::Sparsity result;
  result.starts.assign(n + 1, 0);
  for (const std::int64_t row : sparsity.rows) ++result.starts[static_cast<std::size_t>(row) + 1];
  for (std::size_t i = 0; i < n; ++i) result.starts[i + 1] += result.starts[i];
  std::vector<std::int64_t> next(result.starts.begin(), result.starts.end() - 1);
  result.rows.resize(sparsity.rows.size());
  places.resize(sparsity.rows.size());
  for (std::size_t j = 0; j < n; ++j) {
    for (std::int64_t k = sparsity.starts[j]; k < sparsity.starts[j + 1]; ++k) {
      const auto place = static_cast<std::size_t>(k);
      const std::int64_t to = next[static_cast<std::size_t>(sparsity.rows[place])]++;
      result.rows[static_cast<std::size_t>(to)] = static_cast<std::int64_t>(j);
      places[static_cast<std::size_t>(to)] = place;
    }
  }
  return result;
}

bool all_finite(std::span<const double> values)
{
  return std::all_of(values.begin(), values.end(), [](double v) { return std::isfinite(v); });
}

double largest(std::span<const double> values)
{
  double result = 0.0;
  for (const double v : values) result = std::max(result, std::abs(v));
  return result;
}

}  // namespace

AdjointStretch::AdjointStretch(const Sensitivities::Prepared& prepared, std::size_t phase,
                               const Stretch& stretch)
    : prepared_(prepared),
      phase_(prepared.problem.phases[phase]),
      stretch_(stretch),
      stage_(prepared, phase, 1.0),
      jacobian_(prepared.problem.system.jacobian_sparsity().rows.size()),
      transposed_(transpose(prepared.problem.system.jacobian_sparsity(), places_))
{
  const SUNContext context = stage_.solver.context();
  weights_.reset(N_VNew_Serial(static_cast<sunindextype>(prepared.num_species()), context));
  integral_.reset(N_VNew_Serial(static_cast<sunindextype>(prepared.num_unknowns()), context));
  if (!weights_ || !integral_) throw std::bad_alloc();
  matrix_ = make_matrix(transposed_, context);
  linear_solver_ = make_klu(weights_.get(), matrix_.get(), context);
  if (CVodeAdjInit(stage_.solver.cvode(), steps_between, CV_HERMITE) != CV_SUCCESS) {
    throw std::bad_alloc();
  }
}

void AdjointStretch::begin(std::span<const double> amounts)
{
  stage_.solver.begin(stretch_.from, amounts, phase_.forcing, stretch_.last, stretch_.longest_step);
  stage_.solver.stop_at(stretch_.to);
}

std::span<const double> AdjointStretch::advance(double t)
{
  const std::span<const double> amounts = stage_.solver.advance_recorded(t);
  sizes_.assign(amounts.begin(), amounts.end());
  return amounts;
}

void AdjointStretch::set_up_backward(double t)
{
  void* const cvode = stage_.solver.cvode();
  if (which_ >= 0) {
    CVodeReInitB(cvode, which_, t, weights_.get());
    CVodeQuadReInitB(cvode, which_, integral_.get());
    set_tolerances();
    return;
  }
  if (CVodeCreateB(cvode, CV_BDF, &which_) != CV_SUCCESS ||
      CVodeInitB(cvode, which_, rhs, t, weights_.get()) != CV_SUCCESS ||
      CVodeQuadInitB(cvode, which_, integrand, integral_.get()) != CV_SUCCESS) {
    throw std::bad_alloc();
  }
  CVodeSetUserDataB(cvode, which_, this);
  CVodeSetMaxNumStepsB(cvode, which_, stage_.solver.tolerances().max_steps);
  CVodeSetLinearSolverB(cvode, which_, linear_solver_.get(), matrix_.get());
  CVodeSetJacFnB(cvode, which_, jacobian);
  CVodeSetQuadErrConB(cvode, which_, 1);
  set_tolerances();
}

/// Integrals are in units of the objective, as is the sum of slopes times amounts.
void AdjointStretch::set_tolerances()
{
  void* const cvode = stage_.solver.cvode();
  const simulate::Tolerances& tolerances = stage_.solver.tolerances();
  const std::span<const double> weights = values_of(weights_.get());
  double size = 0.0, smallest = 0.0;
  for (std::size_t s = 0; s < weights.size(); ++s) {
    size += std::abs(weights[s] * sizes_[s]);
    smallest = std::max(smallest, std::abs(weights[s]) * tolerances.absolute_of(s));
  }
  size += smallest / tolerances.relative;
  const double share = tolerances.relative * smallest_share;
  CVodeSStolerancesB(cvode, which_, tolerances.relative, share * largest(weights));
  CVodeQuadSStolerancesB(cvode, which_, tolerances.relative, share * size);
}

void AdjointStretch::go_back(double from, double to, Adjoint& adjoint)
{
  if (!(from > to) || largest(adjoint.by_amount) == 0.0) return;
  void* const cvode = stage_.solver.cvode();
  const std::span<double> weights = values_of(weights_.get());
  std::copy(adjoint.by_amount.begin(), adjoint.by_amount.end(), weights.begin());
  N_VConst(0.0, integral_.get());
  set_up_backward(from);
  const int flag = CVodeB(cvode, to, CV_NORMAL);
  if (flag < 0) stage_.solver.fail(flag);
  double at = to;
  CVodeGetB(cvode, which_, &at, weights_.get());
  CVodeGetQuadB(cvode, which_, &at, integral_.get());
  long steps = 0;
  CVodeGetNumSteps(CVodeGetAdjCVodeBmem(cvode, which_), &steps);
  backward_steps_ += steps;
  std::copy(weights.begin(), weights.end(), adjoint.by_amount.begin());
  const std::span<const double> integral = values_of(integral_.get());
  for (std::size_t u = 0; u < integral.size(); ++u) {
    adjoint.by_unknown[u] += integral[u] / prepared_.scales[u];
  }
}

int AdjointStretch::rhs(double t, N_Vector y, N_Vector l, N_Vector dldt, void* self)
{
  AdjointStretch& a = *static_cast<AdjointStretch*>(self);
  Solver& solver = a.stage_.solver;
  solver.evaluator().jacobian(solver.within(t), values_of(y), solver.inputs_at(t), a.jacobian_);
  const std::span<const double> weights = values_of(l);
  const std::span<double> out = values_of(dldt);
  const simulate::Sparsity& sparsity = solver.evaluator().system().jacobian_sparsity();
  for (std::size_t j = 0; j < out.size(); ++j) {
    double sum = 0.0;
    for (std::int64_t k = sparsity.starts[j]; k < sparsity.starts[j + 1]; ++k) {
      const auto place = static_cast<std::size_t>(k);
      sum += a.jacobian_[place] * weights[static_cast<std::size_t>(sparsity.rows[place])];
    }
    out[j] = -sum;
  }
  return all_finite(out) ? 0 : 1;  // 1: try a smaller step
}

int AdjointStretch::jacobian(double t, N_Vector y, N_Vector, N_Vector, SUNMatrix matrix, void* self,
                             N_Vector, N_Vector, N_Vector)
{
  AdjointStretch& a = *static_cast<AdjointStretch*>(self);
  Solver& solver = a.stage_.solver;
  solver.evaluator().jacobian(solver.within(t), values_of(y), solver.inputs_at(t), a.jacobian_);
  set_pattern(a.transposed_, matrix);
  double* const out = SM_DATA_S(matrix);
  for (std::size_t i = 0; i < a.places_.size(); ++i) {
    const double value = a.jacobian_[a.places_[i]];
    out[i] = std::isfinite(value) ? -value : 0.0;
  }
  return 0;
}

int AdjointStretch::integrand(double t, N_Vector y, N_Vector l, N_Vector out, void* self)
{
  AdjointStretch& a = *static_cast<AdjointStretch*>(self);
  Solver& solver = a.stage_.solver;
  a.stage_.slopes.move_to(solver.within(t), values_of(y), solver.inputs_at(t));
  const std::span<double> values = values_of(out);
  a.stage_.slopes.weigh(values_of(l), values);
  for (std::size_t u = 0; u < values.size(); ++u) values[u] *= -a.prepared_.scales[u];
  return all_finite(values) ? 0 : 1;
}

}  // namespace rascade::ode
