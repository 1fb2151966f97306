// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rascade/base/checked.hpp"
#include "rascade/service/model_file.hpp"

namespace rascade::service {

struct GradientRequest {
  std::string file;                     // .bngl or .net
  std::string output;                   // an observable or a function
  double time = 0.0;                    // s, from the start of the run
  std::vector<std::string> parameters;  // empty: all that are computed from no other
  std::string method = "auto";          // auto | forward | adjoint
  bool equilibrates = false;            // runs from the steady state instead of the seed amounts
  bool checks = false;                  // compares with finite differences
  bool reduces = true;                  // computes with the smallest network with this output
  std::string tolerances_file;          // read_tolerances; may be empty
  ExpansionRequest expansion;
};

/// What the output owes to one parameter.
struct GradientRow {
  std::string parameter;
  double value = 0.0;
  double slope = 0.0;                // d output / d parameter
  double elasticity = 0.0;           // d ln output / d ln parameter; 0 where the parameter is 0
  std::optional<double> difference;  // the slope by finite differences
};

struct GradientResponse {
  std::string output;
  double time = 0.0;   // s
  double value = 0.0;  // of the output
  bool is_adjoint = false;
  std::string sizes;  // of the reduced network, in words; empty: not reduced
  std::vector<GradientRow> rows;
  /// The largest distance between the two slopes, of the output's change when its parameter changes
  /// by as much as it is, in units of the larger of that change and the output. None: not checked.
  std::optional<double> worst;
};

/// A difference beyond this is more than what differences themselves get wrong.
inline constexpr double agreement = 1e-4;

/// Slopes of one output by parameters at one time, without the file's actions. Reports E1821 for
/// names the model lacks, E1822 for a method or a time that cannot be, and what reading, expanding
/// and ode::Sensitivities report.
[[nodiscard]] Checked<GradientResponse> find_gradient(const GradientRequest& request);

[[nodiscard]] std::string to_tsv(const GradientResponse& response);
[[nodiscard]] std::string to_json(const GradientResponse& response);

}  // namespace rascade::service
