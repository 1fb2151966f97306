// SPDX-License-Identifier: MIT
#include "rascade/language/read_syntax.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "rascade/base/text.hpp"
#include "rascade/language/block.hpp"
#include "rascade/language/lexer.hpp"
#include "rascade/language/line_cursor.hpp"
#include "rascade/language/read_expression.hpp"
#include "rascade/language/read_pattern.hpp"
#include "rascade/language/read_rule.hpp"

namespace rascade::language {
namespace {

using Kind = model::Observable::Kind;

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

/// The value of a parameter or a function, after an optional `=`.
bool read_value(LineCursor& cursor, SyntaxName name, std::vector<SyntaxFormula>& formulas)
{
  cursor.accept("=");
  std::optional<model::Expression> value = read_expression(cursor);
  if (!value || !expect_end(cursor, "Units and notes go into a comment, after '#'.")) return false;
  formulas.push_back({std::move(name), std::move(*value)});
  return true;
}

bool read_parameter(LineCursor& cursor, SyntaxModel& syntax)
{
  std::optional<SyntaxName> name = read_name(cursor, "the name of a parameter");
  return name && read_value(cursor, std::move(*name), syntax.parameters);
}

bool read_function(LineCursor& cursor, SyntaxModel& syntax)
{
  std::optional<SyntaxName> name = read_name(cursor, "the name of a function");
  if (!name) return false;
  if (cursor.is("(") && !cursor.peek().after_space) {
    cursor.take();
    if (cursor.is_word()) {
      cursor.report("E0207", cursor.here(),
                    fmt::format("function '{}' has an argument: local functions are not supported",
                                name->text),
                    "Use observables; they are known everywhere.");
      return false;
    }
    if (!cursor.expect(")", "after the name of the function")) return false;
  }
  return read_value(cursor, std::move(*name), syntax.functions);
}

bool read_type(LineCursor& cursor, SyntaxModel& syntax)
{
  std::optional<SyntaxMolecule> type = read_molecule_type(cursor);
  if (!type) return false;
  if (cursor.is_word() && cursor.peek().text == "population") {
    cursor.report("E0207", cursor.here(), "population types are not supported",
                  "Remove the word: species are counted, not tracked one by one.");
    return false;
  }
  if (!expect_end(cursor, "Declare one molecule type a line.")) return false;
  syntax.molecule_types.push_back(std::move(*type));
  return true;
}

bool read_seed(LineCursor& cursor, SyntaxModel& syntax)
{
  if (cursor.is_word() && cursor.is(":", 1)) {
    cursor.take();  // a label
    cursor.take();
  }
  const bool fixed = cursor.accept("$");
  std::optional<SyntaxPattern> pattern = read_pattern(cursor);
  if (!pattern) return false;
  std::optional<model::Expression> amount = read_expression(cursor);
  if (!amount || !expect_end(cursor)) return false;
  syntax.seeds.push_back({std::move(*pattern), std::move(*amount), fixed});
  return true;
}

std::optional<Kind> read_kind(LineCursor& cursor)
{
  const std::string_view word = cursor.peek().text;
  if (word == "Molecules" || word == "Species") {
    cursor.take();
    return word == "Species" ? Kind::species : Kind::molecules;
  }
  const std::array<std::string, 2> valid{"Molecules", "Species"};
  cursor.report_unexpected("the kind of observable, Molecules or Species", suggest(word, valid));
  return std::nullopt;
}

bool refuse_quantifier(LineCursor& cursor)
{
  constexpr std::array<std::string_view, 6> signs{"==", "!=", "<", "<=", ">", ">="};
  if (std::none_of(signs.begin(), signs.end(), [&](auto sign) { return cursor.is(sign); })) {
    return false;
  }
  cursor.report("E0207", cursor.here(), "counts in an observable (==, <, …) are not supported",
                "Write the molecules the species must hold into the pattern.");
  return true;
}

bool read_observable(LineCursor& cursor, SyntaxModel& syntax)
{
  const std::optional<Kind> kind = read_kind(cursor);
  if (!kind) return false;
  std::optional<SyntaxName> name = read_name(cursor, "the name of the observable");
  if (!name) return false;
  SyntaxObservable observable{std::move(*name), *kind, {}};
  bool more = true;
  while (more) {
    std::optional<SyntaxPattern> pattern = read_pattern(cursor);
    if (!pattern || refuse_quantifier(cursor)) return false;
    observable.patterns.push_back(std::move(*pattern));
    more = cursor.accept(",") || cursor.is_word();  // a blank separates patterns, too
  }
  if (!expect_end(cursor, "Patterns are separated by commas.")) return false;
  syntax.observables.push_back(std::move(observable));
  return true;
}

bool read_reaction_rule(LineCursor& cursor, SyntaxModel& syntax)
{
  std::optional<SyntaxRule> rule = read_rule(cursor);
  if (!rule) return false;
  syntax.rules.push_back(std::move(*rule));
  return true;
}

class SyntaxReader {
 public:
  SyntaxReader(const std::string& file, Mistakes& mistakes) : file_(file), mistakes_(mistakes) {}

  SyntaxModel run(std::string_view text)
  {
    for (const TokenLine& line : lex(text)) read_line(line);
    if (prose_) report_prose(*prose_);
    if (open_) report_open("the text ends");
    if (model_) {
      mistakes_.add("E0102", *model_, "the block 'model' is not ended", "Write end model.");
    }
    return std::move(syntax_);
  }

