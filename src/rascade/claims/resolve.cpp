// SPDX-License-Identifier: MIT
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "rascade/base/text.hpp"
#include "rascade/claims/scenario.hpp"

namespace rascade::claims {
namespace {

using Kind = Relation::Kind;
using Roles = std::vector<std::pair<std::string, std::vector<std::string>>>;  // role, tokens

template <class Row, class Field>
const Row* find_row(const std::vector<Row>& rows, Field field, const std::string& name)
{
  const auto found =
      std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.*field == name; });
  return found == rows.end() ? nullptr : &*found;
}

bool is_arm(const std::string& text) { return !text.empty() && text != "-"; }

std::string text_of(const knowledge::Claim& claim, const std::string& role)
{
  if (role == "a") return claim.a;
  if (role == "b") return claim.b;
  const auto number = parse_number(std::string_view(role).substr(1)).value_or(0);
  const auto i = static_cast<std::size_t>(number);
  return i >= 1 && i <= claim.more.size() ? claim.more[i - 1] : "";
}

class Resolver {
 public:
  Resolver(const knowledge::Knowledge& knowledge, const knowledge::Claim& claim, Relation relation)
      : knowledge_(knowledge), claim_(claim)
  {
    result_.claim = &claim;
    scenario_.claim = &claim;
    scenario_.relation = std::move(relation);
  }

  Resolution run()
  {
    if (scenario_.relation.kind == Kind::uncounted) {
      result_.is_counted = false;
      return std::move(result_);
    }
    check_parts();
    find_readout();
    const Roles roles = roles_of_relation();
    for (const knowledge::ClaimCell* cell : cells_of_context()) add_cell(*cell, roles);
    if (result_.why_not.empty()) result_.scenario = std::move(scenario_);
    return std::move(result_);
  }

 private:
  void fail(std::string reason, std::vector<std::string> missing = {})
  {
    result_.why_not.add({std::move(missing), std::move(reason)});
  }

  void check_parts()
  {
    for (const std::string& name : claim_.parts) {
      const auto* part = find_row(knowledge_.parts, &knowledge::Part::name, name);
      if (part != nullptr && part->state == "missing") fail("", {name});
    }
  }

  void find_readout()
  {
    const auto* readout =
        find_row(knowledge_.claims.readouts, &knowledge::Readout::name, claim_.readout);
    if (readout == nullptr) return fail(fmt::format("no read-out '{}'", claim_.readout));
    if (readout->kind == "missing" || !readout->missing.empty()) {
      const std::string reason = fmt::format("'{}' is not in the model", readout->name);
      return fail(readout->missing.empty() ? reason : "", readout->missing);
    }
    scenario_.readout = readout;
    scenario_.hours = claim_.time_h.value_or(readout->time_h);
  }

  std::vector<const knowledge::ClaimCell*> cells_of_context()
  {
    std::vector<const knowledge::ClaimCell*> cells;
    const auto* context =
        find_row(knowledge_.claims.contexts, &knowledge::ClaimContext::context, claim_.context);
    if (context == nullptr) {
      fail(fmt::format("no context '{}'", claim_.context));
      return cells;
    }
    for (const std::string& name : context->cells) {
      const auto* cell = find_row(knowledge_.claims.cells, &knowledge::ClaimCell::name, name);
      if (cell != nullptr) cells.push_back(cell);
    }
    if (!context->missing.empty()) fail("", context->missing);
    if (cells.empty() && context->missing.empty()) fail("the context has no cell");
    return cells;
  }

  Roles roles_of_relation()
  {
    Roles roles;
    const auto add = [&](const std::string& role, const std::string& text) {
      if (!is_arm(text)) return fail(fmt::format("the claim names no arm {}", role));
      const auto same = [&](const auto& r) { return r.first == role; };
      if (std::none_of(roles.begin(), roles.end(), same)) roles.emplace_back(role, tokens_of(text));
    };
    const Relation& relation = scenario_.relation;
    for (const Step& step : relation.steps) {
      add(step.left, text_of(claim_, step.left));
      if (!step.right.empty()) add(step.right, text_of(claim_, step.right));
      if (step.comparison == Comparison::nothing && is_arm(claim_.a)) add("a", claim_.a);
    }
    if (relation.kind == Kind::steps && is_arm(claim_.base)) add("base", claim_.base);
    const bool has_like = std::any_of(relation.steps.begin(), relation.steps.end(), [](const Step& s) {
      return s.comparison == Comparison::like;
    });
    if (has_like && is_arm(claim_.control)) add("control", claim_.control);
    if (relation.kind == Kind::synergy) add_combination(roles);
    if (relation.kind == Kind::shape) {
      const bool has_b = is_arm(claim_.b);
      add(has_b ? "b" : "a", has_b ? claim_.b : claim_.a);
    }
    if (relation.kind == Kind::present || relation.kind == Kind::absent) {
      add("a", claim_.a);
      add("untreated", "none");
    }
    if (roles.empty()) add("a", claim_.a);
    return roles;
  }

