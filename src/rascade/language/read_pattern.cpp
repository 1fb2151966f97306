// SPDX-License-Identifier: MIT
#include "rascade/language/read_pattern.hpp"

#include <string>
#include <utility>

#include <fmt/format.h>

namespace rascade::language {
namespace {

enum class Form { pattern, declaration };

SyntaxName take_name(LineCursor& cursor)
{
  const Token& token = cursor.take();
  return {std::string(token.text), cursor.span_of(token)};
}

/// Reports E0207 if one of the constructs that this language leaves out stands at the cursor.
bool refuse_unsupported(LineCursor& cursor)
{
  const auto refuse = [&cursor](std::string message, std::string hint) {
    cursor.report("E0207", cursor.here(), std::move(message), std::move(hint));
    return true;
  };
  if (cursor.is("{")) {
    return refuse(fmt::format("the modifier {{{}}} is not supported", cursor.peek(1).text),
                  "Remove it; for {MatchOnce} use an observable of kind Species.");
  }
  if (cursor.is("@")) {
    return refuse("compartments are not supported",
                  "Give the molecule a site whose states are places, e.g. loc~membrane~cytosol.");
  }
  if (cursor.is("%")) {
    return refuse("labels (%x) are not supported",
                  "Remove it: molecules correspond in the order they appear, type by type.");
  }
  return false;
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

bool read_site(LineCursor& cursor, Form form, SyntaxMolecule& molecule)
{
  if (refuse_unsupported(cursor)) return false;
  if (!cursor.is_word()) {
    cursor.report_unexpected("the name of a site");
    return false;
  }
  SyntaxSite site{take_name(cursor), {}, std::nullopt};
  while (cursor.is("~") || cursor.is("!")) {
    const bool is_state = cursor.take().text == "~";
    if (!(is_state ? read_state(cursor, form, site) : read_bond(cursor, form, site))) return false;
  }
  molecule.sites.push_back(std::move(site));
  return !refuse_unsupported(cursor);
}

/// `A`, `A()` or `A(…)`; a parenthesis after a space belongs to the amount or rate that follows.
std::optional<SyntaxMolecule> read_molecule(LineCursor& cursor, Form form)
{
  if (refuse_unsupported(cursor)) return std::nullopt;
  if (!cursor.is_word()) {
    cursor.report_unexpected("the name of a molecule");
    return std::nullopt;
  }
  SyntaxMolecule molecule{take_name(cursor), {}};
  const bool has_sites = cursor.is("(") && !cursor.peek().after_space;
  if (has_sites) {
    cursor.take();
    if (!cursor.is(")")) {
      do {
        if (!read_site(cursor, form, molecule)) return std::nullopt;
      } while (cursor.accept(","));
    }
    if (!cursor.expect(")", fmt::format("after the sites of {}", molecule.name.text))) {
      return std::nullopt;
    }
  }
  if (refuse_unsupported(cursor)) return std::nullopt;
  return molecule;
}

}  // namespace

std::optional<SyntaxPattern> read_pattern(LineCursor& cursor)
{
  SyntaxPattern pattern{{}, cursor.here()};
  do {
    std::optional<SyntaxMolecule> molecule = read_molecule(cursor, Form::pattern);
    if (!molecule) return std::nullopt;
    pattern.molecules.push_back(std::move(*molecule));
  } while (cursor.accept("."));
  return pattern;
}

std::optional<SyntaxMolecule> read_molecule_type(LineCursor& cursor)
{
  return read_molecule(cursor, Form::declaration);
}

}  // namespace rascade::language
