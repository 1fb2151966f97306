// SPDX-License-Identifier: MIT
#include "rascade/sbml/write_sbml.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <map>
#include <memory>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <sbml/SBMLTypes.h>

#include "rascade/sbml/formula.hpp"
#include "rascade/sbml/ids.hpp"

namespace rascade::sbml {
namespace {

using model::Expression;
using model::RateLaw;
using network::SpeciesIndex;
using LawKind = RateLaw::Kind;

constexpr unsigned level = 3;
constexpr unsigned level_version = 2;

class SbmlWriter {
 public:
  explicit SbmlWriter(const network::Network& network)
      : network_(network), document_(level, level_version), model_(*document_.createModel())
  {
  }

  Checked<std::string> run(const std::string& name)
  {
    model_.setId(ids_.claim(name));
    model_.setName(name);
    model_.setSubstanceUnits("item");
    model_.setExtentUnits("item");
    name_all();
    add_tables();
    if (!mistakes_.empty()) return mistakes_;  // formulas would name what is not there
    add_michaelis_menten();
    add_compartments();
    add_species();
    add_parameters();
    add_scales();
    add_observables();
    add_functions();
    for (std::size_t r = 0; r < network_.reactions.size(); ++r) add_reaction(r);
    if (!mistakes_.empty()) return mistakes_;
    const std::unique_ptr<char, decltype(&std::free)> text(writeSBMLToString(&document_),
                                                           &std::free);
    return std::string(text.get());
  }

 private:
  /// What formulas may name comes first, so that it keeps its names.
  void name_all()
  {
    for (const model::Parameter& p : network_.parameters) ids_.declare(p.name);
    for (const network::NetworkObservable& o : network_.observables) ids_.declare(o.name);
    for (const model::Function& f : network_.functions) ids_.declare(f.name);
    for (const model::Compartment& c : network_.compartments) {
      compartment_ids_.push_back(ids_.claim(c.name));
    }
    for (std::size_t s = 0; s < network_.species.size(); ++s) {
      species_ids_.push_back(ids_.claim(fmt::format("S{}", s + 1)));
    }
  }

  std::string add_definition(const std::string& wish, const std::vector<std::string>& args,
                             Math body)
  {
    const std::string id = ids_.claim(wish);
    FunctionDefinition& definition = *model_.createFunctionDefinition();
    definition.setId(id);
    definition.setMath(lambda(args, std::move(body)).get());
    return id;
  }

  void add_tables()
  {
    for (const model::Table& table : network_.tables) {
      if (table.x.empty() || table.x.size() != table.y.size()) {
        mistakes_.push_back({Severity::error, "E1804", {table.file, 0, 0, 0},
                             "a table needs as many values as points, and at least one", ""});
        continue;
      }
      tables_.push_back(add_definition("table", {"x"}, table_body(table, "x")));
    }
  }

  /// What the enzyme E leaves free of the substrate S: the positive root of
  /// F^2 - (S - Km - E) F - Km S = 0.
  static Math free_substrate()
  {
    const auto surplus = [] {
      return make(AST_MINUS, list(make(AST_MINUS, list(symbol("S"), symbol("Km"))), symbol("E")));
    };
    Math product = make(AST_TIMES, list(number(4.0), symbol("S"), symbol("Km")));
    Math square = make(AST_POWER, list(surplus(), number(2.0)));
    Math sum = make(AST_PLUS, list(std::move(square), std::move(product)));
    Math root = make(AST_FUNCTION_ROOT, list(number(2.0), std::move(sum)));
    return make(AST_TIMES, list(number(0.5), make(AST_PLUS, list(surplus(), std::move(root)))));
  }

  void add_michaelis_menten()
  {
    const bool is_needed = std::any_of(network_.rate_laws.begin(), network_.rate_laws.end(),
                                       [](const RateLaw& law) { return law.kind == LawKind::MM; });
    if (!is_needed) return;
    const std::string free = add_definition("free_substrate", {"S", "E", "Km"}, free_substrate());
    const auto call_free = [&] {
      return call(free, list(symbol("S"), symbol("E"), symbol("Km")));
    };
    Math top = make(AST_TIMES, list(symbol("kcat"), symbol("E"), call_free()));
    Math bottom = make(AST_PLUS, list(symbol("Km"), call_free()));
    michaelis_menten_ = add_definition("MM", {"kcat", "Km", "S", "E"},
                                       make(AST_DIVIDE, list(std::move(top), std::move(bottom))));
  }

  /// Of a number with or without a sign.
  static std::optional<double> plain_number(const Expression& value)
  {
    if (value.kind == Expression::Kind::number) return value.number;
    if (value.kind != Expression::Kind::negate) return std::nullopt;
    const std::optional<double> number = plain_number(value.args[0]);
    return number ? std::optional(-*number) : std::nullopt;
  }

