// SPDX-License-Identifier: MIT
#include "rascade/service/tolerance_file.hpp"

#include <fmt/format.h>

#include "rascade/base/text.hpp"
#include "rascade/service/session.hpp"

namespace rascade::service {
namespace {

using protocol::SpeciesTolerance;

constexpr const char* form = "Write: species, a tab, molecules above zero.";

Diagnostic mistake(Span span, std::string message)
{
  return {Severity::error, "E1851", std::move(span), std::move(message), form};
}

}  // namespace

Checked<std::vector<SpeciesTolerance>> parse_tolerances(std::string_view text,
                                                        const std::string& file)
{
  std::vector<SpeciesTolerance> rows;
  std::vector<Diagnostic> mistakes;
  bool has_titles = false;
  std::uint32_t line = 0;
  for (const std::string_view whole : split(text, '\n')) {
    ++line;
    const std::string_view content = trim(whole);
    if (content.empty() || content.starts_with('#')) continue;
    const std::vector<std::string_view> cells = split(content, '\t');
    const auto at = [&](std::size_t cell) {
      return static_cast<std::uint32_t>(cells[cell].data() - whole.data()) + 1;
    };
    const auto span = [&](std::size_t cell) {
      return Span{file, line, at(cell), static_cast<std::uint32_t>(cells[cell].size())};
    };
    if (cells.size() != 2) {
      mistakes.push_back(mistake(span(0), fmt::format("{} columns instead of 2", cells.size())));
    } else if (!has_titles) {
      has_titles = trim(cells[0]) == "species" && trim(cells[1]) == "atol";
      if (!has_titles)
        return mistake(span(0), "the first line must be the titles species and atol");
    } else if (const auto value = parse_number(trim(cells[1])); value && *value > 0.0) {
      rows.push_back({std::string(trim(cells[0])), *value, span(0)});
    } else {
      mistakes.push_back(mistake(span(1), fmt::format("'{}' is no tolerance", trim(cells[1]))));
    }
  }
  if (!mistakes.empty()) return mistakes;
  return rows;
}

Checked<std::vector<SpeciesTolerance>> read_tolerances(const std::string& path)
{
  const Checked<std::string> text = read_text(path);
  if (!text) return text.diagnostics();
  return parse_tolerances(*text, path);
}

}  // namespace rascade::service
