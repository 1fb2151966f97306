// SPDX-License-Identifier: MIT
#include "rascade/claims/contrasts.hpp"

#include "rascade/claims/output.hpp"

namespace rascade::claims {
namespace {

using Kind = Relation::Kind;

int sign_of(Comparison comparison)
{
  switch (comparison) {
    case Comparison::less:
    case Comparison::much_less: return -1;
    case Comparison::more:
    case Comparison::much_more: return 1;
    default: return 0;
  }
}

int sign_of_output(const knowledge::Readout& readout)
{
  // Of a cohort, what is good for the patient is less growth.
  if (readout.kind == "trial") return readout.benefit == "up" ? -1 : 1;
  return readout.kind == "fall" || readout.kind == "drug_effect" ? -1 : 1;
}

}  // namespace

std::vector<Contrast> contrasts_of(const Scenario& scenario, const CellScenario& cell)
{
  std::vector<Contrast> contrasts;
  const auto arm = [&](const std::string& role) { return &cell.roles.at(role).arm; };
  const int turn = sign_of_output(*scenario.readout);
  const Kind kind = scenario.relation.kind;
  for (const Step& step : scenario.relation.steps) {
    const bool has_right = !step.right.empty();
    const RoleArm& left = cell.roles.at(step.left);
    contrasts.push_back({&left.arm, has_right ? arm(step.right) : &left.untouched,
                         turn * sign_of(step.comparison)});
  }
  if (kind == Kind::synergy) contrasts.push_back({arm("b"), arm("untreated"), 0});
  if (kind == Kind::shape) {
    const RoleArm& only = cell.roles.at(cell.roles.contains("b") ? "b" : "a");
    contrasts.push_back({&only.arm, &only.untouched, 0});
  }
  const bool is_of_a = kind == Kind::present || kind == Kind::absent || kind == Kind::number ||
                       kind == Kind::frequency;
  if (is_of_a) {
    const RoleArm& a = cell.roles.at("a");
    contrasts.push_back({&a.arm, &a.untouched, kind == Kind::present ? turn : 0});
  }
  return contrasts;
}

std::string output_of(const knowledge::Readout& readout)
{
  const bool is_cohort = readout.kind == "trial";
  const bool is_growth = readout.kind == "growth" || readout.output == growth_output;
  return is_cohort || is_growth ? "ppERK+pAKT" : readout.output;
}

}  // namespace rascade::claims
