// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace rascade {

/// A place in the user's text. Lines and columns count from 1; line 0 means "the file as a whole".
struct Span {
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t length = 0;
};

enum class Severity { warning, error };

/// One mistake of the user's: where, what, and what to do about it.
struct Diagnostic {
  Severity severity = Severity::error;
  std::string code;     // stable, e.g. "E0412"
  Span span;
  std::string message;  // what is wrong, with the offending value
  std::string hint;     // the fix; may be empty
};

/// `file:line:column: error E0412: message` and, on a second line, `  hint: …` if there is one.
[[nodiscard]] std::string to_string(const Diagnostic& diagnostic);

/// All of them, one after the other, each ended by a newline.
[[nodiscard]] std::string to_string(const std::vector<Diagnostic>& diagnostics);

[[nodiscard]] bool has_error(const std::vector<Diagnostic>& diagnostics);

}  // namespace rascade
