// SPDX-License-Identifier: MIT
#include "rascade/network/equations.hpp"

#include <cstddef>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "rascade/base/text.hpp"

namespace rascade::network {
namespace {

using model::Expression;
using model::RateLaw;
using LawKind = RateLaw::Kind;

Expression name_of(const std::string& name) { return {Expression::Kind::name, 0.0, name, {}, {}}; }

class EquationWriter {
 public:
  explicit EquationWriter(const Network& network) : network_(network) {}

  Equations run()
  {
    Equations equations;
    std::vector<std::map<std::size_t, double>> terms(network_.species.size());
    for (std::size_t r = 0; r < network_.reactions.size(); ++r) {
      const Reaction& reaction = network_.reactions[r];
      equations.rates.push_back(rate(reaction));
      for (const SpeciesIndex s : reaction.reactants) terms[s][r] -= 1.0;
      for (const SpeciesIndex s : reaction.products) terms[s][r] += 1.0;
    }
    for (std::size_t s = 0; s < terms.size(); ++s) {
      equations.slopes.push_back(network_.species[s].fixed ? "0" : sum(terms[s]));
    }
    return equations;
  }

 private:
  Expression amount(SpeciesIndex species) const
  {
    return name_of("[" + network_.species[species].name + "]");
  }

  std::string rate(const Reaction& reaction) const
  {
    std::vector<Expression> factors;
    if (reaction.factor != 1.0) {
      factors.push_back({Expression::Kind::number, reaction.factor, "", {}, {}});
    }
    if (reaction.scale != no_scale) {
      factors.push_back(network_.scales[static_cast<std::size_t>(reaction.scale)]);
    }
    const RateLaw& law = network_.rate_laws[reaction.law];
    if (law.kind == LawKind::elementary) {
      factors.push_back(law.args[0]);
      for (const SpeciesIndex s : reaction.reactants) factors.push_back(amount(s));
    } else {
      factors.push_back(named_law(law, reaction));
    }
    Expression product = std::move(factors[0]);
    for (std::size_t i = 1; i < factors.size(); ++i) {
      product = {Expression::Kind::multiply, 0.0, "", {std::move(product), std::move(factors[i])},
                 {}};
    }
    return model::to_string(product);
  }

  /// The law's own arguments, then the amounts of the reactants.
  Expression named_law(const RateLaw& law, const Reaction& reaction) const
  {
    std::string name = law.kind == LawKind::MM ? "MM" : law.kind == LawKind::Sat ? "Sat" : "Hill";
    Expression call{Expression::Kind::call, 0.0, std::move(name), law.args, {}};
    for (const SpeciesIndex s : reaction.reactants) call.args.push_back(amount(s));
    return call;
  }

  /// @param terms  number of molecules made by each reaction
  static std::string sum(const std::map<std::size_t, double>& terms)
  {
    std::string text;
    for (const auto& [reaction, count] : terms) {
      if (count == 0.0) continue;
      const double size = count < 0.0 ? -count : count;
      const char* sign = text.empty() ? (count < 0.0 ? "-" : "") : (count < 0.0 ? " - " : " + ");
      text += fmt::format("{}{}v{}", sign, size == 1.0 ? "" : format_number(size) + "*",
                          reaction + 1);
    }
    return text.empty() ? "0" : text;
  }

  const Network& network_;
};

std::string print_observable(const NetworkObservable& observable, const Network& network)
{
  std::string text;
  for (const auto& [species, weight] : observable.weights) {
    text += fmt::format("{}{}[{}]", text.empty() ? "" : " + ",
                        weight == 1.0 ? "" : format_number(weight) + "*",
                        network.species[species].name);
  }
  return fmt::format("{} = {}\n", observable.name, text.empty() ? "0" : text);
}

std::string print_table(std::size_t i, const model::Table& table)
{
  const bool is_step = table.method == model::Table::Method::step;
  std::string text = fmt::format("_table{}(x) = {} through", i, is_step ? "steps" : "lines");
  for (std::size_t p = 0; p < table.x.size(); ++p) {
    text += fmt::format(" ({}, {})", format_number(table.x[p]), format_number(table.y[p]));
  }
  return text + "\n";
}

}  // namespace

Equations equations_of(const Network& network) { return EquationWriter(network).run(); }

std::string print_equations(const Network& network)
{
  const Equations equations = equations_of(network);
  std::string text = "# parameters\n";
  for (const model::Parameter& p : network.parameters) {
    text += fmt::format("{} = {}\n", p.name, model::to_string(p.value));
  }
  text += "# observables and functions\n";
  for (const NetworkObservable& o : network.observables) text += print_observable(o, network);
  for (std::size_t i = 0; i < network.tables.size(); ++i) text += print_table(i, network.tables[i]);
  for (const model::Function& f : network.functions) {
    text += fmt::format("{} = {}\n", f.name, model::to_string(f.value));
  }
  text += "# rates\n";
  for (std::size_t r = 0; r < network.reactions.size(); ++r) {
    text += fmt::format("v{} = {}  # {}\n", r + 1, equations.rates[r],
                        network.rule_names[network.reactions[r].rule]);
  }
  text += "# amounts at the start\n";
  for (const NetworkSpecies& s : network.species) {
    text += fmt::format("[{}] = {}\n", s.name, model::to_string(s.amount));
  }
  text += "# equations\n";
  for (std::size_t s = 0; s < network.species.size(); ++s) {
    text += fmt::format("d[{}]/dt = {}\n", network.species[s].name, equations.slopes[s]);
  }
  return text;
}

}  // namespace rascade::network
