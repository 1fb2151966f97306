// SPDX-License-Identifier: MIT
#include "rascade/ode/slope_solver.hpp"

#include <cvodes/cvodes.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <new>

namespace rascade::ode {

SlopeSolver::SlopeSolver(const Sensitivities::Prepared& prepared, Stage& stage)
    : stage_(stage), jacobian_(prepared.problem.system.jacobian_sparsity().rows.size())
{
  const auto n = static_cast<sunindextype>(prepared.num_species());
  for (std::size_t u = 0; u < prepared.num_unknowns(); ++u) {
    owned_.emplace_back(N_VNew_Serial(n, stage.solver.context()));
    if (!owned_.back()) throw std::bad_alloc();
    vectors_.push_back(owned_.back().get());
  }
  sizes_ = prepared.scales;
  stage.solver.set_companion(this);
}

/// What is tolerated of an amount, for each unknown of the unknown's size.
void SlopeSolver::set_tolerances()
{
  const simulate::Tolerances& tolerances = stage_.solver.tolerances();
  std::vector<OwnedVector> owned;
  std::vector<N_Vector> absolute;
  for (const double size : sizes_) {
    owned.emplace_back(N_VClone(vectors_.front()));
    if (!owned.back()) throw std::bad_alloc();
    absolute.push_back(owned.back().get());
    const std::span<double> values = values_of(absolute.back());
    for (std::size_t s = 0; s < values.size(); ++s) values[s] = tolerances.absolute_of(s) / size;
  }
  CVodeSensSVtolerances(stage_.solver.cvode(), tolerances.relative, absolute.data());  // copies
}

void SlopeSolver::begin(const Stretch& stretch, const simulate::Forcing& forcing,
                        const SlopedAmounts& start)
{
  stage_.solver.begin(stretch.from, start.amounts, forcing, stretch.last, stretch.longest_step);
  stage_.solver.stop_at(stretch.to);
  for (std::size_t u = 0; u < vectors_.size(); ++u) {
    std::copy(start.slopes[u].begin(), start.slopes[u].end(), values_of(vectors_[u]).begin());
  }
  void* const cvode = stage_.solver.cvode();
  if (is_set_up_) {
    CVodeSensReInit(cvode, CV_STAGGERED, vectors_.data());
    return;
  }
  is_set_up_ = true;
  const int count = static_cast<int>(vectors_.size());
  if (CVodeSensInit(cvode, count, CV_STAGGERED, rhs, vectors_.data()) != CV_SUCCESS) {
    throw std::bad_alloc();
  }
  set_tolerances();
  CVodeSetSensErrCon(cvode, 1);
}

void SlopeSolver::advance(double t, SlopedAmounts& result)
{
  const std::span<const double> amounts = stage_.solver.advance(t);
  result.amounts.assign(amounts.begin(), amounts.end());
  double at = t;
  CVodeGetSens(stage_.solver.cvode(), &at, vectors_.data());
  for (std::size_t u = 0; u < vectors_.size(); ++u) {
    const std::span<const double> values = values_of(vectors_[u]);
    result.slopes[u].assign(values.begin(), values.end());
  }
}

int SlopeSolver::rhs(int, double t, N_Vector y, N_Vector, N_Vector* slopes, N_Vector* changes,
                     void* solver, N_Vector, N_Vector)
{
  auto& self = *static_cast<SlopeSolver*>(static_cast<Solver*>(solver)->companion());
  return self.compute(t, values_of(y), slopes, changes) ? 0 : 1;  // 1: try a smaller step
}

bool SlopeSolver::compute(double t, std::span<const double> y, N_Vector* slopes, N_Vector* changes)
{
  const double at = stage_.solver.within(t);
  const std::span<const double> inputs = stage_.solver.inputs_at(t);
  stage_.solver.evaluator().jacobian(at, y, inputs, jacobian_);
  stage_.slopes.move_to(at, y, inputs);
  const simulate::Sparsity& sparsity = stage_.solver.evaluator().system().jacobian_sparsity();
  for (std::size_t u = 0; u < vectors_.size(); ++u) {
    const std::span<double> out = values_of(changes[u]);
    multiply(sparsity, jacobian_, values_of(slopes[u]), out);
    stage_.slopes.add_column(u, out);
    if (!std::all_of(out.begin(), out.end(), [](double v) { return std::isfinite(v); }))
      return false;
  }
  return true;
}

}  // namespace rascade::ode
