// SPDX-License-Identifier: MIT
#include "rascade/plan/plan.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "rascade/plan/explain.hpp"
#include "rascade/plan/ground.hpp"
#include "rascade/plan/sources.hpp"
#include "rascade/plan/summarise.hpp"

namespace rascade::plan {
namespace {

constexpr std::size_t screening_draws = 6;
constexpr std::size_t candidate_arms = 3;

Drugs base_of(const TumourCase& tumour, const PlanRequest& request)
{
  return request.base.empty() ? tumour.treatment : request.base;
}

std::vector<std::string> mechanisms_of(const Drugs& drugs)
{
  std::vector<std::string> mechanisms;
  for (const knowledge::Drug* drug : drugs) mechanisms.push_back(drug->mechanism);
  std::sort(mechanisms.begin(), mechanisms.end());
  return mechanisms;
}

/// The base arm and the best others that are another idea than a second drug of the same mechanism.
/// With no base given the best single drug is the base.
std::vector<Drugs> pick_arms(const std::vector<Screened>& screened, Drugs base)
{
  if (base.empty()) {
    const auto single = std::find_if(screened.begin(), screened.end(),
                                     [](const Screened& s) { return s.drugs.size() == 1; });
    base = single->drugs;
  }
  std::vector<Drugs> arms{base};
  for (const Screened& s : screened) {
    if (arms.size() > candidate_arms) break;
    const bool known = std::any_of(arms.begin(), arms.end(), [&](const Drugs& arm) {
      return mechanisms_of(arm) == mechanisms_of(s.drugs);
    });
    if (!known) arms.push_back(s.drugs);
  }
  return arms;
}

std::string months_text(const trial::Interval& pfs)
{
  if (!std::isfinite(pfs.value)) return "not reached";
  return fmt::format("{:.1f} months", pfs.value);
}

double benefit_of(const ArmResult& arm)
{
  const double pfs = std::isfinite(arm.pfs_months.value) ? arm.pfs_months.value : longest_months;
  return pfs * (1 - arm.normal_cost.value);
}

/// The arm of greatest benefit whose gain over the base is beyond chance; else the base.
const ArmResult& best_of(const std::vector<ArmResult>& arms)
{
  const ArmResult* best = &arms.front();
  for (const ArmResult& arm : arms) {
    const bool gains = arm.delta_pfs_months && arm.delta_pfs_months->low > 0;
    if (gains && benefit_of(arm) > benefit_of(*best)) best = &arm;
  }
  return *best;
}

std::string sentence_of(const ArmResult& base, const ArmResult& best)
{
  if (&best == &base) {
    return fmt::format(
        "None of the compared arms clearly gains on {} for its cost: median time without progression {}.",
        base.name(), months_text(base.pfs_months));
  }
  return fmt::format(
      "{} holds this tumour longest for its cost: {} without progression against {} with {}; it is the "
      "best of the compared arms in {:.0f} % of virtual patients.",
      best.name(), months_text(best.pfs_months), months_text(base.pfs_months), base.name(),
      100 * best.robust);
}

void decide(Plan& plan)
{
  const ArmResult& best = best_of(plan.arms);
  plan.recommended = best.name();
  plan.sentence = sentence_of(plan.base(), best);
}

void count_parameters(const Workbench& bench, const Arm& base, Plan& plan)
{
  for (const std::size_t index : quantities_used(bench, base)) {
    const pathway::Catalogue::Entry& entry = bench.catalogue().entries()[index];
    ++plan.parameters_by_grade[std::string(knowledge::to_string(entry.quantity->origin.grade))];
    if (entry.quantity->origin.grade == knowledge::Grade::assumed) plan.assumed.push_back(entry);
  }
}

std::vector<std::string> notes_of(const Plan& plan)
{
  std::vector<std::string> notes{
      "Research use only: a model's forecast, not medical advice.",
      "Intervals: response and progression-free time 95 % confidence of the virtual cohort; best "
      "change and normal-tissue cost 5-95 % of patients.",
      "Normal-tissue cost: growth signal that the whole arm takes from a normal epithelial cell.",
      "Not in this model: immune cells, the MYC and cell-cycle level, drug-drug interaction."};
  if (!plan.tumour->prior.empty()) notes.emplace_back("Drugs given before are not proposed again.");
  return notes;
}

Plan summarise_all(const Workbench& bench, const std::vector<Arm>& arms,
                   const std::vector<Patient>& patients,
                   const std::vector<std::vector<Outcome>>& outcomes, const RunControl& control)
{
  Plan plan;
  const std::vector<double> robust = robustness(outcomes);
  for (std::size_t a = 0; a < arms.size(); ++a) {
    plan.arms.push_back(summarise(bench, arms[a].drugs, outcomes[a], outcomes.front(), a == 0));
    plan.arms.back().robust = robust[a];
  }
  RankedRoutes ranked = rank_routes(bench, arms, patients, outcomes, control);
  plan.routes = std::move(ranked.routes);
  plan.solves = ranked.solves;
  plan.uncertainty = rank_uncertainty(bench, arms.front(), patients, outcomes.front());
  count_parameters(bench, arms.front(), plan);
  return plan;
}

/// Of everything screened, which the compared arms are part of.
std::set<std::string> all_sources(const Workbench& bench, const std::vector<Screened>& screened)
{
  std::set<std::string> keys = sources_of(bench);
  for (const Screened& s : screened) keys.insert(s.sources.begin(), s.sources.end());
  return keys;
}

}  // namespace

std::string Plan::title() const
{
  std::string text = cancer_name;
  for (const std::string& alteration : tumour->genotype) text += " · " + alteration;
  for (const std::string& condition : tumour->environment) text += " · " + condition;
  return text;
}

Checked<Plan> make_plan(const knowledge::Knowledge& knowledge, const pathway::Modules& modules,
                        const TumourCase& tumour, const PlanRequest& request)
{
  const Workbench bench(knowledge, modules, tumour);
  const Checked<Arm> untreated = bench.make_arm({});
  if (!untreated) return untreated.diagnostics();
  const std::size_t n_draws = std::max(request.patients, screening_draws);
  std::vector<Patient> patients = find_patients(bench, *untreated, n_draws, request.control);
  const std::vector<Patient> few(patients.begin(), patients.begin() + screening_draws);
  patients.resize(request.patients);

  const Checked<std::vector<Screened>> screened =
      screen_arms(bench, few, base_of(tumour, request), request.max_drugs, request.control);
  if (!screened) return screened.diagnostics();
  std::vector<Arm> arms;
  for (const Drugs& drugs : pick_arms(*screened, base_of(tumour, request))) {
    Checked<Arm> arm = bench.make_arm(drugs);
    if (!arm) return arm.diagnostics();
    arms.push_back(*std::move(arm));
  }
  const CohortCourse course = treat_cohort(bench, *untreated, arms, patients, request.control);

  Plan plan = summarise_all(bench, arms, patients, course.outcomes, request.control);
  plan.tumour = &tumour;
  plan.cancer_name = bench.cancer().name;
  plan.knowledge_hash = knowledge.hash;
  plan.seed = request.control.seed;
  plan.patients = request.patients;
  plan.rerun = request.rerun;
  plan.claim_status = request.claim_status;
  plan.screen = *screened;
  plan.sources = all_sources(bench, *screened);
  plan.solves += course.solves;
  for (const Screened& s : *screened) plan.solves += s.solves;
  decide(plan);
  ground(plan, knowledge);
  plan.notes = notes_of(plan);
  return plan;
}

}  // namespace rascade::plan