  /// Of something that the model holds: a number as it is, a formula by an initial assignment.
  template <class Set>
  void set_value(const std::string& id, const Expression& value, Set set)
  {
    if (const std::optional<double> number = plain_number(value)) return set(*number);
    InitialAssignment& assignment = *model_.createInitialAssignment();
    assignment.setSymbol(id);
    assignment.setMath(formulas_.write(value).get());
  }

  Compartment& add_compartment(const std::string& id, const std::string& name, int dimensions)
  {
    Compartment& compartment = *model_.createCompartment();
    compartment.setId(id);
    compartment.setName(name);
    compartment.setSpatialDimensions(static_cast<unsigned>(dimensions));
    compartment.setConstant(true);
    return compartment;
  }

  void add_compartments()
  {
    for (std::size_t c = 0; c < network_.compartments.size(); ++c) {
      const model::Compartment& from = network_.compartments[c];
      Compartment& to = add_compartment(compartment_ids_[c], from.name, from.dimensions);
      set_value(compartment_ids_[c], from.size, [&to](double size) { to.setSize(size); });
    }
    const bool is_needed =
        network_.compartments.empty() ||
        std::any_of(network_.species.begin(), network_.species.end(),
                    [](const auto& species) { return species.compartment == model::nowhere; });
    if (!is_needed) return;
    default_compartment_ = ids_.claim("compartment");
    add_compartment(default_compartment_, "compartment", 3).setSize(1.0);
  }

  void add_species()
  {
    for (std::size_t s = 0; s < network_.species.size(); ++s) {
      const network::NetworkSpecies& from = network_.species[s];
      Species& to = *model_.createSpecies();
      to.setId(species_ids_[s]);
      to.setName(from.name);
      to.setCompartment(from.compartment == model::nowhere
                            ? default_compartment_
                            : compartment_ids_[static_cast<std::size_t>(from.compartment)]);
      to.setHasOnlySubstanceUnits(true);
      to.setBoundaryCondition(from.fixed);
      to.setConstant(from.fixed);
      set_value(species_ids_[s], from.amount, [&to](double amount) { to.setInitialAmount(amount); });
    }
  }

  Parameter& add_parameter(const std::string& id, const std::string& name, bool is_constant)
  {
    Parameter& parameter = *model_.createParameter();
    parameter.setId(id);
    parameter.setName(name);
    parameter.setConstant(is_constant);
    return parameter;
  }

  void add_parameters()
  {
    for (const model::Parameter& from : network_.parameters) {
      const std::string& id = *ids_.find(from.name);
      Parameter& to = add_parameter(id, from.name, true);
      set_value(id, from.value, [&to](double value) { to.setValue(value); });
    }
  }

  void add_scales()
  {
    for (std::size_t i = 0; i < network_.scales.size(); ++i) {
      const std::string name = fmt::format("scale{}", i + 1);
      scale_ids_.push_back(ids_.claim(name));
      Parameter& to = add_parameter(scale_ids_.back(), name, true);
      set_value(scale_ids_.back(), network_.scales[i], [&to](double value) { to.setValue(value); });
    }
  }

  void add_rule(const std::string& name, const Math& math)
  {
    const std::string& id = *ids_.find(name);
    add_parameter(id, name, false);
    AssignmentRule& rule = *model_.createAssignmentRule();
    rule.setVariable(id);
    rule.setMath(math.get());
  }

  Math weighted(SpeciesIndex species, double weight) const
  {
    Math amount = symbol(species_ids_[species]);
    if (weight == 1.0) return amount;
    return make(AST_TIMES, list(number(weight), std::move(amount)));
  }

  void add_observables()
  {
    for (const network::NetworkObservable& observable : network_.observables) {
      std::vector<Math> terms;
      for (const auto& [species, weight] : observable.weights) {
        terms.push_back(weighted(species, weight));
      }
      if (terms.empty()) terms.push_back(number(0.0));
      Math sum = terms.size() == 1 ? std::move(terms[0]) : make(AST_PLUS, std::move(terms));
      add_rule(observable.name, sum);
    }
  }

  void add_functions()
  {
    for (const model::Function& function : network_.functions) {
      add_rule(function.name, formulas_.write(function.value));
    }
  }

  void add_reaction(std::size_t r)
  {
    const network::Reaction& from = network_.reactions[r];
    Reaction& to = *model_.createReaction();
    to.setId(ids_.claim(fmt::format("R{}", r + 1)));
    to.setName(network_.rule_names[from.rule]);
    to.setReversible(false);
    for (const auto& [species, count] : counts(from.reactants)) {
      fill(*to.createReactant(), species, count);
    }
    for (const auto& [species, count] : counts(from.products)) {
      fill(*to.createProduct(), species, count);
    }
    to.createKineticLaw()->setMath(rate(from).get());
  }

