// SPDX-License-Identifier: MIT
#include "rascade/language/read_syntax.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "rascade/base/text.hpp"
#include "rascade/language/apply_options.hpp"
#include "rascade/language/block.hpp"
#include "rascade/language/lexer.hpp"
#include "rascade/language/line_cursor.hpp"
#include "rascade/language/read_action.hpp"
#include "rascade/language/read_statement.hpp"

namespace rascade::language {
namespace {

int depth_of(const TokenLine& line)
{
  int depth = 0;
  for (const Token& token : line) {
    if (token.kind != TokenKind::symbol) continue;
    if (token.text == "(" || token.text == "{" || token.text == "[") ++depth;
    if (token.text == ")" || token.text == "}" || token.text == "]") --depth;
  }
  return depth;
}

bool is_call(const TokenLine& line)
{
  return line.size() > 1 && line[0].kind == TokenKind::word && line[1].text == "(";
}

bool borders_block(const TokenLine& line)
{
  return line.front().text == "begin" || line.front().text == "end";
}

class SyntaxReader {
 public:
  SyntaxReader(std::string_view text, const std::string& file, Mistakes& mistakes, Actions actions,
               const ReadFile& read_file)
      : text_(text), file_(file), mistakes_(mistakes), actions_(actions), tables_(read_file)
  {
  }

  SyntaxModel run()
  {
    const std::vector<TokenLine> lines = lex(text_);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      TokenLine line = lines[i];
      if (is_outside() && is_call(line)) {
        // An action goes on until its brackets close.
        for (int depth = depth_of(line); depth > 0 && i + 1 < lines.size(); ++i) {
          if (borders_block(lines[i + 1])) break;
          line.insert(line.end(), lines[i + 1].begin(), lines[i + 1].end());
          depth += depth_of(lines[i + 1]);
        }
      }
      read_line(line);
    }
    if (prose_) report_prose(*prose_);
    if (open_) report_open("the text ends");
    if (model_) {
      mistakes_.add("E0102", *model_, "the block 'model' is not ended", "Write end model.");
    }
    syntax_.tables = tables_.take();
    return std::move(syntax_);
  }

 private:
  struct OpenBlock {
    Block block;
    std::string name;
    Span span;
  };

  bool is_outside() const { return !open_ || open_->block == Block::actions; }

  void read_line(const TokenLine& line)
  {
    LineCursor cursor(line, file_, mistakes_, &tables_);
    const std::string_view first = line.front().text;
    if (first == "begin") return begin_block(line, cursor.here());
    if (first == "end") return end_block(line, cursor.here());
    if (!open_) return read_outside(cursor);
    if (open_->block == Block::skipped) return;
    const bool has_index = line.size() > 1 && line[0].kind == TokenKind::number &&
                           (cursor.is_word(1) || cursor.is("$", 1) || cursor.is("@", 1) ||
                            cursor.is("%", 1) || cursor.is("{", 1));
    if (has_index) cursor.take();
    if (open_->block == Block::actions) return read_listed(cursor);
    const std::string unit = unit_behind(line.back(), text_);
    if (!read_statement(open_->block, cursor, unit, syntax_)) mark_broken(line, has_index ? 1 : 0);
  }

  /// A line of the block of actions.
  void read_listed(LineCursor& cursor)
  {
    if (cursor.peek().text == "setOption") return read_option(cursor);
    if (actions_ == Actions::read) read_statement(Block::actions, cursor, "", syntax_);
  }

  void read_option(LineCursor& cursor)
  {
    const std::optional<model::Action> action = read_action(cursor);
    if (action) apply_options(*action, syntax_.options, mistakes_);
  }

  void mark_broken(const TokenLine& line, std::size_t first)
  {
    constexpr std::array<Block, 5> declaring{Block::parameters, Block::compartments,
                                             Block::molecule_types, Block::observables,
                                             Block::functions};
    if (std::find(declaring.begin(), declaring.end(), open_->block) == declaring.end()) return;
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
    outside_model_ = outside_model_ && is_side_block(open_->block);
    syntax_.has_types = syntax_.has_types || open_->block == Block::molecule_types;
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

  /// `parameter k 1`: a declaration outside of the blocks.
  static bool is_declaration(const LineCursor& cursor)
  {
    const std::string word = to_lower(cursor.peek().text);
    return (word == "parameter" || word == "param" || word == "par") && cursor.is_word(1) &&
           cursor.peek(1).after_space;
  }

  /// Actions look like calls, and prose may stand around the model; anything else was probably
  /// meant for a block.
  void read_outside(LineCursor& cursor)
  {
    const bool is_action = cursor.is_word() && cursor.is("(", 1);
    if (is_action && cursor.peek().text == "setOption") return read_option(cursor);
    if (is_action && actions_ == Actions::read) {
      after_action_ = true;
      read_statement(Block::actions, cursor, "", syntax_);
    } else if (is_action || (cursor.is_word() && cursor.is("=", 1))) {
      after_action_ = true;
      warn_of_action(cursor);
    } else if (is_declaration(cursor)) {
      cursor.take();
      read_statement(Block::parameters, cursor, "", syntax_);
    } else if (outside_model_ && !after_action_) {
      if (!prose_) prose_ = cursor.here();
    } else if (!seen_stray_ && !after_action_) {
      seen_stray_ = true;
      report_stray(cursor.here());
    }
  }

  void warn_of_action(const LineCursor& cursor)
  {
    if (warned_) return;
    warned_ = true;
    mistakes_.warn("W0101", cursor.here(),
                   fmt::format("'{}' is not run: only the blocks of the model are read",
                               cursor.peek().text),
                   "Choose what to simulate where you run the model.");
  }

  static bool is_side_block(Block block)
  {
    return block == Block::actions || block == Block::skipped;
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

  std::string_view text_;
  const std::string& file_;
  Mistakes& mistakes_;
  Actions actions_;
  TableReader tables_;
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

SyntaxModel read_syntax(std::string_view text, const std::string& file, Mistakes& mistakes,
                        Actions actions, const ReadFile& read_file)
{
  return SyntaxReader(text, file, mistakes, actions, read_file).run();
}

}  // namespace rascade::language
