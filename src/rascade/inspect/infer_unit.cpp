// SPDX-License-Identifier: MIT
#include "rascade/inspect/infer_unit.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

namespace rascade::inspect {
namespace {

using model::Expression;
using Kind = Expression::Kind;
using Result = std::optional<Quantity>;

constexpr std::array<std::string_view, 17> of_numbers{
    "exp", "ln", "log10", "log2", "sin", "cos", "tan", "asin", "acos",
    "atan", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "mratio"};
constexpr std::array<std::string_view, 2> keeping{"abs", "rint"};
constexpr std::array<std::string_view, 4> of_alike{"min", "max", "sum", "avg"};

template <std::size_t n>
bool is_in(const std::array<std::string_view, n>& names, const std::string& name)
{
  return std::find(names.begin(), names.end(), name) != names.end();
}

class Inference {
 public:
  Inference(const UnitScope& scope, const Span& place, std::vector<Diagnostic>& found)
      : scope_(scope), place_(place), found_(found)
  {
  }

  Result of(const Expression& e)
  {
    switch (e.kind) {
      case Kind::number:
        // Zero fits any unit.
        return e.number == 0.0 ? Result() : Quantity{{}, true};
      case Kind::name:
        return named(e.name);
      case Kind::call:
        return call(e);
      case Kind::table:
        static_cast<void>(of(e.args[0]));
        return std::nullopt;
      case Kind::add:
      case Kind::subtract:
        return alike(e, 0, "adds or subtracts");
      case Kind::compare:
        static_cast<void>(alike(e, 0, "compares"));
        return Quantity{};
      case Kind::multiply:
      case Kind::divide:
        return product(e);
      case Kind::power:
        return power(e);
      case Kind::negate:
        return of(e.args[0]);
      case Kind::logical:
      case Kind::negation:
        for (const Expression& arg : e.args) static_cast<void>(of(arg));
        return Quantity{};
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] Result named(const std::string& name) const
  {
    const auto found = scope_.find(name);
    return found == scope_.end() ? Result() : found->second;
  }

  [[nodiscard]] const Span& place_of(const Expression& e) const
  {
    return e.span.line == 0 ? place_ : e.span;
  }

  Result alike(const Expression& e, std::size_t first, const char* verb)
  {
    Result result;
    for (std::size_t i = first; i < e.args.size(); ++i) {
      const Result next = of(e.args[i]);
      if (!next) continue;
      if (result) {
        require_alike(*result, *next, fmt::format("'{}' {} what", model::to_string(e), verb),
                      place_of(e), found_);
      }
      if (!result || (result->is_rescaled && !next->is_rescaled)) result = next;
    }
    return result;
  }

  Result product(const Expression& e)
  {
    const Result a = of(e.args[0]), b = of(e.args[1]);
    if (!a || !b) return std::nullopt;
    const bool is_product = e.kind == Kind::multiply;
    return Quantity{is_product ? multiply(a->unit, b->unit) : divide(a->unit, b->unit),
                    a->is_rescaled || b->is_rescaled};
  }

  Result power(const Expression& e)
  {
    const Result base = of(e.args[0]);
    require_number(e.args[1], "exponent");
    if (!base || base->unit.is_plain()) return base;
    const Expression& exponent = e.args[1];
    const bool is_negative = exponent.kind == Kind::negate;
    const Expression& size = is_negative ? exponent.args[0] : exponent;
    if (size.kind != Kind::number) return std::nullopt;
    return Quantity{raise(base->unit, is_negative ? -size.number : size.number), base->is_rescaled};
  }

  Result call(const Expression& e)
  {
    if (e.name == "if") {
      static_cast<void>(of(e.args[0]));
      return alike(e, 1, "chooses between what");
    }
    if (e.name == "sqrt") {
      Result arg = of(e.args[0]);
      if (arg) arg->unit = raise(arg->unit, 0.5);
      return arg;
    }
    if (is_in(keeping, e.name)) return of(e.args[0]);
    if (is_in(of_alike, e.name)) return alike(e, 0, "joins");
    if (!is_in(of_numbers, e.name)) return std::nullopt;
    for (const Expression& arg : e.args) require_number(arg, e.name + "()");
    return Quantity{{}, true};
  }

  void require_number(const Expression& e, const std::string& what)
  {
    const Result unit = of(e);
    if (!unit || unit->unit.is_plain()) return;
    found_.push_back({Severity::error, "E1922", place_of(e),
                      fmt::format("{} takes a number without unit, but '{}' comes out in {}", what,
                                  model::to_string(e), dimension_text(unit->unit)),
                      "Divide by a reference value of that unit first, or correct the annotations."});
  }

  const UnitScope& scope_;
  const Span& place_;
  std::vector<Diagnostic>& found_;
};

}  // namespace

Result infer_unit(const Expression& formula, const UnitScope& scope, const Span& place,
                  std::vector<Diagnostic>& found)
{
  return Inference(scope, place, found).of(formula);
}

void require_alike(const Quantity& a, const Quantity& b, const std::string& what,
                   const Span& place, std::vector<Diagnostic>& found)
{
  if (!is_alike(a.unit, b.unit)) {
    found.push_back({Severity::error, "E1921", place,
                     fmt::format("{} is in {} and in {}", what, dimension_text(a.unit),
                                 dimension_text(b.unit)),
                     "Correct the formula, or the units annotated as '# [unit]'."});
  } else if (!a.is_rescaled && !b.is_rescaled && !is_equal_scale(a.unit, b.unit)) {
    found.push_back({Severity::warning, "W1908", place,
                     fmt::format("{} is in units that differ by a factor of {:.4g}", what,
                                 std::max(a.unit.factor / b.unit.factor,
                                          b.unit.factor / a.unit.factor)),
                     "Convert one of them, or correct the units annotated as '# [unit]'."});
  }
}

}  // namespace rascade::inspect
