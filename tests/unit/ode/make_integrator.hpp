// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "rascade/ode/integrator.hpp"
#include "unit/simulate/build_network.hpp"

namespace rascade::ode {

using simulate::Formula;
using simulate::NetworkBuilder;
using simulate::Trajectory;

/// Tight enough that errors of a few hundred tolerances stay far below what the tests allow.
inline constexpr simulate::Tolerances tight{.relative = 1e-9, .absolute = 1e-9};

inline Integrator integrator_of(const NetworkBuilder& builder,
                                const std::vector<std::string>& inputs = {},
                                simulate::Tolerances tolerances = tight)
{
  Checked<simulate::RateSystem> system = simulate::RateSystem::compile(builder.network(), inputs);
  EXPECT_TRUE(system) << to_string(system.diagnostics());
  const std::vector<double> parameters = system->parameter_values({});
  return Integrator(simulate::Evaluator(*std::move(system), parameters), tolerances);
}

}  // namespace rascade::ode
