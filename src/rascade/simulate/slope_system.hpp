// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "rascade/base/checked.hpp"
#include "rascade/simulate/rate_system.hpp"
#include "rascade/simulate/sparse_rows.hpp"

namespace rascade::simulate {

/// What results are differentiated by: a parameter, with all that is computed from it, or the
/// amount of a species at the start.
struct Unknown {
  enum class Kind { parameter, initial_amount };
  Kind kind = Kind::parameter;
  std::size_t which = 0;  // of the parameters, or of the species
  friend auto operator<=>(const Unknown&, const Unknown&) = default;
};

/// A parameter set for a while: to a value, or to so many times what another one is at the base.
struct Setting {
  ParameterIndex parameter;
  double value = 0.0;
  std::optional<ParameterIndex> multiple_of;
};

/// Values of all parameters, and what they owe to each unknown.
struct ParameterPoint {
  std::vector<double> values;  // [n_parameters]
  SparseRows slopes;           // [n_parameters x n_unknowns]
};

/// The derivatives of a RateSystem's rates, start and outputs by chosen unknowns: exact, as further
/// formulas. Immutable and shared between threads.
class SlopeSystem {
 public:
  /// @param settings  every one that will be used with this system
  ///
  /// Reports E0607 for a formula that jumps where an amount, an input or an unknown says so: the
  /// slopes on either side do not give the derivative of a run. Reports E0608 for an unknown that
  /// is driven in time, and E0609 for one that does not exist or is asked for twice.
  static Checked<SlopeSystem> compile(const RateSystem& system, std::span<const Unknown> unknowns,
                                      std::span<const OutputIndex> outputs,
                                      std::span<const Setting> settings = {});

  [[nodiscard]] const RateSystem& system() const;
  [[nodiscard]] std::span<const Unknown> unknowns() const;

  /// Parameters as from RateSystem::parameter_values. What is overridden owes nothing to any other.
  [[nodiscard]] ParameterPoint base(std::span<const Override> overrides) const;
  /// The same with some parameters set for a while, and others computed from these.
  [[nodiscard]] ParameterPoint at(const ParameterPoint& base, std::span<const Override> overrides,
                                  std::span<const Setting> settings) const;
  /// Of the amounts at the start. [n_species x n_unknowns]
  [[nodiscard]] SparseRows initial_slopes(const ParameterPoint& base) const;

  struct Program;  // in slope_program.hpp
  [[nodiscard]] const Program& program() const { return *program_; }

 private:
  std::shared_ptr<const Program> program_;
};

/// Evaluates a SlopeSystem at one set of parameter values. One for each thread.
class SlopeEvaluator {
 public:
  SlopeEvaluator(SlopeSystem system, const ParameterPoint& point);
  ~SlopeEvaluator();
  SlopeEvaluator(SlopeEvaluator&&) noexcept;
  SlopeEvaluator& operator=(SlopeEvaluator&&) noexcept;

  /// Looks at (t, y); spans as of Evaluator::rhs. What follows is about this place.
  void move_to(double t, std::span<const double> y, std::span<const double> inputs);
  /// Adds d(dy/dt)/d(unknown) to out [n_species].
  void add_column(std::size_t unknown, std::span<double> out) const;
  /// out[u] = sum over species of weights * d(dy/dt)/d(unknown u). out [n_unknowns].
  void weigh(std::span<const double> weights, std::span<double> out) const;
  /// What each reaction does to the amounts. [n_reactions x n_species]
  [[nodiscard]] const SparseRows& changes() const;
  /// Reactions that do something here, or would if any one amount changed. [n_reactions]
  [[nodiscard]] std::vector<bool> active_reactions() const;

  /// Slopes of one output: by_amount [n_species], by_unknown [n_unknowns].
  void output_slopes(OutputIndex output, double t, std::span<const double> y,
                     std::span<const double> inputs, std::span<double> by_amount,
                     std::span<double> by_unknown);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace rascade::simulate
