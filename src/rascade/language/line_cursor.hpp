// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "rascade/base/diagnostic.hpp"
#include "rascade/language/lexer.hpp"
#include "rascade/language/mistakes.hpp"
#include "rascade/language/token.hpp"

namespace rascade::language {

class TableReader;

/// Walks the tokens of one statement. The line, the file name and the mistakes must outlive it.
class LineCursor {
 public:
  /// @param tables  collects the tables in formulas; without it there are none
  LineCursor(const TokenLine& line, const std::string& file, Mistakes& mistakes,
             TableReader* tables = nullptr);

  /// A cursor over another line that reports to the same place.
  [[nodiscard]] LineCursor over(const TokenLine& line) const
  {
    return {line, file_, mistakes_, tables_};
  }
  [[nodiscard]] TableReader* tables() const { return tables_; }

  /// The token `ahead` places on; past the end a token of kind `end` at the end of the text.
  [[nodiscard]] const Token& peek(std::size_t ahead = 0) const;
  [[nodiscard]] bool at_end() const { return at_ >= line_.size(); }
  [[nodiscard]] bool is(std::string_view symbol, std::size_t ahead = 0) const;
  [[nodiscard]] bool is_word(std::size_t ahead = 0) const;

  /// The current token; moves on to the next.
  const Token& take();
  /// Moves past `symbol` if it is the current token.
  bool accept(std::string_view symbol);
  /// As `accept`, but reports E0201 if it is not. `where` completes "expected ')' …".
  bool expect(std::string_view symbol, std::string_view where);

  [[nodiscard]] Span span_of(const Token& token) const;
  [[nodiscard]] Span here() const { return span_of(peek()); }

  /// Reports E0201: what was expected and what stands at the cursor instead.
  void report_unexpected(std::string_view expected, std::string hint = "");
  void report(std::string code, const Span& span, std::string message, std::string hint = "");
  void warn(std::string code, const Span& span, std::string message, std::string hint = "");

 private:
  const TokenLine& line_;
  const std::string& file_;
  Mistakes& mistakes_;
  TableReader* tables_;
  Token end_;
  std::size_t at_ = 0;
};

}  // namespace rascade::language
