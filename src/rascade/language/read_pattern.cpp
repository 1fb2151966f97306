// SPDX-License-Identifier: MIT
#include "rascade/language/read_pattern.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "rascade/base/text.hpp"

namespace rascade::language {
namespace {

enum class Form { pattern, declaration };

SyntaxName take_name(LineCursor& cursor)
{
  const Token& token = cursor.take();
  return {std::string(token.text), cursor.span_of(token)};
}

/// A name after a sign that is already taken.
bool read_mark(LineCursor& cursor, std::string_view what, std::optional<SyntaxName>& mark)
{
  if (!cursor.is_word()) {
    cursor.report_unexpected(what);
    return false;
  }
  if (mark) {
    cursor.report("E0201", cursor.here(),
                  fmt::format("'{}' follows '{}': one is enough", cursor.peek().text, mark->text),
                  "Remove one.");
    return false;
  }
  mark = take_name(cursor);
  return true;
}

bool read_state(LineCursor& cursor, Form form, SyntaxSite& site)
{
  if (form == Form::pattern && cursor.accept("?")) return true;
  if (!cursor.is_word()) {
    cursor.report_unexpected("the name of a state after '~'");
    return false;
  }
  if (form == Form::pattern && !site.states.empty()) {
    cursor.report("E0201", cursor.here(),
                  fmt::format("site '{}' has two states in one pattern", site.name.text),
                  "Only a molecule type lists several states.");
    return false;
  }
  site.states.push_back(take_name(cursor));
  return true;
}

bool is_label(const Token& token)
{
  if (token.kind == TokenKind::word) return true;
  return token.kind == TokenKind::number &&
         token.text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool read_bond(LineCursor& cursor, Form form, SyntaxSite& site)
{
  if (form == Form::declaration) {
    cursor.report_unexpected("',' or ')'", "A molecule type lists sites and states, no bonds.");
    return false;
  }
  if (site.bond) {
    cursor.report("E0207", cursor.here(),
                  fmt::format("site '{}' has more than one bond", site.name.text),
                  "Declare one site for each bond; sites may share a name.");
    return false;
  }
  if (!cursor.is("+") && !cursor.is("?") && !is_label(cursor.peek())) {
    cursor.report_unexpected("a bond label, '+' or '?' after '!'");
    return false;
  }
  site.bond = take_name(cursor);
  return true;
}

bool read_site_tag(LineCursor& cursor, Form form, SyntaxSite& site)
{
  if (form == Form::pattern) return read_mark(cursor, "the name of a tag", site.tag);
  cursor.report_unexpected("',' or ')'", "A molecule type has no tags.");
  return false;
}

bool read_site(LineCursor& cursor, Form form, SyntaxMolecule& molecule)
{
  if (!cursor.is_word()) {
    cursor.report_unexpected("the name of a site");
    return false;
  }
  SyntaxSite site{take_name(cursor), {}, std::nullopt, std::nullopt};
  while (true) {
    if (cursor.accept("~")) {
      if (!read_state(cursor, form, site)) return false;
    } else if (cursor.accept("!")) {
      if (!read_bond(cursor, form, site)) return false;
    } else if (cursor.accept("%")) {
      if (!read_site_tag(cursor, form, site)) return false;
    } else if (cursor.is("@")) {
      cursor.report("E0207", cursor.here(), "a site has no compartment of its own",
                    "Write it behind the molecule: A(b)@C.");
      return false;
    } else {
      break;
    }
  }
  molecule.sites.push_back(std::move(site));
  return true;
}

bool read_sites(LineCursor& cursor, Form form, SyntaxMolecule& molecule)
{
  if (!cursor.is(")")) {
    do {
      if (!read_site(cursor, form, molecule)) return false;
    } while (cursor.accept(","));
  }
  return cursor.expect(")", fmt::format("after the sites of {}", molecule.name.text));
}

/// `A`, `A()` or `A(…)`, with `@C` and `%x` before or behind the parentheses, which follow without
/// a blank: those after one belong to the amount or rate behind the pattern.
std::optional<SyntaxMolecule> read_molecule(LineCursor& cursor, Form form)
{
  if (!cursor.is_word()) {
    cursor.report_unexpected("the name of a molecule");
    return std::nullopt;
  }
  SyntaxMolecule molecule{take_name(cursor), {}, std::nullopt, std::nullopt};
  bool has_sites = false;
  while (!cursor.peek().after_space) {
    bool is_good = true;
    if (!has_sites && cursor.accept("(")) {
      has_sites = true;
      is_good = read_sites(cursor, form, molecule);
    } else if (form == Form::pattern && cursor.accept("@")) {
      is_good = read_mark(cursor, "the name of a compartment", molecule.compartment);
    } else if (form == Form::pattern && cursor.accept("%")) {
      is_good = read_mark(cursor, "the name of a tag", molecule.tag);
    } else {
      break;
    }
    if (!is_good) return std::nullopt;
  }
  return molecule;
}

/// Whether `%x@C:` or the like stands at the cursor, and not a tag or place of a molecule.
bool has_header(const LineCursor& cursor)
{
  std::size_t at = 0;
  while ((cursor.is("%", at) || cursor.is("@", at)) && cursor.is_word(at + 1)) at += 2;
  return at > 0 && (cursor.is(":", at) || cursor.is("::", at));
}

bool read_header(LineCursor& cursor, SyntaxPattern& pattern)
{
  while (!cursor.accept(":") && !cursor.accept("::")) {
    const bool is_tag = cursor.take().text == "%";
    if (!read_mark(cursor, "a name", is_tag ? pattern.tag : pattern.compartment)) return false;
  }
  return true;
}

/// `{MatchOnce}` or `{MatchOnce=1}`.
bool read_attribute(LineCursor& cursor, SyntaxPattern& pattern)
{
  const Token name = cursor.peek();
  if (name.text != "MatchOnce" && name.text != "Fixed") {
    cursor.report("E0207", cursor.here(),
                  fmt::format("there is no attribute {{{}}} of a pattern", name.text),
                  "Valid: {MatchOnce}, {Fixed}.");
    return false;
  }
  cursor.take();
  bool is_set = true;
  if (cursor.accept("=")) is_set = cursor.take().text != "0";
  (name.text == "Fixed" ? pattern.fixed : pattern.match_once) = is_set;
  return cursor.expect("}", "after the attribute");
}

bool is_sign(const LineCursor& cursor)
{
  constexpr std::array<std::string_view, 7> signs{"==", "=", "!=", "<", "<=", ">", ">="};
  return std::any_of(signs.begin(), signs.end(), [&](auto sign) { return cursor.is(sign); });
}

bool read_quantifier(LineCursor& cursor, SyntaxPattern& pattern)
{
  const Token sign = cursor.take();
  const Token number = cursor.peek();
  const std::optional<double> count = parse_number(number.text);
  if (pattern.quantifier || number.kind != TokenKind::number || !is_label(number) || !count ||
      *count > 1e9) {
    cursor.report_unexpected("one number of molecules after the pattern");
    return false;
  }
  cursor.take();
  pattern.quantifier = model::Quantifier{std::string(sign.text == "=" ? "==" : sign.text),
                                         static_cast<std::uint32_t>(*count)};
  return true;
}

/// `$` and `{…}` may stand before and behind the header.
bool read_front(LineCursor& cursor, SyntaxPattern& pattern)
{
  while (true) {
    if (cursor.accept("$")) {
      pattern.fixed = true;
    } else if (cursor.accept("{")) {
      if (!read_attribute(cursor, pattern)) return false;
    } else if (has_header(cursor)) {
      if (!read_header(cursor, pattern)) return false;
    } else {
      return true;
    }
  }
}

bool read_back(LineCursor& cursor, SyntaxPattern& pattern)
{
  while (true) {
    if (cursor.is("{") && !cursor.peek().after_space) {
      cursor.take();
      if (!read_attribute(cursor, pattern)) return false;
    } else if (is_sign(cursor)) {
      if (!read_quantifier(cursor, pattern)) return false;
    } else {
      return true;
    }
  }
}

}  // namespace

std::optional<SyntaxPattern> read_pattern(LineCursor& cursor)
{
  SyntaxPattern pattern;
  if (!read_front(cursor, pattern)) return std::nullopt;
  pattern.span = cursor.here();
  do {
    std::optional<SyntaxMolecule> molecule = read_molecule(cursor, Form::pattern);
    if (!molecule) return std::nullopt;
    pattern.molecules.push_back(std::move(*molecule));
  } while (cursor.accept("."));
  if (!read_back(cursor, pattern)) return std::nullopt;
  return pattern;
}

std::optional<SyntaxMolecule> read_molecule_type(LineCursor& cursor)
{
  return read_molecule(cursor, Form::declaration);
}

}  // namespace rascade::language
