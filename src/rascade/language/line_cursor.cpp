// SPDX-License-Identifier: MIT
#include "rascade/language/line_cursor.hpp"

#include <utility>

#include <fmt/format.h>

namespace rascade::language {

LineCursor::LineCursor(const TokenLine& line, const std::string& file, Mistakes& mistakes,
                       TableReader* tables)
    : line_(line), file_(file), mistakes_(mistakes), tables_(tables)
{
  if (line.empty()) {
    end_.line = end_.column = 1;
    return;
  }
  end_.line = line.back().line;
  end_.column = line.back().column + static_cast<std::uint32_t>(line.back().text.size());
}

const Token& LineCursor::peek(std::size_t ahead) const
{
  return ahead < line_.size() - at_ ? line_[at_ + ahead] : end_;
}

bool LineCursor::is(std::string_view symbol, std::size_t ahead) const
{
  const Token& token = peek(ahead);
  return token.kind == TokenKind::symbol && token.text == symbol;
}

bool LineCursor::is_word(std::size_t ahead) const { return peek(ahead).kind == TokenKind::word; }

const Token& LineCursor::take()
{
  const Token& token = peek();
  if (!at_end()) ++at_;
  return token;
}

bool LineCursor::accept(std::string_view symbol)
{
  if (!is(symbol)) return false;
  ++at_;
  return true;
}

bool LineCursor::expect(std::string_view symbol, std::string_view where)
{
  if (accept(symbol)) return true;
  report_unexpected(fmt::format("'{}' {}", symbol, where));
  return false;
}

Span LineCursor::span_of(const Token& token) const
{
  return {file_, token.line, token.column, static_cast<std::uint32_t>(token.text.size())};
}

void LineCursor::report_unexpected(std::string_view expected, std::string hint)
{
  const std::string found =
      at_end() ? "the line ends" : fmt::format("'{}' was found", peek().text);
  report("E0201", here(), fmt::format("expected {}, but {}", expected, found), std::move(hint));
}

void LineCursor::report(std::string code, const Span& span, std::string message, std::string hint)
{
  mistakes_.add(std::move(code), span, std::move(message), std::move(hint));
}

void LineCursor::warn(std::string code, const Span& span, std::string message, std::string hint)
{
  mistakes_.warn(std::move(code), span, std::move(message), std::move(hint));
}

}  // namespace rascade::language
