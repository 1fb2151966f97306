// SPDX-License-Identifier: MIT
#include "rascade/language/lexer.hpp"

#include <array>
#include <cstddef>
#include <utility>

#include "rascade/base/text.hpp"

namespace rascade::language {
namespace {

constexpr std::array<std::string_view, 12> long_symbols{
    "<->", "->", "<=", ">=", "=>", "==", "!=", "~=", "&&", "||", "**", "::"};
constexpr std::string_view short_symbols = "(),~!?+-*/^<>.:=$@%{}[]|&;";

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word(char c)
{
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v'; }

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  std::vector<TokenLine> run()
  {
    while (at_ < text_.size()) step();
    end_statement();
    return std::move(lines_);
  }

 private:
  char char_at(std::size_t i) const { return i < text_.size() ? text_[i] : '\0'; }

  void step()
  {
    const char c = text_[at_];
    if (c == '\n') {
      end_statement();
      next_line();
    } else if (is_blank(c)) {
      ++at_;
      after_space_ = true;
    } else if (c == '#') {
      while (at_ < text_.size() && text_[at_] != '\n') ++at_;
    } else if (c == '\\' && continues_line()) {
      while (text_[at_] != '\n') ++at_;
      next_line();
    } else {
      read_token(c);
    }
  }

  /// Only blanks or a comment between the backslash and the line's end, and there is a next line.
  bool continues_line() const
  {
    const std::size_t end = text_.find('\n', at_);
    if (end == std::string_view::npos) return false;
    const std::string_view rest = trim(text_.substr(at_ + 1, end - at_ - 1));
    return rest.empty() || rest.front() == '#';
  }

  void next_line()
  {
    ++at_;
    ++line_;
    line_start_ = at_;
    after_space_ = true;
  }

  void end_statement()
  {
    if (!current_.empty()) lines_.push_back(std::exchange(current_, {}));
  }

  void read_token(char c)
  {
    if (is_digit(c) && !is_name_of_digits()) return read_number();
    if (c == '.' && is_digit(char_at(at_ + 1))) return read_number();
    if (is_word(c)) return push(TokenKind::word, end_of_word(at_) - at_);
    if ((c == '"' || c == '\'') && length_of_string(c) > 0) {
      return push(TokenKind::string, length_of_string(c));
    }
    if (c == '\\') return push(TokenKind::stray_backslash, 1);
    for (const std::string_view symbol : long_symbols) {
      if (text_.substr(at_, symbol.size()) == symbol) return push(TokenKind::symbol, symbol.size());
    }
    if (short_symbols.find(c) != std::string_view::npos) return push(TokenKind::symbol, 1);
    push(TokenKind::bad_character, length_of_character());
  }

  /// States, tags and bond labels may begin with a digit: `s~2P`, `A%1`, `b!1a`.
  bool is_name_of_digits() const
  {
    if (current_.empty() || after_space_) return false;
    const std::string_view before = current_.back().text;
    if (before == "%") return true;
    if (before == "~") return is_mark_of_site();
    return before == "!" && is_mark_of_site() && end_of_digits(at_) != end_of_word(at_);
  }

  /// A '~' or '!' right behind a name, a label or a wildcard says something of a site; elsewhere it
  /// negates.
  bool is_mark_of_site() const
  {
    if (current_.size() < 2 || current_.back().after_space) return false;
    const Token& owner = current_[current_.size() - 2];
    if (owner.kind == TokenKind::word || owner.kind == TokenKind::number) return true;
    const bool is_wildcard = owner.text == "+" || owner.text == "?";
    return is_wildcard && current_.size() > 2 && current_[current_.size() - 3].text == "!";
  }

  /// With both quotes; 0 if it does not end in this line.
  std::size_t length_of_string(char quote) const
  {
    std::size_t end = at_ + 1;
    while (end < text_.size() && text_[end] != '\n' && text_[end] != quote) ++end;
    return char_at(end) == quote ? end + 1 - at_ : 0;
  }

  /// A run of bytes outside ASCII counts as one piece: half a character helps nobody.
  std::size_t length_of_character() const
  {
    std::size_t end = at_;
    while (end < text_.size() && static_cast<unsigned char>(text_[end]) >= 0x80) ++end;
    return end == at_ ? 1 : end - at_;
  }

  std::size_t end_of_word(std::size_t i) const
  {
    while (is_word(char_at(i))) ++i;
    return i;
  }

  std::size_t end_of_digits(std::size_t i) const
  {
    while (is_digit(char_at(i))) ++i;
    return i;
  }

  /// digits [. digits] [e [+-] digits]
  void read_number()
  {
    std::size_t end = end_of_digits(at_);
    if (char_at(end) == '.') end = end_of_digits(end + 1);
    if (char_at(end) == 'e' || char_at(end) == 'E') {
      const bool has_sign = char_at(end + 1) == '+' || char_at(end + 1) == '-';
      const std::size_t digits = end + (has_sign ? 2 : 1);
      if (is_digit(char_at(digits))) end = end_of_digits(digits);
    }
    const std::size_t good_end = end;
    while (is_word(char_at(end)) || char_at(end) == '.') ++end;
    const bool is_good = end == good_end && parse_number(text_.substr(at_, end - at_));
    push(is_good ? TokenKind::number : TokenKind::bad_number, end - at_);
  }

  void push(TokenKind kind, std::size_t length)
  {
    const auto column = static_cast<std::uint32_t>(at_ - line_start_ + 1);
    current_.push_back({kind, text_.substr(at_, length), line_, column, after_space_});
    at_ += length;
    after_space_ = false;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_start_ = 0;
  std::uint32_t line_ = 1;
  bool after_space_ = true;
  TokenLine current_;
  std::vector<TokenLine> lines_;
};

}  // namespace

std::vector<TokenLine> lex(std::string_view text) { return Lexer(text).run(); }

}  // namespace rascade::language
