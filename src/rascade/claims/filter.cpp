// SPDX-License-Identifier: MIT
#include "rascade/claims/filter.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "rascade/base/text.hpp"

namespace rascade::claims {
namespace {

const std::vector<std::string> known_keys{"id", "level", "part", "section", "statement", "status"};
const std::vector<std::string> statuses{"reproduced", "missed", "not_modelled", "open"};

bool holds(const std::string& text, const std::string& word)
{
  return to_lower(text).find(word) != std::string::npos;
}

bool is_one_of(const std::string& text, const std::vector<std::string>& values)
{
  return std::find(values.begin(), values.end(), to_lower(text)) != values.end();
}

bool fits_term(const Filter::Term& term, const knowledge::Claim& c)
{
  if (term.key == "status") return true;
  if (term.key == "id") return is_one_of(c.id, term.values);
  if (term.key == "level") return is_one_of(c.level, term.values);
  if (term.key == "statement") return is_one_of(c.statement, term.values);
  if (term.key == "part") {
    return std::any_of(c.parts.begin(), c.parts.end(),
                       [&](const std::string& part) { return is_one_of(part, term.values); });
  }
  const std::string text = term.key == "section"
                               ? c.section
                               : fmt::format("{} {} {} {} {} {} {} {}", c.id, c.section, c.context,
                                             c.a, c.b, c.readout, c.note, fmt::join(c.more, " "));
  return std::any_of(term.values.begin(), term.values.end(),
                     [&](const std::string& value) { return holds(text, value); });
}

Diagnostic unknown(std::string code, const std::string& what, const std::string& name,
                   const std::vector<std::string>& known)
{
  return {Severity::error, std::move(code), {"--filter", 0, 0, 0},
          fmt::format("unknown {} '{}'", what, name), suggest(name, known)};
}

}  // namespace

bool Filter::fits(const knowledge::Claim& claim) const
{
  return std::all_of(terms.begin(), terms.end(),
                     [&](const Term& term) { return fits_term(term, claim); });
}

bool Filter::fits(Status status) const
{
  return std::all_of(terms.begin(), terms.end(), [&](const Term& term) {
    return term.key != "status" || is_one_of(std::string(to_string(status)), term.values);
  });
}

Checked<Filter> parse_filter(std::string_view text)
{
  Filter filter;
  for (const std::string_view piece : split(text, ',')) {
    if (trim(piece).empty()) continue;
    const std::size_t equals = piece.find('=');
    Filter::Term term;
    if (equals != std::string_view::npos) {
      term.key = to_lower(trim(piece.substr(0, equals)));
      if (std::find(known_keys.begin(), known_keys.end(), term.key) == known_keys.end()) {
        return unknown("E2403", "key", term.key, known_keys);
      }
    }
    const std::string_view values = equals == std::string_view::npos ? piece : piece.substr(equals + 1);
    for (const std::string_view value : split(values, ';')) term.values.push_back(to_lower(trim(value)));
    for (const std::string& value : term.values) {
      if (term.key != "status" || is_one_of(value, statuses)) continue;
      return unknown("E2404", "status", value, statuses);
    }
    filter.terms.push_back(std::move(term));
  }
  return filter;
}

}  // namespace rascade::claims
