// SPDX-License-Identifier: MIT
#include "rascade/inspect/check_units.hpp"

#include <set>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "rascade/inspect/describe.hpp"
#include "rascade/inspect/infer_unit.hpp"
#include "rascade/network/evaluation_order.hpp"

namespace rascade::inspect {
namespace {

using Result = std::optional<Quantity>;
using LawKind = model::RateLaw::Kind;

class UnitChecker {
 public:
  explicit UnitChecker(const model::Model& model) : model_(model)
  {
    scope_["time"] = {base_unit(Base::time), true};
    for (const model::Parameter& p : network::evaluation_order(model.parameters)) {
      enter(p.name, p.value, p.unit, p.span);
    }
    for (const model::Compartment& c : model.compartments) {
      static_cast<void>(unit_of(c.size, c.unit, c.span, "the size of compartment " + c.name));
    }
    check_seeds();
    if (amount_) {
      for (const model::Observable& o : model.observables) scope_[o.name] = *amount_;
    }
    for (const model::Function& f : network::evaluation_order(model.functions)) {
      if (f.args.empty()) enter(f.name, f.value, f.unit, f.span);
    }
  }

  /// @param scale  of the reaction's volume; may be null
  void check_rate(model::RuleIndex rule, const model::RateLaw& law, std::size_t order,
                  const model::Expression* scale)
  {
    const Span& place = model_.rules[rule].span;
    std::vector<Result> args;
    ++check_.num_formulas;
    for (const model::Expression& arg : law.args) args.push_back(infer(arg, place));
    Result rate = args.empty() ? Result() : args[0];
    if (scale != nullptr) rate = times(rate, infer(*scale, place), 1.0);
    const bool is_of_enzyme = law.kind != LawKind::elementary;
    if (is_of_enzyme && law.kind != LawKind::Hill) order = law.kind == LawKind::MM ? 1 : order - 1;
    if (law.kind == LawKind::Hill) --order;
    if (is_of_enzyme && args.size() > 1 && args[1] && amount_) {
      require_alike(*args[1], *amount_, fmt::format("the half-saturation of rule {} and the amounts",
                                                    rule_name(model_, rule)), place, found());
    }
    check_rate_unit(rule, rate, order, place);
  }

  UnitCheck take() { return std::move(check_); }

 private:
  std::vector<Diagnostic>& found() { return check_.diagnostics; }

  Result infer(const model::Expression& e, const Span& place)
  {
    return infer_unit(e, scope_, place, found());
  }

  static Result times(const Result& a, const Result& b, double exponent)
  {
    if (!a || !b) return std::nullopt;
    return Quantity{multiply(a->unit, raise(b->unit, exponent)), a->is_rescaled || b->is_rescaled};
  }

  /// The annotated unit, else the formula's; they must agree. Bare numbers have an unknown one.
  Result unit_of(const model::Expression& value, const std::string& annotation, const Span& place,
                 const std::string& what)
  {
    const bool is_formula = !model::names_in(value).empty();
    const Result computed = is_formula ? infer(value, place) : std::nullopt;
    Result annotated;
    if (!annotation.empty()) {
      const std::optional<Unit> unit = parse_unit(annotation);
      if (unit) {
        annotated = Quantity{*unit, false};
      } else {
        found().push_back({Severity::warning, "W1911", place,
                           fmt::format("the unit '{}' is not understood", annotation),
                           "Write it like 1/(uM s), molecules, fl or kcal/mol; until then it counts "
                           "as unknown."});
      }
    }
    if (is_formula) {
      ++check_.num_formulas;
      if (computed) ++check_.num_known;
    }
    if (computed && annotated) require_annotation(*computed, *annotated, annotation, place, what);
    return annotated ? annotated : computed;
  }

