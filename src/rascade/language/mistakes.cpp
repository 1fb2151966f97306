// SPDX-License-Identifier: MIT
#include "rascade/language/mistakes.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace rascade::language {

void Mistakes::add(std::string code, const Span& span, std::string message, std::string hint)
{
  found_.push_back({Severity::error, std::move(code), span, std::move(message), std::move(hint)});
}

void Mistakes::warn(std::string code, const Span& span, std::string message, std::string hint)
{
  found_.push_back({Severity::warning, std::move(code), span, std::move(message), std::move(hint)});
}

std::vector<Diagnostic> Mistakes::take()
{
  std::stable_sort(found_.begin(), found_.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.span.line, a.span.column) < std::tie(b.span.line, b.span.column);
  });
  return std::exchange(found_, {});
}

}  // namespace rascade::language
