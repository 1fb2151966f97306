// SPDX-License-Identifier: MIT
#include "rascade/protocol/values.hpp"

#include <optional>
#include <utility>
#include <vector>

#include "rascade/language/read_expression.hpp"
#include "rascade/protocol/mistake.hpp"

namespace rascade::protocol {
namespace {

/// `f()` is the name f, as everywhere in networks.
void drop_empty_calls(model::Expression& e)
{
  using Kind = model::Expression::Kind;
  if (e.kind == Kind::call && e.args.empty()) e.kind = Kind::name;
  for (model::Expression& arg : e.args) drop_empty_calls(arg);
}

}  // namespace

double Values::evaluate(const model::Expression& formula)
{
  std::vector<Diagnostic> diagnostics;
  const simulate::NodeIndex node = resolve_formula(formula, scope_, graph_, diagnostics);
  if (has_error(diagnostics)) throw Mistake(std::move(diagnostics));
  return graph_.nodes()[node].value;
}

model::Expression read_formula(const std::string& text, const Span& span)
{
  language::Mistakes mistakes;
  std::vector<language::TokenLine> lines = language::lex(text);
  if (lines.size() != 1) throw Mistake("E1703", span, "expected a formula instead of \"" + text + "\"");
  language::LineCursor cursor(lines[0], span.file, mistakes);
  std::optional<model::Expression> formula = language::read_expression(cursor);
  if (!formula || !cursor.at_end()) {
    throw Mistake("E1703", span, "expected a formula instead of \"" + text + "\"");
  }
  drop_empty_calls(*formula);
  return *std::move(formula);
}

model::Expression number(double value)
{
  model::Expression e;
  e.number = value;
  return e;
}

}  // namespace rascade::protocol
