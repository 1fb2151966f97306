// SPDX-License-Identifier: MIT
#include "rascade/language/print_model.hpp"

#include <set>
#include <string_view>
#include <vector>

#include <fmt/format.h>

namespace rascade::language {
namespace {

using model::Expression;
using model::Model;
using model::Pattern;

class ModelPrinter {
 public:
  explicit ModelPrinter(const Model& model) : model_(model)
  {
    for (const model::Function& function : model.functions) functions_.insert(function.name);
  }

  std::string run()
  {
    text_ = "begin model\n";
    print_block("parameters", model_.parameters, [this](const model::Parameter& p) {
      return fmt::format("{} = {}", p.name, formula(p.value));
    });
    print_block("molecule types", model_.molecule_types,
                [](const model::MoleculeType& type) { return model::to_string(type); });
    print_block("seed species", model_.seeds, [this](const model::SeedSpecies& seed) {
      return fmt::format("{}{} {}", seed.fixed ? "$" : "", pattern(seed.pattern),
                         formula(seed.amount));
    });
    print_block("observables", model_.observables, [this](const model::Observable& o) {
      const bool is_species = o.kind == model::Observable::Kind::species;
      return fmt::format("{} {} {}", is_species ? "Species" : "Molecules", o.name,
                         join(o.patterns, ", "));
    });
    print_block("functions", model_.functions, [this](const model::Function& f) {
      return fmt::format("{}() = {}", f.name, formula(f.value));
    });
    print_block("reaction rules", model_.rules, [this](const model::Rule& r) {
      return fmt::format("{}: {} -> {} {}{}", r.name, side(r.reactants), side(r.products),
                         formula(r.rate.args[0]), r.delete_molecules ? " DeleteMolecules" : "");
    });
    return text_ + "end model\n";
  }

 private:
  template <class Items, class Print>
  void print_block(std::string_view name, const Items& items, Print print)
  {
    if (items.empty()) return;
    text_ += fmt::format("begin {}\n", name);
    for (const auto& item : items) text_ += fmt::format("  {}\n", print(item));
    text_ += fmt::format("end {}\n", name);
  }

  std::string pattern(const Pattern& p) const { return model::to_string(p, model_.molecule_types); }

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

  std::string formula(const Expression& e) const { return model::to_string(with_calls(e)); }

  /// BioNetGen wants `()` after the name of a function.
  Expression with_calls(Expression e) const
  {
    if (e.kind == Expression::Kind::name && functions_.count(e.name) > 0) {
      e.kind = Expression::Kind::call;
    }
    for (Expression& arg : e.args) arg = with_calls(std::move(arg));
    return e;
  }

  const Model& model_;
  std::set<std::string> functions_;
  std::string text_;
};

}  // namespace

std::string print_model(const Model& model) { return ModelPrinter(model).run(); }

}  // namespace rascade::language
