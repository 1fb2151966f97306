// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "rascade/base/checked.hpp"
#include "rascade/service/model_file.hpp"

namespace rascade::service {

struct VerifyRequest {
  std::string file;             // .bngl or .net
  std::optional<double> time;   // s; else that of the file's last simulation
  std::size_t points = 20;      // after the start
  std::size_t runs = 100;       // stochastic; 0: none
  std::uint64_t seed = 1;
  double relative = 1e-8;       // tolerances of the looser integration
  double absolute = 1e-8;       // molecules
  double limit = 1e-5;          // relative difference of integrations that still agree
  std::uint64_t most_events = 20'000'000;  // of one stochastic run
  std::string format;           // tsv (also if empty) or json
  ExpansionRequest expansion;   // its threads run the stochastic simulations, too
};

struct VerifyResponse {
  std::string text;
  bool agrees = true;
};

/// Computes a model's observables in several ways and says whether they agree. The file's actions
/// are not run. Reports E1842 for a time that is neither given nor in the file, E1843 for one
/// stochastic run, and what ends an expansion early.
[[nodiscard]] Checked<VerifyResponse> verify_file(const VerifyRequest& request);

}  // namespace rascade::service
