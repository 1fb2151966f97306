// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "rascade/ode/implicit_system.hpp"
#include "rascade/ode/linear_method.hpp"
#include "rascade/ode/sundials.hpp"
#include "rascade/simulate/rate_system.hpp"
#include "rascade/simulate/trajectory.hpp"

namespace rascade::ode {

/// CVODES and what it needs, for one Evaluator; restarted by begin() for each smooth stretch of a
/// run. Stays where it was made: CVODES holds its address.
class Solver {
 public:
  Solver(simulate::Evaluator evaluator, simulate::Tolerances tolerances, LinearChoice choice);
  Solver(const Solver&) = delete;
  Solver& operator=(const Solver&) = delete;

  /// Forgets every earlier run, so that the next one depends on its arguments alone.
  void reset();

  /// Starts a stretch at (t, amounts). The forcing lives until the next call.
  ///
  /// @param last  rates and inputs are asked for at times in [t, last] only; s
  /// @param longest_step  s; 0: no limit
  void begin(double t, std::span<const double> amounts, const simulate::Forcing& forcing,
             double last, double longest_step);

  /// Never steps past `stop`, s.
  void stop_at(double stop);

  /// Integrates to `t`, s; the amounts there can be read until the next call. If iterations turn out
  /// to be dearer than factors, goes on with these.
  /// Throws IntegrationFailed.
  std::span<const double> advance(double t);

  /// Inputs at time t, [n_inputs]; zeros without a forcing.
  std::span<const double> inputs_at(double t);

  /// t, or the last time that rates may be asked for.
  [[nodiscard]] double within(double t) const { return t < last_ ? t : last_; }

  /// For what CVODES does beside the run itself: its memory, and who is called back then.
  [[nodiscard]] void* cvode() const { return cvode_.get(); }
  void set_companion(void* companion) { companion_ = companion; }
  [[nodiscard]] void* companion() const { return companion_; }

  /// Takes so many steps, fewer to the time of `stop_at`. The amounts can be read until the next
  /// call. Throws IntegrationFailed.
  std::span<const double> take_steps(long count);
  [[nodiscard]] double now() const { return now_; }

  /// Errors that are tolerated until the next reset, of those that `tolerances` names.
  void slacken(double factor);

  [[nodiscard]] const LinearChoice& choice() const { return choice_; }

  /// Integrates as `advance` does, and keeps what a backward run needs.
  std::span<const double> advance_recorded(double t);

  /// |value| in units of the tolerated error of each species, the largest one's index and size.
  struct Worst {
    std::size_t species = 0;
    double size = 0.0;
  };
  [[nodiscard]] Worst worst(std::span<const double> errors, std::span<const double> amounts) const;

  /// Throws IntegrationFailed for what CVODES returned.
  [[noreturn]] void fail(int flag);

  [[nodiscard]] simulate::Evaluator& evaluator() { return evaluator_; }
  [[nodiscard]] const simulate::Tolerances& tolerances() const { return tolerances_; }
  [[nodiscard]] SUNContext context() const { return context_.get(); }
  [[nodiscard]] long steps_taken() const;
  [[nodiscard]] const std::string& name(std::size_t species) const;

 private:
  static int rhs(double t, N_Vector y, N_Vector dydt, void* self);
  static int jacobian(double t, N_Vector y, N_Vector dydt, SUNMatrix matrix, void* self,
                      N_Vector, N_Vector, N_Vector);
  static int precondition(double t, N_Vector y, N_Vector dydt, int is_jacobian_good,
                          int* is_jacobian_new, double gamma, void* self);
  static int solve_roughly(double t, N_Vector y, N_Vector dydt, N_Vector b, N_Vector x,
                           double gamma, double tolerance, int side, void* self);
  static int multiply(N_Vector x, N_Vector out, double t, N_Vector y, N_Vector dydt, void* self,
                      N_Vector);

  void configure();
  void attach(LinearMethod method);
  [[nodiscard]] bool is_out_of_patience();
  void go_on_with_factors();
  void set_tolerances();
  int advance(double t, int task);
  [[nodiscard]] long steps_left() const;
  void limit_steps(long at_once);
  [[nodiscard]] double first_step(double t, double length);
  [[nodiscard]] std::size_t worst_species();

  /// The last point tried at which a rate was no number.
  struct Point {
    double time = 0.0;            // s
    std::vector<double> amounts;  // [n_species]
  };

  simulate::Evaluator evaluator_;
  simulate::Tolerances tolerances_;
  std::vector<double> inputs_;          // [n_inputs]
  const simulate::Forcing* forcing_ = nullptr;
  void* companion_ = nullptr;
  double last_ = 0.0;                   // s
  double now_ = 0.0;                    // s
  Point impossible_;
  long earlier_steps_ = 0;              // of stretches that are over
  long steps_at_reset_ = 0;
  double stop_ = 0.0;                   // s
  double slack_ = 1.0;
  long window_steps_ = 0;               // CVODES' counts when patience was last looked at
  long window_iterations_ = 0;
  OwnedContext context_;                // outlives what was made in it
  OwnedVector amounts_;
  OwnedVector scratch_;
  LinearChoice choice_;
  std::unique_ptr<ImplicitSystem> system_;  // outlives CVODES, which points to it
  OwnedCvode cvode_;
};

}  // namespace rascade::ode
