// SPDX-License-Identifier: MIT
#include "rascade/protocol/arguments.hpp"

#include <algorithm>
#include <cmath>
#include <variant>

#include <fmt/format.h>

#include "rascade/base/text.hpp"
#include "rascade/protocol/mistake.hpp"
#include "rascade/protocol/values.hpp"

namespace rascade::protocol {

using model::ActionValue;
using model::Expression;

void Arguments::allow_only(std::initializer_list<std::string_view> names) const
{
  const std::vector<std::string> known(names.begin(), names.end());
  for (const auto& [name, value] : action_.args) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    throw Mistake("E1704", value.span, fmt::format("{} has no argument '{}'", action_.name, name),
                  suggest(name, known));
  }
}

const ActionValue* Arguments::find(std::string_view name) const
{
  const ActionValue* found = nullptr;
  for (const auto& [key, value] : action_.args) {
    if (key == name) found = &value;  // the last counts
  }
  return found;
}

double Arguments::value_of(const ActionValue& value) const
{
  if (const auto* formula = std::get_if<Expression>(&value.value)) return evaluate_(*formula);
  if (const auto* text = std::get_if<std::string>(&value.value)) {
    return evaluate_(read_formula(*text, value.span));
  }
  throw Mistake("E1703", value.span, "expected a number");
}

double Arguments::number(std::string_view name) const
{
  const ActionValue* const value = find(name);
  if (value == nullptr) {
    throw Mistake("E1704", action_.span, fmt::format("{} needs '{}'", action_.name, name));
  }
  const double result = value_of(*value);
  if (std::isfinite(result)) return result;
  throw Mistake("E1703", value->span, fmt::format("'{}' is not a finite number", name));
}

double Arguments::number(std::string_view name, double otherwise) const
{
  return has(name) ? number(name) : otherwise;
}

std::size_t Arguments::count(std::string_view name, std::size_t otherwise) const
{
  if (!has(name)) return otherwise;
  const double value = number(name);
  if (value >= 0.0 && value < 0x1p53) return static_cast<std::size_t>(value);
  throw Mistake("E1703", find(name)->span, fmt::format("'{}' must not be negative", name));
}

bool Arguments::flag(std::string_view name, bool otherwise) const
{
  return has(name) ? number(name) != 0.0 : otherwise;
}

std::string Arguments::text(std::string_view name, const std::string& otherwise) const
{
  const ActionValue* const value = find(name);
  if (value == nullptr) return otherwise;
  if (const auto* text = std::get_if<std::string>(&value->value)) return *text;
  const auto* formula = std::get_if<Expression>(&value->value);
  if (formula != nullptr) return to_string(*formula);
  throw Mistake("E1703", value->span, fmt::format("'{}' must be a text", name));
}

std::vector<double> Arguments::numbers(std::string_view name) const
{
  const ActionValue* const value = find(name);
  const auto* list = value ? std::get_if<std::vector<ActionValue>>(&value->value) : nullptr;
  if (list == nullptr) {
    throw Mistake("E1703", value ? value->span : action_.span,
                  fmt::format("'{}' must be a list of numbers", name));
  }
  std::vector<double> result;
  for (const ActionValue& item : *list) result.push_back(value_of(item));
  return result;
}

const ActionValue& Arguments::at(std::size_t i) const
{
  if (i < action_.args.size()) return action_.args[i].second;
  throw Mistake("E1704", action_.span,
                fmt::format("{} needs {} or more arguments", action_.name, i + 1));
}

std::string Arguments::text_at(std::size_t i) const
{
  const ActionValue& value = at(i);
  if (const auto* text = std::get_if<std::string>(&value.value)) return *text;
  if (const auto* formula = std::get_if<Expression>(&value.value)) return to_string(*formula);
  throw Mistake("E1703", value.span, "expected a text");
}

Expression Arguments::formula_at(std::size_t i) const
{
  const ActionValue& value = at(i);
  if (const auto* formula = std::get_if<Expression>(&value.value)) return *formula;
  return read_formula(text_at(i), value.span);
}

std::optional<std::string> Arguments::optional_text_at(std::size_t i) const
{
  if (i >= action_.args.size()) return std::nullopt;
  return text_at(i);
}

}  // namespace rascade::protocol
