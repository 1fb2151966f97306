// SPDX-License-Identifier: MIT
#include "rascade/language/apply_options.hpp"

#include <optional>
#include <string>

#include <fmt/format.h>

#include "rascade/base/text.hpp"

namespace rascade::language {
namespace {

using model::ActionValue;
using model::Expression;

const std::string* text_of(const ActionValue& value)
{
  return std::get_if<std::string>(&value.value);
}

std::optional<double> number_of(const ActionValue& value)
{
  if (const std::string* text = text_of(value)) return parse_number(*text);
  const auto* formula = std::get_if<Expression>(&value.value);
  if (formula == nullptr || formula->kind != Expression::Kind::number) return std::nullopt;
  return formula->number;
}

void refuse(const ActionValue& value, const std::string& name, const char* hint,
            Mistakes& mistakes)
{
  mistakes.add("E0602", value.span, fmt::format("the value does not fit the option {}", name),
               hint);
}

void apply_count(const std::string& name, const ActionValue& value, bool& is_unique,
                 Mistakes& mistakes)
{
  const std::string* text = text_of(value);
  if (text == nullptr || (*text != "CountUnique" && *text != "CountAll")) {
    return refuse(value, name, "Write \"CountUnique\" or \"CountAll\".", mistakes);
  }
  is_unique = *text == "CountUnique";
}

void apply(const std::string& name, const ActionValue& value, model::Options& options,
           Mistakes& mistakes)
{
  if (name == "NumberPerQuantityUnit") {
    const std::optional<double> number = number_of(value);
    if (!number || *number <= 0.0) return refuse(value, name, "Write a number.", mistakes);
    options.molecules_per_quantity = *number;
  } else if (name == "MoleculesObservables") {
    apply_count(name, value, options.count_unique_molecules, mistakes);
  } else if (name == "SpeciesObservables") {
    apply_count(name, value, options.count_unique_species, mistakes);
  } else if (name != "SpeciesLabel" && name != "energyBNG" && !name.ends_with("Units")) {
    mistakes.warn("W0105", value.span, fmt::format("the option '{}' is passed over", name));
  }
}

}  // namespace

void apply_options(const model::Action& set_option, model::Options& options, Mistakes& mistakes)
{
  const auto& args = set_option.args;
  for (std::size_t i = 0; i + 1 < args.size(); i += 2) {
    const std::string* name = text_of(args[i].second);
    if (name == nullptr) return refuse(args[i].second, "", "Write its name in quotes.", mistakes);
    apply(*name, args[i + 1].second, options, mistakes);
  }
}

}  // namespace rascade::language
