// SPDX-License-Identifier: MIT
#include "rascade/language/read_statement.hpp"

#include <fmt/format.h>

#include <array>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "rascade/base/text.hpp"
#include "rascade/language/read_action.hpp"
#include "rascade/language/read_expression.hpp"
#include "rascade/language/read_pattern.hpp"
#include "rascade/language/read_rule.hpp"

namespace rascade::language {
namespace {

using ObservableKind = model::Observable::Kind;

std::optional<SyntaxName> read_name(LineCursor& cursor, std::string_view what)
{
  if (!cursor.is_word()) {
    cursor.report_unexpected(what, "A name starts with a letter or '_'.");
    return std::nullopt;
  }
  const Token& token = cursor.take();
  return SyntaxName{std::string(token.text), cursor.span_of(token)};
}

bool expect_end(LineCursor& cursor, std::string_view hint = "")
{
  if (cursor.at_end()) return true;
  cursor.report_unexpected("the line's end", std::string(hint));
  return false;
}

/// `name:` before a statement.
std::optional<SyntaxName> read_label(LineCursor& cursor)
{
  if (!cursor.is_word() || !cursor.is(":", 1)) return std::nullopt;
  const Token& token = cursor.take();
  cursor.take();
  return SyntaxName{std::string(token.text), cursor.span_of(token)};
}

/// The value of a parameter or a function, after an optional `=`.
bool read_value(LineCursor& cursor, SyntaxFormula formula, std::vector<SyntaxFormula>& formulas)
{
  cursor.accept("=");
  std::optional<model::Expression> value = read_expression(cursor);
  if (!value || !expect_end(cursor, "Units and notes go into a comment, after '#'.")) return false;
  formula.value = std::move(*value);
  formulas.push_back(std::move(formula));
  return true;
}

bool read_parameter(LineCursor& cursor, const std::string& unit, SyntaxModel& syntax)
{
  std::optional<SyntaxName> name = read_name(cursor, "the name of a parameter");
  return name && read_value(cursor, {std::move(*name), {}, {}, unit}, syntax.parameters);
}

bool read_args(LineCursor& cursor, SyntaxFormula& function)
{
  while (!cursor.accept(")")) {
    std::optional<SyntaxName> arg = read_name(cursor, "the name of an argument, or ')'");
    if (!arg) return false;
    function.args.push_back(std::move(*arg));
    if (!cursor.accept(",") && !cursor.is(")")) {
      cursor.report_unexpected("',' or ')' after an argument");
      return false;
    }
  }
  return true;
}

bool read_function(LineCursor& cursor, const std::string& unit, SyntaxModel& syntax)
{
  std::optional<SyntaxName> name = read_name(cursor, "the name of a function");
  if (!name) return false;
  SyntaxFormula function{std::move(*name), {}, {}, unit};
  // A parenthesis after a blank belongs to the value, if there is no '=' behind it.
  const bool is_list = cursor.is(")", 1) || (cursor.is(")", 2) && cursor.is("=", 3));
  if (cursor.is("(") && (!cursor.peek().after_space || is_list)) {
    cursor.take();
    if (!read_args(cursor, function)) return false;
  }
  return read_value(cursor, std::move(function), syntax.functions);
}

bool read_compartment(LineCursor& cursor, const std::string& unit, SyntaxModel& syntax)
{
  std::optional<SyntaxName> name = read_name(cursor, "the name of a compartment");
  if (!name) return false;
  const std::string_view dimensions = cursor.peek().text;
  if (dimensions != "2" && dimensions != "3") {
    cursor.report_unexpected("the number of dimensions, 2 (a surface) or 3 (a volume)");
    return false;
  }
  cursor.take();
  std::optional<model::Expression> size = read_expression(cursor);
  if (!size) return false;
  SyntaxCompartment compartment{std::move(*name), dimensions == "2" ? 2 : 3, std::move(*size),
                                std::nullopt, unit};
  if (cursor.is_word()) compartment.outside = read_name(cursor, "");
  if (!expect_end(cursor, "Write name, dimensions, size and what is outside.")) return false;
  syntax.compartments.push_back(std::move(compartment));
  return true;
}

bool read_type(LineCursor& cursor, SyntaxModel& syntax)
{
  std::optional<SyntaxMolecule> type = read_molecule_type(cursor);
  if (!type) return false;
  if (cursor.peek().text == "population") {
    cursor.warn("W0104", cursor.here(), "'population' changes nothing here",
                "Every species is counted: there is no hybrid simulation.");
    cursor.take();
  }
  if (!expect_end(cursor, "Declare one molecule type a line.")) return false;
  syntax.molecule_types.push_back(std::move(*type));
  return true;
}

bool read_seed(LineCursor& cursor, const std::string& unit, SyntaxModel& syntax)
{
  std::optional<SyntaxPattern> pattern = read_pattern(cursor);
  if (!pattern) return false;
  std::optional<model::Expression> amount = read_expression(cursor);
  if (!amount || !expect_end(cursor)) return false;
  syntax.seeds.push_back({std::move(*pattern), std::move(*amount), unit});
  return true;
}

std::optional<ObservableKind> read_kind(LineCursor& cursor)
{
  const std::string_view word = cursor.peek().text;
  if (word == "Molecules" || word == "Species") {
    cursor.take();
    return word == "Species" ? ObservableKind::species : ObservableKind::molecules;
  }
  if (word == "Counter") {
    cursor.report("E0207", cursor.here(), "observables of the kind Counter are not supported",
                  "Write Molecules.");
    return std::nullopt;
  }
  const std::array<std::string, 2> valid{"Molecules", "Species"};
  const bool is_old = cursor.is_word() && cursor.is_word(1) && !cursor.is_word(2);
  if (is_old && !nearest_name(word, valid)) {
    cursor.warn("W0202", cursor.here(), "an observable without its kind is read as Molecules",
                "Write Molecules or Species before its name.");
    return ObservableKind::molecules;
  }
  cursor.report_unexpected("the kind of observable, Molecules or Species", suggest(word, valid));
  return std::nullopt;
}

/// `0` is the pattern that nothing fits.
bool read_observed(LineCursor& cursor, SyntaxObservable& observable)
{
  if (cursor.peek().text == "0") {
    cursor.take();
    return true;
  }
  std::optional<SyntaxPattern> pattern = read_pattern(cursor);
  if (!pattern) return false;
  observable.patterns.push_back(std::move(*pattern));
  return true;
}

bool read_observable(LineCursor& cursor, SyntaxModel& syntax)
{
  const std::optional<ObservableKind> kind = read_kind(cursor);
  if (!kind) return false;
  std::optional<SyntaxName> name = read_name(cursor, "the name of the observable");
  if (!name) return false;
  SyntaxObservable observable{std::move(*name), *kind, {}};
  bool more = true;
  while (more) {
    if (!read_observed(cursor, observable)) return false;
    const bool has_comma = cursor.accept(",");
    // A blank separates patterns, too.
    more = !cursor.at_end() &&
           (has_comma || cursor.is_word() || cursor.is("@") || cursor.is("%") || cursor.is("{"));
  }
  if (!expect_end(cursor, "Patterns are separated by commas.")) return false;
  syntax.observables.push_back(std::move(observable));
  return true;
}

bool read_energy(LineCursor& cursor, std::optional<SyntaxName> label, SyntaxModel& syntax)
{
  std::optional<SyntaxPattern> pattern = read_pattern(cursor);
  if (!pattern) return false;
  std::optional<model::Expression> energy = read_expression(cursor);
  if (!energy || !expect_end(cursor)) return false;
  syntax.energies.push_back({std::move(label), std::move(*pattern), std::move(*energy)});
  return true;
}

bool read_reaction_rule(LineCursor& cursor, std::vector<SyntaxRule>& rules)
{
  std::optional<SyntaxRule> rule = read_rule(cursor);
  if (!rule) return false;
  rules.push_back(std::move(*rule));
  return true;
}

/// Read and left out: there is no hybrid simulation that would use it.
bool read_population_map(LineCursor& cursor)
{
  cursor.warn("W0104", cursor.here(), "the population map is left out",
              "Every species is counted: there is no hybrid simulation.");
  std::vector<SyntaxRule> unused;
  return read_reaction_rule(cursor, unused);
}

bool read_listed_action(LineCursor& cursor, SyntaxModel& syntax)
{
  std::optional<model::Action> action = read_action(cursor);
  if (!action) return false;
  syntax.actions.push_back(std::move(*action));
  return true;
}

}  // namespace

bool read_statement(Block block, LineCursor& cursor, const std::string& unit, SyntaxModel& syntax)
{
  std::optional<SyntaxName> label;
  if (block != Block::rules && block != Block::population_maps) label = read_label(cursor);
  switch (block) {
    case Block::parameters:
      return read_parameter(cursor, unit, syntax);
    case Block::compartments:
      return read_compartment(cursor, unit, syntax);
    case Block::molecule_types:
      return read_type(cursor, syntax);
    case Block::seeds:
      return read_seed(cursor, unit, syntax);
    case Block::observables:
      return read_observable(cursor, syntax);
    case Block::functions:
      return read_function(cursor, unit, syntax);
    case Block::energies:
      return read_energy(cursor, std::move(label), syntax);
    case Block::rules:
      return read_reaction_rule(cursor, syntax.rules);
    case Block::population_maps:
      return read_population_map(cursor);
    case Block::actions:
      return read_listed_action(cursor, syntax);
    case Block::skipped:
      return true;
  }
  return true;
}

std::string unit_behind(const Token& token, std::string_view text)
{
  const char* behind = token.text.data() + token.text.size();
  std::string_view rest = text.substr(static_cast<std::size_t>(behind - text.data()));
  rest = trim(rest.substr(0, rest.find('\n')));
  if (rest.empty() || rest.front() != '#') return "";
  rest = trim(rest.substr(1));
  const std::size_t end = rest.find(']');
  if (rest.empty() || rest.front() != '[' || end == std::string_view::npos) return "";
  return std::string(trim(rest.substr(1, end - 1)));
}

}  // namespace rascade::language
