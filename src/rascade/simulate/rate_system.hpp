// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rascade/base/checked.hpp"
#include "rascade/base/index.hpp"
#include "rascade/network/network.hpp"
#include "rascade/simulate/conservation.hpp"

namespace rascade::simulate {

using ParameterIndex = Index<struct SystemParameterTag>;
using InputIndex = Index<struct InputTag>;
using OutputIndex = Index<struct OutputTag>;

/// A parameter set to a value of the caller's, whatever its expression says.
struct Override {
  ParameterIndex parameter;
  double value = 0.0;
};

/// Compressed sparse columns: rows of column j are rows[starts[j]] .. rows[starts[j + 1] - 1].
struct Sparsity {
  std::vector<std::int64_t> starts;  // [n_species + 1]
  std::vector<std::int64_t> rows;    // ascending within a column; the diagonal is always present
};

/// A network made ready to be evaluated: flat arrays and small programs, nothing looked up by name.
/// Immutable and shared between threads; an Evaluator holds what changes.
///
/// Inputs are parameters that the caller drives in time (free drug); outputs are the observables,
/// then the functions, in the order of the network.
class RateSystem {
 public:
  /// @param inputs  names of parameters to be driven
  ///
  /// Reports E0601 for an input the network lacks, E0602 for a parameter computed from an input,
  /// E0603 for a name without a value, E0604 for a call that cannot be made, E0605 for no species,
  /// E0606 for tables and rate laws that make no sense.
  static Checked<RateSystem> compile(const network::Network& network,
                                     std::span<const std::string> inputs);

  [[nodiscard]] std::size_t num_species() const;
  [[nodiscard]] std::size_t num_reactions() const;
  [[nodiscard]] std::size_t num_inputs() const;
  [[nodiscard]] std::size_t num_outputs() const;
  [[nodiscard]] std::span<const std::string> species_names() const;
  [[nodiscard]] std::span<const std::string> output_names() const;
  [[nodiscard]] std::span<const std::string> input_names() const;
  [[nodiscard]] std::optional<ParameterIndex> find_parameter(std::string_view name) const;
  [[nodiscard]] std::optional<OutputIndex> find_output(std::string_view name) const;
  [[nodiscard]] const Sparsity& jacobian_sparsity() const;
  /// Rates read the time itself, so that nothing can come to rest.
  [[nodiscard]] bool depends_on_time() const;

  /// Every parameter's value: those overridden as given, the others from their expressions.
  /// [n_parameters], order of the network.
  [[nodiscard]] std::vector<double> parameter_values(std::span<const Override> overrides) const;

  /// Molecules of each species at the start. [n_species]
  [[nodiscard]] std::vector<double> initial_amounts(std::span<const double> parameters) const;

  /// Sums of amounts that no reaction changes, whatever the parameters; empty also if they cannot be
  /// written with small whole numbers. Found when first asked for.
  [[nodiscard]] std::span<const ConservationLaw> conservation_laws() const;

  struct Program;  // the compiled form, in rate_program.hpp
  [[nodiscard]] const Program& program() const { return *program_; }

 private:
  friend class Evaluator;
  std::shared_ptr<const Program> program_;
};

/// Evaluates one RateSystem at one set of parameter values. Cheap to make; one for each thread.
class Evaluator {
 public:
  /// @param parameters  [n_parameters] as from RateSystem::parameter_values; copied
  Evaluator(RateSystem system, std::span<const double> parameters);
  ~Evaluator();
  Evaluator(Evaluator&&) noexcept;
  Evaluator& operator=(Evaluator&&) noexcept;

  [[nodiscard]] const RateSystem& system() const;

  /// As if made anew with these, but in the memory there is. @param parameters  [n_parameters]
  void set_parameters(std::span<const double> parameters);

  /// dy/dt in molecules/s. Spans: y, dydt [n_species]; inputs [n_inputs].
  void rhs(double t, std::span<const double> y, std::span<const double> inputs,
           std::span<double> dydt);
  /// How often each reaction happens, 1/s. out [n_reactions].
  void rates(double t, std::span<const double> y, std::span<const double> inputs,
             std::span<double> out);
  /// d(dy_i/dt)/dy_j, values in the order of jacobian_sparsity().rows, 1/s.
  void jacobian(double t, std::span<const double> y, std::span<const double> inputs,
                std::span<double> values);
  /// Times at which rates may jump or have a corner: points of tables over the time, comparisons
  /// with the time. Ascending, s.
  [[nodiscard]] std::vector<double> breaks() const;

  /// Observables (molecules), then functions. out [n_outputs].
  void outputs(double t, std::span<const double> y, std::span<const double> inputs,
               std::span<double> out);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace rascade::simulate
