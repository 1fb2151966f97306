// SPDX-License-Identifier: MIT
#include "rascade/language/read_action.hpp"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rascade/language/read_expression.hpp"

namespace rascade::language {
namespace {

using model::Action;
using model::ActionValue;
using NamedValues = std::vector<std::pair<std::string, ActionValue>>;

constexpr int most_depth = 20;

/// Values nest, to `most_depth`.
class ActionReader {
 public:
  explicit ActionReader(LineCursor& cursor) : cursor_(cursor) {}

  std::optional<Action> run()
  {
    Action action;
    action.span = cursor_.here();
    if (!cursor_.is_word()) return refuse("the name of an action");
    action.name = cursor_.take().text;
    if (!cursor_.accept("(")) return refuse("'(' after the name of the action");
    if (!read_arguments(action.args)) return std::nullopt;
    cursor_.accept(";");
    if (!cursor_.at_end()) return refuse("the line's end after the action");
    if (action.args.size() == 1 && action.args[0].first.empty()) unfold(action);
    return action;
  }

 private:
  std::nullopt_t refuse(std::string_view expected)
  {
    const std::string found =
        cursor_.at_end() ? "the line ends" : fmt::format("'{}' was found", cursor_.peek().text);
    cursor_.report("E0601", cursor_.here(), fmt::format("expected {}, but {}", expected, found),
                   "An action is written like simulate({method=>\"ode\",t_end=>10}).");
    return std::nullopt;
  }

  /// `f({a=>1})` has the argument a.
  static void unfold(Action& action)
  {
    auto* named = std::get_if<NamedValues>(&action.args[0].second.value);
    if (named == nullptr) return;
    NamedValues args = std::move(*named);
    action.args = std::move(args);
  }

  bool read_arguments(NamedValues& args)
  {
    while (!cursor_.accept(")")) {
      const bool is_named = cursor_.is("=>", 1);
      std::string name = is_named ? read_key() : "";
      std::optional<ActionValue> value = read_value(0);
      if (!value) return false;
      args.emplace_back(std::move(name), std::move(*value));
      if (!cursor_.accept(",") && !cursor_.is(")")) {
        refuse("',' or ')'");
        return false;
      }
    }
    return true;
  }

  /// A key and the arrow after it.
  std::string read_key()
  {
    const Token key = cursor_.take();
    cursor_.take();
    return std::string(key.kind == TokenKind::string ? unquoted(key) : key.text);
  }

  static std::string_view unquoted(const Token& token)
  {
    return token.text.substr(1, token.text.size() - 2);
  }

  std::optional<ActionValue> read_value(int depth)
  {
    if (depth > most_depth) return refuse("fewer brackets");
    ActionValue result;
    result.span = cursor_.here();
    if (cursor_.peek().kind == TokenKind::string) {
      result.value = std::string(unquoted(cursor_.take()));
    } else if (cursor_.accept("[")) {
      std::vector<ActionValue> values;
      if (!read_list(values, depth)) return std::nullopt;
      result.value = std::move(values);
    } else if (cursor_.accept("{")) {
      NamedValues values;
      if (!read_map(values, depth)) return std::nullopt;
      result.value = std::move(values);
    } else {
      std::optional<model::Expression> formula = read_expression(cursor_);
      if (!formula) return std::nullopt;
      result.value = std::move(*formula);
    }
    return result;
  }

  bool read_list(std::vector<ActionValue>& values, int depth)
  {
    while (!cursor_.accept("]")) {
      std::optional<ActionValue> value = read_value(depth + 1);
      if (!value) return false;
      values.push_back(std::move(*value));
      if (!cursor_.accept(",") && !cursor_.is("]")) {
        refuse("',' or ']'");
        return false;
      }
    }
    return true;
  }

  bool read_map(NamedValues& values, int depth)
  {
    while (!cursor_.accept("}")) {
      const bool has_key = cursor_.is_word() || cursor_.peek().kind == TokenKind::string;
      if (!has_key || !cursor_.is("=>", 1)) {
        refuse("name=>value");
        return false;
      }
      std::string name = read_key();
      std::optional<ActionValue> value = read_value(depth + 1);
      if (!value) return false;
      values.emplace_back(std::move(name), std::move(*value));
      if (!cursor_.accept(",") && !cursor_.is("}")) {
        refuse("',' or '}'");
        return false;
      }
    }
    return true;
  }

  LineCursor& cursor_;
};

}  // namespace

std::optional<model::Action> read_action(LineCursor& cursor) { return ActionReader(cursor).run(); }

}  // namespace rascade::language
