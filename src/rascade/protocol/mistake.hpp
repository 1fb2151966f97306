// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "rascade/base/diagnostic.hpp"

namespace rascade::protocol {

/// Ends the run of the actions; thrown within this module only, and turned into a Checked at its
/// border.
struct Mistake {
  std::vector<Diagnostic> diagnostics;

  explicit Mistake(std::vector<Diagnostic> all) : diagnostics(std::move(all)) {}
  Mistake(std::string code, Span span, std::string message, std::string hint = "")
      : diagnostics{{Severity::error, std::move(code), std::move(span), std::move(message),
                     std::move(hint)}}
  {
  }
};

}  // namespace rascade::protocol
