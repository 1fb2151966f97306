// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "rascade/random/stream.hpp"
#include "rascade/tumour/clone_growth.hpp"
#include "rascade/tumour/tumour.hpp"

namespace rascade::tumour {

/// A part of a tumour's life. Parts never share a random number, so that a change of treatment
/// leaves the mutants of before treatment as they were.
enum class Life { before_treatment, under_treatment };

/// The cells of all clones, each with a stream of random numbers for its births by mutation and one
/// for its growth.
class Population {
 public:
  /// @pre the setup outlives this object
  Population(const TumourSetup& setup, Life life);

  /// One step of one clone: its own growth, and what the divisions of its parent during the same
  /// step gave birth to (at mid-step, so that the step is of second order).
  /// @pre the parent has been advanced by the same step before
  void advance(std::size_t clone, const StepRates& rates, double dt, double stochastic_below);

  [[nodiscard]] double total() const;
  [[nodiscard]] const std::vector<Cells>& cells() const { return cells_; }  // [n_clones]
  [[nodiscard]] std::vector<Cells>& cells() { return cells_; }

 private:
  [[nodiscard]] double births(std::size_t clone, double mean);

  const std::vector<Clone>* clones_;
  std::vector<Cells> cells_;
  std::vector<double> divisions_;      // [n_clones], in the latest step
  std::vector<double> to_next_birth_;  // [n_clones], expected births until the next one happens
  std::vector<random::Stream> birth_streams_, growth_streams_;  // [n_clones]
};

}  // namespace rascade::tumour