 private:
  struct OpenBlock {
    Block block;
    std::string name;
    Span span;
  };

  void read_line(const TokenLine& line)
  {
    LineCursor cursor(line, file_, mistakes_);
    const std::string_view first = line.front().text;
    if (first == "begin") return begin_block(line, cursor.here());
    if (first == "end") return end_block(line, cursor.here());
    if (!open_) return skip_outside(cursor);
    if (open_->block == Block::skipped) return;
    const bool has_index = line.size() > 1 && line[0].kind == TokenKind::number &&
                           (cursor.is_word(1) || cursor.is("$", 1) || cursor.is("@", 1));
    if (has_index) cursor.take();
    if (!read_statement(cursor)) mark_broken(line, has_index ? 1 : 0);
  }

  bool read_statement(LineCursor& cursor)
  {
    switch (open_->block) {
      case Block::parameters:
        return read_parameter(cursor, syntax_);
      case Block::molecule_types:
        return read_type(cursor, syntax_);
      case Block::seeds:
        return read_seed(cursor, syntax_);
      case Block::observables:
        return read_observable(cursor, syntax_);
      case Block::functions:
        return read_function(cursor, syntax_);
      case Block::rules:
        return read_reaction_rule(cursor, syntax_);
      case Block::skipped:
        return true;
    }
    return true;
  }

  void mark_broken(const TokenLine& line, std::size_t first)
  {
    if (open_->block == Block::seeds || open_->block == Block::rules) return;
    const std::size_t at = open_->block == Block::observables ? first + 1 : first;
    if (at < line.size() && line[at].kind == TokenKind::word) {
      syntax_.broken.emplace(line[at].text);
    }
  }

  void begin_block(const TokenLine& line, const Span& span)
  {
    seen_begin_ = true;
    const std::string name = block_name(line);
    after_action_ = false;
    if (name == "model") {
      outside_model_ = false;
      if (!model_) model_ = span;
      return;
    }
    if (open_) report_open(fmt::format("'begin {}' follows in line {}", name, span.line));
    open_ = OpenBlock{find_block(name, span, mistakes_), name, span};
    outside_model_ = outside_model_ && open_->block == Block::skipped;  // as actions are
  }

  void end_block(const TokenLine& line, const Span& span)
  {
    const std::string name = block_name(line);
    after_action_ = false;
    if (name == "model") {
      if (open_) report_open(fmt::format("'end model' follows in line {}", span.line));
      if (!model_) mistakes_.add("E0103", span, "'end model' without 'begin model'", "Remove it.");
      open_.reset();
      model_.reset();
      outside_model_ = true;
    } else if (!open_) {
      mistakes_.add("E0103", span, fmt::format("'end {}' without 'begin {}'", name, name),
                    "Remove it, or begin the block.");
    } else {
      if (name != open_->name) {
        mistakes_.add("E0102", span,
                      fmt::format("'end {}' cannot end the block '{}', begun in line {}", name,
                                  open_->name, open_->span.line),
                      fmt::format("Write end {}.", open_->name));
      }
      open_.reset();
    }
  }

  void report_open(const std::string& what_follows)
  {
    mistakes_.add("E0102", open_->span,
                  fmt::format("the block '{}' is not ended: {}", open_->name, what_follows),
                  fmt::format("Write end {}.", open_->name));
  }

  /// Actions look like calls or assignments, and prose may stand around the model; anything else
  /// was probably meant for a block.
  void skip_outside(const LineCursor& cursor)
  {
    if (cursor.is_word() && (cursor.is("(", 1) || cursor.is("=", 1))) {
      after_action_ = true;
      if (warned_) return;
      warned_ = true;
      mistakes_.warn("W0101", cursor.here(),
                     fmt::format("'{}' is not run: only the blocks of the model are read",
                                 cursor.peek().text),
                     "Choose what to simulate where you run the model.");
    } else if (outside_model_ && !after_action_) {
      if (!prose_) prose_ = cursor.here();
    } else if (!seen_stray_ && !after_action_) {
      seen_stray_ = true;
      report_stray(cursor.here());
    }
  }

  /// A text of nothing but prose is no model.
  void report_prose(const Span& span)
  {
    if (!seen_begin_) return report_stray(span);
    mistakes_.warn("W0102", span, "text around the model is skipped",
                   "Begin each line of a comment with '#'.");
  }

  void report_stray(const Span& span)
  {
    mistakes_.add("E0104", span, "this stands outside of any block",
                  "Statements belong between 'begin …' and 'end …'.");
  }

  const std::string& file_;
  Mistakes& mistakes_;
  SyntaxModel syntax_;
  std::optional<OpenBlock> open_;
  std::optional<Span> model_;
  std::optional<Span> prose_;  // the first line around the model that is no action
  bool outside_model_ = true;  // before the first block or after `end model`
  bool seen_begin_ = false;
  bool warned_ = false;        // of the first action
  bool after_action_ = false;  // an action may go on in the next line
  bool seen_stray_ = false;    // once is enough
};

}  // namespace

SyntaxModel read_syntax(std::string_view text, const std::string& file, Mistakes& mistakes)
{
  return SyntaxReader(file, mistakes).run(text);
}

}  // namespace rascade::language
