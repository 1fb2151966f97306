// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rascade/model/action.hpp"

namespace rascade::protocol {

/// The arguments of an action, read by name or by position. Whatever is not as it should be throws
/// Mistake: E1703 for a value of the wrong kind, E1704 for one that is missing or unknown.
class Arguments {
 public:
  using Evaluate = std::function<double(const model::Expression&)>;

  Arguments(const model::Action& action, Evaluate evaluate)
      : action_(action), evaluate_(std::move(evaluate))
  {
  }

  /// Refuses names other than these.
  void allow_only(std::initializer_list<std::string_view> names) const;

  [[nodiscard]] bool has(std::string_view name) const { return find(name) != nullptr; }
  [[nodiscard]] double number(std::string_view name) const;
  [[nodiscard]] double number(std::string_view name, double otherwise) const;
  [[nodiscard]] std::size_t count(std::string_view name, std::size_t otherwise) const;
  [[nodiscard]] bool flag(std::string_view name, bool otherwise) const;
  [[nodiscard]] std::string text(std::string_view name, const std::string& otherwise) const;
  [[nodiscard]] std::vector<double> numbers(std::string_view name) const;
  [[nodiscard]] const model::ActionValue* find(std::string_view name) const;

  /// Listed arguments.
  [[nodiscard]] std::string text_at(std::size_t i) const;
  [[nodiscard]] model::Expression formula_at(std::size_t i) const;
  [[nodiscard]] std::optional<std::string> optional_text_at(std::size_t i) const;

  [[nodiscard]] double value_of(const model::ActionValue& value) const;
  [[nodiscard]] const Span& span() const { return action_.span; }
  [[nodiscard]] const std::string& action() const { return action_.name; }

 private:
  [[nodiscard]] const model::ActionValue& at(std::size_t i) const;

  const model::Action& action_;
  Evaluate evaluate_;
};

}  // namespace rascade::protocol
