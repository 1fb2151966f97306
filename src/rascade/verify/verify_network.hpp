// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "rascade/base/checked.hpp"
#include "rascade/network/network.hpp"
#include "rascade/simulate/trajectory.hpp"
#include "rascade/verify/compare_runs.hpp"

namespace rascade::verify {

struct VerifyPlan {
  std::vector<double> times;           // s, ascending; the first is the start
  simulate::Tolerances tolerances;     // of the looser integration
  double limit = 1e-5;                 // relative difference of integrations that still agree
  SamplePlan sample;                   // runs 0: no stochastic comparison; its times are not used
};

/// One pair of ways to compute the same.
struct Comparison {
  std::string name;                      // "tolerance", "reduction" or "stochastic"
  std::vector<Difference> differences;   // by output
  [[nodiscard]] bool agrees() const;
};

struct NetworkSize {
  std::size_t species = 0;
  std::size_t reactions = 0;
};

struct Verification {
  std::vector<Comparison> comparisons;
  std::vector<std::string> notes;  // in plain words, what was done and what came out
  NetworkSize whole;
  NetworkSize reduced;             // as small as `whole` if nothing can be left out
  bool agrees = true;              // false: something that must be equal is not
};

/// Computes the observables in several ways: integrated, integrated with tolerances 100 times
/// tighter, the same of the reduced network, and as the mean of stochastic runs. Integrations must
/// agree. The mean must if no reaction has two reactants and no rate depends on amounts; in other
/// networks it may differ, the more so the fewer molecules there are, and that is told as a note.
///
/// Throws simulate::IntegrationFailed.
[[nodiscard]] Checked<Verification> verify_network(const network::Network& network,
                                                   const VerifyPlan& plan);

/// Whether the means of stochastic runs obey the rate equations exactly.
[[nodiscard]] bool is_linear(const network::Network& network);

}  // namespace rascade::verify