  /// The combination, what it is made of, and the untreated cell. Where it holds two drugs or more
  /// these are its parts and all else is done to every part; otherwise every token is a part.
  void add_combination(Roles& roles)
  {
    const std::vector<std::string> tokens = tokens_of(claim_.b);
    std::vector<std::string> drugs, others;
    for (const std::string& token : tokens) {
      const bool is_change = token.find(':') != std::string::npos;
      (is_change ? others : drugs).push_back(token);
    }
    const bool by_drug = drugs.size() > 1;
    const std::vector<std::string>& parts = by_drug ? drugs : tokens;
    if (parts.size() < 2) return fail("the arm b is no combination");
    roles.emplace_back("b", tokens);
    roles.emplace_back("untreated", by_drug ? others : std::vector<std::string>{});
    for (std::size_t i = 0; i < parts.size(); ++i) {
      std::vector<std::string> part = by_drug ? others : std::vector<std::string>{};
      part.push_back(parts[i]);
      roles.emplace_back(fmt::format("part{}", i + 1), std::move(part));
    }
  }

  void add_cell(const knowledge::ClaimCell& cell, const Roles& roles)
  {
    CellScenario scenario{cell.name, {}};
    for (const auto& [role, tokens] : roles) {
      Perturbed made = perturb(knowledge_, make_cell(cell), tokens);
      result_.why_not.add(made.why_not);
      Arm untouched{made.origin, {}, {}, false};
      scenario.roles[role] = {std::move(made.arm), std::move(untouched), {}};
    }
    if (!result_.why_not.empty()) return;
    set_references(scenario);
    check_that_arms_differ(scenario);
    scenario_.cells.push_back(std::move(scenario));
  }

  /// What the drugs' effect is read against, and when changes happen.
  void set_references(CellScenario& scenario) const
  {
    const auto common = common_drugs(scenario);
    for (auto& [role, r] : scenario.roles) {
      if (scenario_.readout->kind == "course") r.arm.acute = r.arm.drugs.empty();
      r.without = r.arm;
      std::erase_if(r.without.drugs, [&](const knowledge::Drug* drug) {
        return common.empty() || std::find(common.begin(), common.end(), drug) != common.end();
      });
    }
  }

  static std::vector<const knowledge::Drug*> common_drugs(const CellScenario& scenario)
  {
    std::vector<const knowledge::Drug*> common = scenario.roles.begin()->second.arm.drugs;
    for (const auto& [role, r] : scenario.roles) {
      std::erase_if(common, [&drugs = r.arm.drugs](const knowledge::Drug* drug) {
        return std::find(drugs.begin(), drugs.end(), drug) == drugs.end();
      });
    }
    return common;
  }

  void check_that_arms_differ(const CellScenario& scenario)
  {
    const auto compare = [&](const std::string& one, const std::string& other) {
      const auto x = scenario.roles.find(one), y = scenario.roles.find(other);
      if (x == scenario.roles.end() || y == scenario.roles.end()) return;
      if (x->second.arm.key() == y->second.arm.key()) {
        fail(fmt::format("arms {} and {} are one and the same in the model", one, other));
      }
    };
    for (const Step& step : scenario_.relation.steps) compare(step.left, step.right);
    compare("base", "a");
    compare("base", "control");
    if (scenario_.relation.kind == Kind::present) compare("a", "untreated");
  }

  const knowledge::Knowledge& knowledge_;
  const knowledge::Claim& claim_;
  Resolution result_;
  Scenario scenario_;
};

}  // namespace

Checked<Resolution> resolve(const knowledge::Knowledge& knowledge, const knowledge::Claim& claim)
{
  Checked<Relation> relation = parse_relation(claim.expected, claim.span);
  if (!relation) return relation.diagnostics();
  return Resolver(knowledge, claim, *std::move(relation)).run();
}

}  // namespace rascade::claims
