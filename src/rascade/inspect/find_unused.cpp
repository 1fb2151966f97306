// SPDX-License-Identifier: MIT
#include "rascade/inspect/find_unused.hpp"

#include <set>
#include <string>
#include <type_traits>
#include <unordered_map>

#include <fmt/format.h>

namespace rascade::inspect {
namespace {

using model::Expression;

/// What the outputs, the rules and the actions need, directly or through other names.
class Used {
 public:
  explicit Used(const model::Model& model)
  {
    for (const model::Parameter& p : model.parameters) formulas_.emplace(p.name, &p.value);
    for (const model::Function& f : model.functions) formulas_.emplace(f.name, &f.value);
    for (const model::Function& f : model.functions) {
      if (f.args.empty()) add(f.value);
    }
    for (const model::Compartment& c : model.compartments) add(c.size);
    for (const model::SeedSpecies& s : model.seeds) add(s.amount);
    for (const model::EnergyPattern& e : model.energy_patterns) add(e.energy);
    for (const model::Rule& rule : model.rules) {
      for (const Expression& e : rule.rate.args) add(e);
    }
  }

  void add(const Expression& e)
  {
    if (e.kind == Expression::Kind::name || e.kind == Expression::Kind::call) add(e.name);
    for (const Expression& arg : e.args) add(arg);
  }

  void add(const std::string& name)
  {
    if (!names_.insert(name).second) return;
    const auto found = formulas_.find(name);
    if (found != formulas_.end()) add(*found->second);
  }

  void add(const model::ActionValue& value)
  {
    std::visit(
        [this](const auto& v) {
          using T = std::decay_t<decltype(v)>;
          if constexpr (std::is_same_v<T, Expression> || std::is_same_v<T, std::string>) {
            add(v);
          } else if constexpr (std::is_same_v<T, std::vector<model::ActionValue>>) {
            for (const model::ActionValue& item : v) add(item);
          } else {
            for (const auto& [name, item] : v) add(item);
          }
        },
        value.value);
  }

  [[nodiscard]] bool contains(const std::string& name) const { return names_.contains(name); }

 private:
  std::unordered_map<std::string, const Expression*> formulas_;
  std::set<std::string> names_;
};

}  // namespace

std::vector<Diagnostic> find_unused(const model::Model& model,
                                    std::span<const model::Action> actions)
{
  Used used(model);
  for (const model::Action& action : actions) {
    for (const auto& [name, value] : action.args) used.add(value);
  }
  std::vector<Diagnostic> found;
  for (const model::Parameter& p : model.parameters) {
    if (used.contains(p.name)) continue;
    found.push_back({Severity::warning, "W1901", p.span,
                     fmt::format("parameter '{}' changes nothing: no rate, seed, compartment, "
                                 "energy or function needs it", p.name),
                     "Remove it, or look for the formula that should name it."});
  }
  for (const model::Function& f : model.functions) {
    if (f.args.empty() || used.contains(f.name)) continue;
    found.push_back({Severity::warning, "W1902", f.span,
                     fmt::format("nothing calls the local function '{}'", f.name),
                     "Remove it, or call it in the rate of a rule with a tag."});
  }
  return found;
}

}  // namespace rascade::inspect
