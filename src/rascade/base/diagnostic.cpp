// SPDX-License-Identifier: MIT
#include "rascade/base/diagnostic.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rascade {

std::string to_string(const Diagnostic& diagnostic)
{
  const Span& span = diagnostic.span;
  const std::string place =
      span.line == 0 ? span.file : fmt::format("{}:{}:{}", span.file, span.line, span.column);
  std::string text = fmt::format("{}: {} {}: {}", place,
                                 diagnostic.severity == Severity::error ? "error" : "warning",
                                 diagnostic.code, diagnostic.message);
  if (!diagnostic.hint.empty()) text += "\n  hint: " + diagnostic.hint;
  return text;
}

std::string to_string(const std::vector<Diagnostic>& diagnostics)
{
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics) text += to_string(diagnostic) + '\n';
  return text;
}

bool has_error(const std::vector<Diagnostic>& diagnostics)
{
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::error; });
}

}  // namespace rascade
