// SPDX-License-Identifier: MIT
#include "rascade/ode/solver.hpp"

#include <cvodes/cvodes.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <new>
#include <utility>

#include "rascade/simulate/blame_rate.hpp"

namespace rascade::ode {
namespace {

using simulate::IntegrationFailed;

constexpr int max_error_test_failures = 20;
constexpr int max_convergence_failures = 30;

/// Over which the iterations of a Krylov method are averaged.
constexpr long steps_of_patience = 50;
/// A step; beyond, better rough factors pay for themselves (docs/adr/0010).
constexpr double cheap_iterations = 4.0;

/// CVODES is called for so many steps at most, to see whether they still get anywhere.
constexpr long steps_at_once = 10'000;
/// Of the time reached: steps of this length on average hardly move it.
constexpr double shortest_step = 1e-15;

/// Of the length of a stretch: an input that only begins to rise must not be stepped over.
constexpr double longest_first_step = 1e-3;

/// CVODES would print; what matters comes back as a flag.
void stay_silent(int, const char*, const char*, char*, void*) {}

bool all_finite(std::span<const double> values)
{
  return std::all_of(values.begin(), values.end(), [](double v) { return std::isfinite(v); });
}

const char* reason(int flag)
{
  switch (flag) {
    case CV_TOO_MUCH_WORK:
      return "the largest number of steps is used up";
    case CV_TOO_CLOSE:
      return "steps have become too short to go on; the solution may end here";
    case CV_TOO_MUCH_ACC:
      return "the tolerances are tighter than the arithmetic";
    case CV_ERR_FAILURE:
      return "no step is small enough for the tolerances";
    case CV_CONV_FAILURE:
      return "the implicit equations do not converge";
    case CV_LSETUP_FAIL:
    case CV_LSOLVE_FAIL:
      return "the Jacobian cannot be factored";
    case CV_SRHSFUNC_FAIL:
    case CV_FIRST_SRHSFUNC_ERR:
    case CV_REPTD_SRHSFUNC_ERR:
    case CV_UNREC_SRHSFUNC_ERR:
      return "a slope is not a finite number";
    case CV_RHSFUNC_FAIL:
    case CV_FIRST_RHSFUNC_ERR:
    case CV_REPTD_RHSFUNC_ERR:
    case CV_UNREC_RHSFUNC_ERR:
      return "a rate is not a finite number";
    default:
      return CVodeGetReturnFlagName(flag);
  }
}

}  // namespace

Solver::Solver(simulate::Evaluator evaluator, simulate::Tolerances tolerances,
               LinearChoice choice)
    : evaluator_(std::move(evaluator)),
      tolerances_(std::move(tolerances)),
      inputs_(evaluator_.system().num_inputs(), 0.0),
      context_(make_context()),
      amounts_(make_vector(evaluator_.system().num_species(), context())),
      scratch_(make_vector(evaluator_.system().num_species(), context())),
      choice_(choice),
      cvode_(CVodeCreate(CV_BDF, context()))
{
  if (!cvode_) throw std::bad_alloc();
  configure();
}

void Solver::configure()
{
  void* const cvode = cvode_.get();
  N_VConst(0.0, amounts_.get());
  CVodeSetErrHandlerFn(cvode, stay_silent, nullptr);
  if (CVodeInit(cvode, rhs, 0.0, amounts_.get()) != CV_SUCCESS) throw std::bad_alloc();
  CVodeSetUserData(cvode, this);
  set_tolerances();
  CVodeSetMaxErrTestFails(cvode, max_error_test_failures);
  CVodeSetMaxConvFails(cvode, max_convergence_failures);
  attach(choice_.method);
}

void Solver::attach(LinearMethod method)
{
  void* const cvode = cvode_.get();
  auto system = std::make_unique<ImplicitSystem>(evaluator_.system().jacobian_sparsity(), method,
                                                 amounts_.get(), context());
  CVodeSetLinearSolver(cvode, system->solver(), system->matrix());
  system_ = std::move(system);
  if (method == LinearMethod::direct) {
    CVodeSetJacFn(cvode, jacobian);
  } else {
    CVodeSetPreconditioner(cvode, precondition, solve_roughly);
    CVodeSetJacTimes(cvode, nullptr, multiply);
  }
}

void Solver::set_tolerances()
{
  const std::span<const double> absolute = tolerances_.absolute_by_species;
  if (absolute.empty()) {
    CVodeSStolerances(cvode_.get(), slack_ * tolerances_.relative, slack_ * tolerances_.absolute);
    return;
  }
  assert(absolute.size() == evaluator_.system().num_species());
  std::transform(absolute.begin(), absolute.end(), values_of(scratch_.get()).begin(),
                 [this](double tolerated) { return slack_ * tolerated; });
  CVodeSVtolerances(cvode_.get(), slack_ * tolerances_.relative, scratch_.get());  // copies them
}

int Solver::rhs(double t, N_Vector y, N_Vector dydt, void* self)
{
  Solver& solver = *static_cast<Solver*>(self);
  const std::span<double> out = values_of(dydt);
  solver.evaluator_.rhs(solver.within(t), values_of(y), solver.inputs_at(t), out);
  if (all_finite(out)) return 0;
  const std::span<const double> amounts = values_of(y);
  solver.impossible_ = {t, {amounts.begin(), amounts.end()}};
  return 1;  // try a smaller step
}

int Solver::jacobian(double t, N_Vector y, N_Vector, SUNMatrix matrix, void* self, N_Vector,
                     N_Vector, N_Vector)
{
  Solver& solver = *static_cast<Solver*>(self);
  const std::span<double> out = solver.system_->values(matrix);
  solver.evaluator_.jacobian(solver.within(t), values_of(y), solver.inputs_at(t), out);
  ImplicitSystem::keep_finite(out);
  return 0;
}

/// Takes the Jacobian anew each time: that costs less than the factors.
int Solver::precondition(double t, N_Vector y, N_Vector, int, int* is_jacobian_new, double gamma,
                         void* self)
{
  Solver& solver = *static_cast<Solver*>(self);
  if (solver.is_out_of_patience()) return -1;
  solver.evaluator_.jacobian(solver.within(t), values_of(y), solver.inputs_at(t),
                             solver.system_->values());
  solver.system_->precondition(gamma);
  *is_jacobian_new = 1;
  return 0;
}

int Solver::solve_roughly(double, N_Vector, N_Vector, N_Vector b, N_Vector x, double, double, int,
                          void* self)
{
  static_cast<Solver*>(self)->system_->solve_roughly(values_of(b), values_of(x));
  return 0;
}

int Solver::multiply(N_Vector x, N_Vector out, double, N_Vector, N_Vector, void* self, N_Vector)
{
  static_cast<Solver*>(self)->system_->multiply(values_of(x), values_of(out));
  return 0;
}

std::span<const double> Solver::inputs_at(double t)
{
  if (forcing_ != nullptr && forcing_->values && !inputs_.empty()) {
    forcing_->values(within(t), inputs_);
  }
  return inputs_;
}

void Solver::reset()
{
  earlier_steps_ = steps_taken();
  steps_at_reset_ = earlier_steps_;
  CVodeReInit(cvode_.get(), 0.0, amounts_.get());
  if (slack_ != 1.0) slacken(1.0);
  if (system_->method() == choice_.method) {
    system_->forget();
  } else {
    attach(choice_.method);
  }
}

void Solver::begin(double t, std::span<const double> amounts, const simulate::Forcing& forcing,
                   double last, double longest_step)
{
  forcing_ = &forcing;
  last_ = last;
  now_ = t;
  impossible_.amounts.clear();
  std::fill(inputs_.begin(), inputs_.end(), 0.0);
  std::copy(amounts.begin(), amounts.end(), values_of(amounts_.get()).begin());
  earlier_steps_ = steps_taken();
  CVodeReInit(cvode_.get(), t, amounts_.get());
  window_steps_ = 0;
  window_iterations_ = 0;
  CVodeSetMaxStep(cvode_.get(), longest_step);
  CVodeSetInitStep(cvode_.get(), first_step(t, last - t));
}

/// A step over which nothing changes by more than what is tolerated, the first step being of first
/// order; the solver lengthens it by up to 10^4 at once if that was too careful.
double Solver::first_step(double t, double length)
{
  const std::span<double> slope = values_of(scratch_.get());
  const std::span<const double> y = values_of(amounts_.get());
  evaluator_.rhs(t, y, inputs_at(t), slope);
  const double speed = worst(slope, y).size;  // tolerances per second
  const double step = longest_first_step * length;
  return std::isfinite(speed) && speed * step > 1.0 ? 1.0 / speed : step;
}

void Solver::stop_at(double stop)
{
  stop_ = stop;
  CVodeSetStopTime(cvode_.get(), stop);
}

/// Looks at no fewer than some steps: a few hard ones do not count. Better rough factors are tried
/// before patience ends.
bool Solver::is_out_of_patience()
{
  long steps = 0;
  long iterations = 0;
  CVodeGetNumSteps(cvode_.get(), &steps);
  CVodeGetNumLinIters(cvode_.get(), &iterations);
  const long passed = steps - window_steps_;
  const double a_step = static_cast<double>(iterations - window_iterations_) /
                        static_cast<double>(std::max(passed, steps_of_patience));
  const bool may_refine = a_step > cheap_iterations && !system_->is_refined();
  if (may_refine) system_->refine();
  if (passed >= steps_of_patience || may_refine) {
    window_steps_ = steps;
    window_iterations_ = iterations;
  }
  return a_step > choice_.patience && !may_refine;
}

void Solver::go_on_with_factors()
{
  earlier_steps_ = steps_taken();
  attach(LinearMethod::direct);
  CVodeReInit(cvode_.get(), now_, amounts_.get());
  CVodeSetStopTime(cvode_.get(), stop_);
  CVodeSetInitStep(cvode_.get(), first_step(now_, stop_ - now_));
}

long Solver::steps_left() const
{
  return tolerances_.max_steps - (steps_taken() - steps_at_reset_);
}

void Solver::limit_steps(long at_once)
{
  // CVODES takes 0 for its default.
  CVodeSetMaxNumSteps(cvode_.get(), std::max(1L, std::min(at_once, steps_left())));
}

std::span<const double> Solver::advance_recorded(double t)
{
  limit_steps(tolerances_.max_steps);
  double reached = now_;
  int checkpoints = 0;
  const int flag = CVodeF(cvode_.get(), t, amounts_.get(), &reached, CV_NORMAL, &checkpoints);
  now_ = reached;
  if (flag < 0) fail(flag);
  return values_of(amounts_.get());
}

int Solver::advance(double t, int task)
{
  while (true) {
    limit_steps(steps_at_once);
    const double from = now_;
    double reached = now_;
    const int flag = CVode(cvode_.get(), t, amounts_.get(), &reached, task);
    now_ = reached;
    if (flag == CV_LSETUP_FAIL && system_->method() == LinearMethod::krylov) {
      go_on_with_factors();
      continue;
    }
    if (flag != CV_TOO_MUCH_WORK || steps_left() <= 0) return flag;
    if (!(now_ - from > steps_at_once * shortest_step * std::abs(now_))) return CV_TOO_CLOSE;
  }
}

std::span<const double> Solver::advance(double t)
{
  const int flag = advance(t, CV_NORMAL);
  if (flag < 0) fail(flag);
  return values_of(amounts_.get());
}

std::span<const double> Solver::take_steps(long count)
{
  for (long i = 0; i < count && now_ < stop_; ++i) {
    const int flag = advance(stop_, CV_ONE_STEP);
    if (flag < 0) fail(flag);
  }
  return values_of(amounts_.get());
}

void Solver::slacken(double factor)
{
  slack_ = factor;
  set_tolerances();
}

Solver::Worst Solver::worst(std::span<const double> errors, std::span<const double> amounts) const
{
  Worst result;
  for (std::size_t i = 0; i < errors.size(); ++i) {
    const double tolerated =
        tolerances_.relative * std::abs(amounts[i]) + tolerances_.absolute_of(i);
    const double size = std::abs(errors[i]) / tolerated;
    if (!(size <= result.size)) result = {i, size};
    if (std::isnan(size)) break;
  }
  return result;
}

std::size_t Solver::worst_species()
{
  const std::span<double> y = values_of(amounts_.get());
  const std::span<double> dydt = values_of(scratch_.get());
  CVodeGetCurrentTime(cvode_.get(), &now_);
  evaluator_.rhs(now_, y, inputs_at(now_), dydt);
  if (!all_finite(dydt)) return worst(dydt, y).species;
  CVodeGetEstLocalErrors(cvode_.get(), scratch_.get());
  return worst(values_of(scratch_.get()), y).species;
}

void Solver::fail(int flag)
{
  std::size_t species = worst_species();
  // A point that could not be passed is to blame; one that has been passed is not.
  const bool was_impossible = !impossible_.amounts.empty() && impossible_.time >= now_;
  const double t = was_impossible ? impossible_.time : now_;
  const std::span<const double> y = was_impossible ? impossible_.amounts : values_of(amounts_.get());
  if (was_impossible) {
    const std::span<double> slope = values_of(scratch_.get());
    evaluator_.rhs(within(t), y, inputs_at(t), slope);
    species = worst(slope, y).species;
  }
  throw IntegrationFailed(now_, name(species), reason(flag),
                          simulate::blame_rate(evaluator_, within(t), y, inputs_at(t), species));
}

const std::string& Solver::name(std::size_t species) const
{
  return evaluator_.system().species_names()[species];
}

long Solver::steps_taken() const
{
  long steps = 0;
  CVodeGetNumSteps(cvode_.get(), &steps);
  return earlier_steps_ + steps;
}

}  // namespace rascade::ode
