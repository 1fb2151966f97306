// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "rascade/base/diagnostic.hpp"

namespace rascade::language {

/// Collects what is wrong with a text, so that one run can report all of it.
class Mistakes {
 public:
  void add(std::string code, const Span& span, std::string message, std::string hint = "");
  void warn(std::string code, const Span& span, std::string message, std::string hint = "");

  [[nodiscard]] bool has_error() const { return rascade::has_error(found_); }

  /// All of them in the order of the text; leaves none behind.
  [[nodiscard]] std::vector<Diagnostic> take();

 private:
  std::vector<Diagnostic> found_;
};

}  // namespace rascade::language
