// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "rascade/ode/solver.hpp"
#include "rascade/ode/sparse_lu.hpp"
#include "rascade/simulate/conservation.hpp"

namespace rascade::ode {

/// The linear system J x = r in which the rows of J that conservation laws L make superfluous have
/// given way to L x = s: regular where the sums determine the steady state, and as well conditioned
/// as the network is. In right-hand sides the rows of owners hold s.
class LawSystem {
 public:
  LawSystem(Solver& solver, std::span<const simulate::ConservationLaw> laws);

  /// Takes J at (t, y). The relative error of solutions there: about one if the system is singular,
  /// as far as rounding lets one see.
  double move_to(double t, std::span<const double> y, std::span<const double> inputs);

  /// Both make the right-hand side the solution. @pre move_to returned a finite number
  void solve(std::span<double> x);
  void solve_transposed(std::span<double> x);

  /// Whether an odd number of modes grow where `move_to` went: det J within the sums has the sign of
  /// (-1)^(species - laws) if all decay.
  [[nodiscard]] bool is_saddle() const;

  [[nodiscard]] std::span<const simulate::ConservationLaw> laws() const { return laws_; }
  /// One law's sum.
  [[nodiscard]] static double sum(const simulate::ConservationLaw& law,
                                  std::span<const double> amounts);

 private:
  [[nodiscard]] std::vector<simulate::Triplet> entries() const;

  Solver& solver_;
  std::vector<simulate::ConservationLaw> laws_;
  std::vector<bool> owns_;  // [n_species]
  std::vector<double> jacobian_;
  std::vector<double> sizes_;  // [n_species], of amounts: J is factored in units of these
  std::optional<SparseLu> lu_;
  std::optional<SparseLu> transposed_;
};

}  // namespace rascade::ode