  void require_annotation(const Quantity& computed, const Quantity& annotated,
                          const std::string& annotation, const Span& place, const std::string& what)
  {
    if (is_alike(computed.unit, annotated.unit)) {
      return require_alike(computed, annotated, what + ", by its formula and by its annotation,",
                           place, found());
    }
    found().push_back({Severity::error, "E1924", place,
                       fmt::format("{} is annotated [{}], but its formula comes out in {}", what,
                                   annotation, dimension_text(computed.unit)),
                       "Correct the formula or the annotation."});
  }

  void enter(const std::string& name, const model::Expression& value, const std::string& unit,
             const Span& place)
  {
    if (const Result known = unit_of(value, unit, place, "'" + name + "'")) scope_[name] = *known;
  }

  void check_seeds()
  {
    for (const model::SeedSpecies& seed : model_.seeds) {
      const Result unit = unit_of(seed.amount, seed.unit, seed.span, "the amount of this seed");
      if (!unit) continue;
      if (amount_) {
        require_alike(*unit, *amount_, "the amounts of this seed and the first one", seed.span, found());
      } else {
        amount_ = unit;
      }
    }
  }

  /// With unknown amounts a rate can be judged only if it is in proportion to one of them.
  void check_rate_unit(model::RuleIndex rule, Result rate, std::size_t order, const Span& place)
  {
    if (!rate || (!amount_ && order != 1)) return;
    ++check_.num_known;
    Unit per_time = rate->unit;
    if (amount_) per_time = multiply(per_time, raise(amount_->unit, static_cast<double>(order) - 1.0));
    const Unit expected = raise(base_unit(Base::time), -1.0);
    if (!is_alike(per_time, expected)) {
      const Unit amount = amount_ ? amount_->unit : base_unit(Base::amount);
      const Unit needed = multiply(expected, raise(amount, 1.0 - static_cast<double>(order)));
      found().push_back({Severity::error, "E1923", place,
                         fmt::format("the rate of rule {} is in {}, but {} needs {}",
                                     rule_name(model_, rule), dimension_text(rate->unit),
                                     order_text(order), dimension_text(needed)),
                         "Correct the rate, or the units annotated as '# [unit]'."});
      return;
    }
    const Quantity now{per_time, rate->is_rescaled || (amount_ && amount_->is_rescaled)};
    if (now.is_rescaled) return;
    if (!per_time_) per_time_ = now;
    require_alike(now, *per_time_,
                  fmt::format("the time in rule {} and in the first one whose unit is known",
                              rule_name(model_, rule)), place, found());
  }

  static std::string order_text(std::size_t order)
  {
    return order == 0 ? "a reaction of nothing" : fmt::format("a reaction of order {}", order);
  }

  const model::Model& model_;
  UnitScope scope_;
  Result amount_;    // the unit of all amounts
  Result per_time_;  // what rates are in, amounts apart
  UnitCheck check_;
};

}  // namespace

UnitCheck check_units(const model::Model& model, const network::Network* network)
{
  UnitChecker checker(model);
  const auto is_checked = [](const model::RateLaw& law) { return law.kind != LawKind::arrhenius; };
  if (network == nullptr) {
    for (std::size_t r = 0; r < model.rules.size() && model.compartments.empty(); ++r) {
      const model::Rule& rule = model.rules[r];
      if (!is_checked(rule.rate)) continue;
      checker.check_rate(model::RuleIndex(r), rule.rate, rule.reactants.size(), nullptr);
    }
    return checker.take();
  }
  std::set<std::tuple<std::size_t, std::size_t, std::size_t, std::int32_t>> done;
  for (const network::Reaction& r : network->reactions) {
    if (!is_checked(model.rules[r.rule].rate)) continue;
    if (!done.emplace(r.rule, r.law, r.reactants.size(), r.scale).second) continue;
    checker.check_rate(r.rule, network->rate_laws[r.law], r.reactants.size(),
                       r.scale == network::no_scale
                           ? nullptr
                           : &network->scales[static_cast<std::size_t>(r.scale)]);
  }
  return checker.take();
}

}  // namespace rascade::inspect
