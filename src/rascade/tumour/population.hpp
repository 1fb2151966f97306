// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "rascade/random/stream.hpp"
#include "rascade/tumour/clone_growth.hpp"
#include "rascade/tumour/tumour.hpp"

namespace rascade::tumour {

/// What random numbers are for: streams of different purposes never share a draw, so that a change
/// of treatment leaves the mutants of before treatment as they were.
enum class Purpose : std::uint32_t { history = 0, treatment = 1 };

/// The cells of all clones, each with its own stream of random numbers.
class Population {
 public:
  /// @pre the setup outlives this object
  Population(const TumourSetup& setup, Purpose purpose);

  /// One step of one clone: its own growth, and what the divisions of its parent during the same
  /// step gave birth to (at mid-step, so that the step is of second order).
  /// @pre the parent has been advanced by the same step before
  void advance(std::size_t clone, const StepRates& rates, double dt, double stochastic_below);

  [[nodiscard]] double total() const;
  [[nodiscard]] const std::vector<Cells>& cells() const { return cells_; }  // [n_clones]
  [[nodiscard]] std::vector<Cells>& cells() { return cells_; }

 private:
  [[nodiscard]] Cells born(std::size_t clone, const StepRates& rates, double dt,
                           double stochastic_below);

  const std::vector<Clone>* clones_;
  std::vector<Cells> cells_;
  std::vector<double> divisions_;  // [n_clones], in the latest step
  std::vector<random::Stream> streams_;
};

}  // namespace rascade::tumour
