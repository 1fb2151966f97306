// SPDX-License-Identifier: MIT
#include "rascade/language/print_model.hpp"

#include <cstddef>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "rascade/base/text.hpp"

namespace rascade::language {
namespace {

using model::Expression;
using model::Model;
using model::Pattern;
using LawKind = model::RateLaw::Kind;

std::string print_numbers(const std::vector<double>& numbers)
{
  std::string text;
  for (const double number : numbers) {
    if (!text.empty()) text += ", ";
    text += format_number(number);
  }
  return "[" + text + "]";
}

std::string unit_comment(const std::string& unit)
{
  return unit.empty() ? "" : fmt::format("  # [{}]", unit);
}

std::string_view name_of(LawKind kind)
{
  switch (kind) {
    case LawKind::MM:
      return "MM";
    case LawKind::Sat:
      return "Sat";
    case LawKind::Hill:
      return "Hill";
    case LawKind::arrhenius:
      return "Arrhenius";
    case LawKind::elementary:
      return "";
  }
  return "";
}

class ModelPrinter {
 public:
  explicit ModelPrinter(const Model& model) : model_(model)
  {
    for (const model::Function& function : model.functions) functions_.insert(function.name);
    for (const model::Compartment& c : model.compartments) compartments_.push_back(c.name);
  }

  std::string run()
  {
    print_options();
    text_ += "begin model\n";
    print_declarations();
    print_block("energy patterns", model_.energy_patterns, [this](const model::EnergyPattern& e) {
      return fmt::format("{}: {} {}", e.name, pattern(e.pattern), formula(e.energy));
    });
    print_rules();
    return text_ + "end model\n";
  }

 private:
  void print_options()
  {
    const model::Options defaults;
    const model::Options& options = model_.options;
    if (options.molecules_per_quantity != defaults.molecules_per_quantity) {
      text_ += fmt::format("setOption(\"NumberPerQuantityUnit\",{})\n",
                           format_number(options.molecules_per_quantity));
    }
    if (options.count_unique_molecules) {
      text_ += "setOption(\"MoleculesObservables\",\"CountUnique\")\n";
    }
    if (options.count_unique_species) {
      text_ += "setOption(\"SpeciesObservables\",\"CountUnique\")\n";
    }
  }

  void print_declarations()
  {
    print_block("parameters", model_.parameters, [this](const model::Parameter& p) {
      return fmt::format("{} = {}{}", p.name, formula(p.value), unit_comment(p.unit));
    });
    print_block("compartments", model_.compartments, [this](const model::Compartment& c) {
      const std::string outside =
          c.outside == model::nowhere
              ? ""
              : " " + compartments_[static_cast<std::size_t>(c.outside)];
      return fmt::format("{} {} {}{}{}", c.name, c.dimensions, formula(c.size), outside,
                         unit_comment(c.unit));
    });
    print_block("molecule types", model_.molecule_types,
                [](const model::MoleculeType& type) { return model::to_string(type); });
    print_block("seed species", model_.seeds, [this](const model::SeedSpecies& seed) {
      return fmt::format("{}{} {}{}", seed.fixed ? "$" : "", pattern(seed.pattern),
                         formula(seed.amount), unit_comment(seed.unit));
    });
    print_block("observables", model_.observables, [this](const model::Observable& o) {
      const bool is_species = o.kind == model::Observable::Kind::species;
      return fmt::format("{} {} {}", is_species ? "Species" : "Molecules", o.name,
                         o.patterns.empty() ? "0" : join(o.patterns, ", "));
    });
    print_block("functions", model_.functions, [this](const model::Function& f) {
      return fmt::format("{}({}) = {}{}", f.name, fmt::join(f.args, ","), formula(f.value),
                         unit_comment(f.unit));
    });
  }

  template <class Items, class Print>
  void print_block(std::string_view name, const Items& items, Print print)
  {
    if (items.empty()) return;
    text_ += fmt::format("begin {}\n", name);
    for (const auto& item : items) text_ += fmt::format("  {}\n", print(item));
    text_ += fmt::format("end {}\n", name);
  }

  void print_rules()
  {
    if (model_.rules.empty()) return;
    text_ += "begin reaction rules\n";
    for (std::size_t i = 0; i < model_.rules.size(); ++i) {
      const bool is_pair = shares_law(i);
      text_ += fmt::format("  {}\n", rule(model_.rules[i], is_pair));
      if (is_pair) ++i;
    }
    text_ += "end reaction rules\n";
  }

  /// Whether the i-th rule and the next are the two directions of one law.
  bool shares_law(std::size_t i) const
  {
    if (i + 1 >= model_.rules.size()) return false;
    const model::Rule& next = model_.rules[i + 1];
    return model_.rules[i].rate.kind == LawKind::arrhenius && !model_.rules[i].is_reverse &&
           next.rate.kind == LawKind::arrhenius && next.is_reverse;
  }

  std::string rule(const model::Rule& r, bool is_pair) const
  {
    std::string text = fmt::format("{}: {} {} {} {}", r.name, side(r.reactants),
                                   is_pair ? "<->" : "->", side(r.products), law(r.rate));
    if (r.rate.is_total) text += " TotalRate";
    if (r.delete_molecules) text += " DeleteMolecules";
    if (r.move_connected) text += " MoveConnected";
    for (const model::Condition& condition : r.conditions) {
      text += fmt::format(" {}_{}({}", condition.is_include ? "include" : "exclude",
                          condition.is_on_product ? "products" : "reactants",
                          condition.position + 1);
      for (const Pattern& p : condition.patterns) text += "," + pattern(p);
      text += ")";
    }
    return text;
  }

  std::string law(const model::RateLaw& rate) const
  {
    std::vector<std::string> args;
    for (const Expression& arg : rate.args) args.push_back(formula(arg));
    if (rate.kind == LawKind::elementary) return args[0];
    return fmt::format("{}({})", name_of(rate.kind), fmt::join(args, ", "));
  }

  std::string pattern(const Pattern& p) const
  {
    return model::to_string(p, model_.molecule_types, compartments_);
  }

  std::string join(const std::vector<Pattern>& patterns, std::string_view separator) const
  {
    std::vector<std::string> texts;
    for (const Pattern& p : patterns) texts.push_back(pattern(p));
    return fmt::format("{}", fmt::join(texts, separator));
  }

  std::string side(const std::vector<Pattern>& patterns) const
  {
    return patterns.empty() ? "0" : join(patterns, " + ");
  }

  std::string formula(const Expression& e) const { return model::to_string(in_words(e)); }

  /// BioNetGen wants `()` after the name of a function; a table becomes the text of its points.
  Expression in_words(Expression e) const
  {
    for (Expression& arg : e.args) arg = in_words(std::move(arg));
    if (e.kind == Expression::Kind::name && functions_.count(e.name) > 0) {
      e.kind = Expression::Kind::call;
    } else if (e.kind == Expression::Kind::table) {
      e.kind = Expression::Kind::name;
      e.name = table(model_.tables[static_cast<std::size_t>(e.number)], e.args[0]);
      e.args.clear();
    }
    return e;
  }

  static std::string table(const model::Table& table, const Expression& index)
  {
    return fmt::format("tfun({}, {}, {}{})", print_numbers(table.x), print_numbers(table.y),
                       model::to_string(index),
                       table.method == model::Table::Method::step ? ", method=>\"step\"" : "");
  }

  const Model& model_;
  std::set<std::string> functions_;
  std::vector<std::string> compartments_;
  std::string text_;
};

}  // namespace

std::string print_model(const Model& model) { return ModelPrinter(model).run(); }

}  // namespace rascade::language
