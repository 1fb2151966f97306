// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "rascade/base/checked.hpp"
#include "rascade/service/model_file.hpp"

namespace rascade::service {

struct CompileRequest {
  std::string file;               // .bngl, or .net for the passes that need no rules
  std::string pass = "network";   // model | rules | network | equations | reduced
  bool as_json = false;
  ExpansionRequest expansion;
  std::vector<std::string> keep;  // of the pass reduced: outputs to preserve; all if empty
};

/// What a pass gives. If a limit ended the expansion, `stopped_by` says which, and the text is what
/// was found so far, marked as such.
struct CompileResponse {
  std::string text;
  std::vector<Diagnostic> stopped_by;
};

/// The model after a pass of the compiler. Reports E1811 for a pass that is not known, E1812 for
/// rules asked of a network and E1841 for an output to keep that the model does not have.
[[nodiscard]] Checked<CompileResponse> compile_model(const CompileRequest& request);

}  // namespace rascade::service