  static std::map<SpeciesIndex, double> counts(const std::vector<SpeciesIndex>& species)
  {
    std::map<SpeciesIndex, double> result;
    for (const SpeciesIndex s : species) result[s] += 1.0;
    return result;
  }

  void fill(SpeciesReference& reference, SpeciesIndex species, double count) const
  {
    reference.setSpecies(species_ids_[species]);
    reference.setStoichiometry(count);
    reference.setConstant(true);
  }

  Math rate(const network::Reaction& reaction)
  {
    std::vector<Math> factors;
    if (reaction.factor != 1.0) factors.push_back(number(reaction.factor));
    if (reaction.scale != network::no_scale) {
      factors.push_back(symbol(scale_ids_[static_cast<std::size_t>(reaction.scale)]));
    }
    const RateLaw& law = network_.rate_laws[reaction.law];
    if (!fits(law, reaction.reactants.size())) {
      mistakes_.push_back({Severity::error, "E1803", law.args.empty() ? Span{} : law.args[0].span,
                           fmt::format("the rate law of rule '{}' cannot be said in SBML, or lacks "
                                       "arguments or reactants",
                                       network_.rule_names[reaction.rule]),
                           "Give the rate as a formula."});
      return number(0.0);
    }
    add_law(law, reaction.reactants, factors);
    return factors.size() == 1 ? std::move(factors[0]) : make(AST_TIMES, std::move(factors));
  }

  static bool fits(const RateLaw& law, std::size_t num_reactants)
  {
    const std::size_t n = law.args.size();
    switch (law.kind) {
      case LawKind::elementary: return n == 1;
      case LawKind::MM: return n == 2 && num_reactants >= 1;
      case LawKind::Sat: return n >= 1 && n <= num_reactants + 1;
      case LawKind::Hill: return n == 3 && num_reactants >= 1;
      case LawKind::arrhenius: return false;
    }
    return false;
  }

  Math amount(SpeciesIndex species) const { return symbol(species_ids_[species]); }

  void add_law(const RateLaw& law, const std::vector<SpeciesIndex>& reactants,
               std::vector<Math>& factors)
  {
    if (law.kind == LawKind::MM) {
      factors.push_back(call(michaelis_menten_,
                             list(formulas_.write(law.args[0]), formulas_.write(law.args[1]),
                                  amount(reactants[0]), enzyme(reactants))));
      return;
    }
    factors.push_back(law.kind == LawKind::Hill ? hill(law, reactants[0])
                                                : formulas_.write(law.args[0]));
    if (law.kind == LawKind::Sat && law.args.size() == 1) return;
    for (std::size_t i = law.kind == LawKind::Hill ? 1 : 0; i < reactants.size(); ++i) {
      Math factor = amount(reactants[i]);
      if (law.kind == LawKind::Sat && i + 1 < law.args.size()) {
        Math sum = make(AST_PLUS, list(formulas_.write(law.args[i + 1]), amount(reactants[i])));
        factor = make(AST_DIVIDE, list(std::move(factor), std::move(sum)));
      }
      factors.push_back(std::move(factor));
    }
  }

  /// The sum of all reactants but the first.
  Math enzyme(const std::vector<SpeciesIndex>& reactants) const
  {
    if (reactants.size() == 1) return number(0.0);
    std::vector<Math> amounts;
    for (std::size_t i = 1; i < reactants.size(); ++i) amounts.push_back(amount(reactants[i]));
    return amounts.size() == 1 ? std::move(amounts[0]) : make(AST_PLUS, std::move(amounts));
  }

  Math hill(const RateLaw& law, SpeciesIndex reactant)
  {
    const auto raised = [&](Math base) {
      return make(AST_POWER, list(std::move(base), formulas_.write(law.args[2])));
    };
    Math top = make(AST_TIMES, list(formulas_.write(law.args[0]), raised(amount(reactant))));
    Math bottom =
        make(AST_PLUS, list(raised(formulas_.write(law.args[1])), raised(amount(reactant))));
    return make(AST_DIVIDE, list(std::move(top), std::move(bottom)));
  }

  const network::Network& network_;
  SBMLDocument document_;
  Model& model_;
  Ids ids_;
  std::vector<std::string> tables_;           // [n_tables], identifiers
  std::vector<std::string> compartment_ids_;  // [n_compartments]
  std::string default_compartment_;           // empty if no species needs it
  std::vector<std::string> species_ids_;      // [n_species]
  std::vector<std::string> scale_ids_;        // [n_scales]
  std::string michaelis_menten_;              // empty if no law needs it
  std::vector<Diagnostic> mistakes_;
  FormulaWriter formulas_{ids_, tables_, mistakes_};
};

}  // namespace

Checked<std::string> write_sbml(const network::Network& network, const std::string& name)
{
  return SbmlWriter(network).run(name);
}

}  // namespace rascade::sbml
