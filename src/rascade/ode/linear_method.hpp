// SPDX-License-Identifier: MIT
#pragma once

#include <limits>

#include "rascade/simulate/rate_system.hpp"

namespace rascade::ode {

/// How the linear systems (I - gamma J) x = b of implicit steps are solved.
enum class LinearMethod {
  direct,  // factors by KLU, ordered by AMD
  krylov,  // GMRES, preconditioned on the right by an incomplete factorisation
};

struct LinearChoice {
  LinearMethod method = LinearMethod::direct;
  /// Iterations a step beyond which the Krylov method gives way to factors; infinite: never.
  double patience = std::numeric_limits<double>::infinity();
  /// What factors would cost, in steps with that method.
  double factor_steps = 1.0;
};

/// By the fill that factors would have, as KLU predicts it (docs/adr/0010): factors unless some
/// iterations cost less. The patience is where both cost the same: stiffer systems are solved
/// directly.
[[nodiscard]] LinearChoice choose_linear_method(const simulate::Sparsity& pattern);

/// The same for integrations whose method cannot change on the way: iterations only where they cost
/// much less.
///
/// @param solves  systems with the same factors to be solved a step
[[nodiscard]] LinearChoice choose_lasting_method(const simulate::Sparsity& pattern, double solves);

}  // namespace rascade::ode
