// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "rascade/ode/integrator.hpp"
#include "rascade/pathway/assemble.hpp"

namespace rascade::pathway {

/// Amounts of the untreated cell by species name, to spare a second search for the same state.
using AmountsByName = std::map<std::string, double>;

/// One cell at one draw: its drug-free steady state, then its course under drugs.
class CellRun {
 public:
  struct Options {
    const knowledge::Switch* off = nullptr;     // a mechanism switched off once untreated
    const AmountsByName* untreated = nullptr;   // steady state of the same cell and draw, if known
    simulate::Tolerances tolerances;
    std::span<const double> values;             // of the recipes, instead of the draw's; may be empty
  };

  /// Finds the drug-free steady state. Throws simulate::IntegrationFailed.
  CellRun(const Assembly& assembly, const Catalogue& catalogue, const Draw& draw,
          const Options& options);

  /// Molecules of each species without drug. [n_species]
  [[nodiscard]] std::span<const double> untreated() const { return untreated_; }
  [[nodiscard]] AmountsByName untreated_by_name() const;
  /// An observable or function of the untreated cell. @pre the model has it
  [[nodiscard]] double untreated_output(std::string_view name) const;

  /// Outputs at `times` (s, from 0), from the untreated state; or from `amounts` if not empty.
  [[nodiscard]] simulate::Trajectory treat(const simulate::Forcing& forcing,
                                           std::span<const double> times,
                                           std::span<const double> amounts = {});

  [[nodiscard]] std::size_t output(std::string_view name) const;

 private:
  CellRun(const Assembly& assembly, std::vector<simulate::Override> overrides,
          const Options& options);

  simulate::RateSystem system_;
  ode::Integrator integrator_;
  std::vector<double> untreated_;
  std::vector<double> untreated_outputs_;
};

/// Constant free drug: `molecules` [n_drugs], internal unit.
[[nodiscard]] simulate::Forcing constant_drugs(std::vector<double> molecules);

}  // namespace rascade::pathway
