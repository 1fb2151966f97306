// SPDX-License-Identifier: MIT
#include "rascade/claims/cohorts.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "rascade/claims/output.hpp"
#include "rascade/plan/summarise.hpp"

namespace rascade::claims {
namespace {

void change(knowledge::Quantity& quantity, const Tweak& tweak)
{
  const bool sets = tweak.change == knowledge::Change::set;
  for (double* x : {&quantity.value, &quantity.low, &quantity.high}) {
    *x = sets ? tweak.amount->value : *x * tweak.amount->value;
  }
}

/// Makes the change in the tables themselves. Returns whether there was anything to change.
bool change_tables(knowledge::Knowledge& knowledge, const Tweak& tweak)
{
  bool is_found = false;
  const auto apply = [&](knowledge::Quantity& quantity) {
    change(quantity, tweak);
    is_found = true;
  };
  if (tweak.kind == Tweak::Kind::gene) {
    for (knowledge::Gene& gene : knowledge.genes) {
      if (gene.name == tweak.target) apply(gene.abundance_per_copy);
    }
    return is_found;
  }
  for (knowledge::Parameter& p : knowledge.parameters) {
    if (p.name == tweak.target) apply(p.quantity);
  }
  for (knowledge::Cancer& cancer : knowledge.cancers) {
    const auto own = cancer.parameters.find(tweak.target);
    if (own != cancer.parameters.end()) apply(own->second);
  }
  return is_found;
}

plan::TumourCase tumour_of(const Arm& arm)
{
  plan::TumourCase tumour;
  tumour.cell = arm.cell;
  for (const Tweak& tweak : arm.tweaks) {
    if (tweak.kind != Tweak::Kind::mutant_copies) continue;
    for (pathway::Allele& allele : tumour.cell.alleles) {
      if (allele.gene == tweak.target) allele.copies *= tweak.amount->value;
    }
  }
  for (const pathway::Allele& a : tumour.cell.alleles) {
    tumour.genotype.push_back(fmt::format("{} {}", a.gene, fmt::join(a.variants, "+")));
  }
  return tumour;
}

Spread share_of(std::size_t some, std::size_t all)
{
  const trial::Interval share = trial::proportion(some, all);
  return {share.value, share.low, share.high};
}

/// Of the patients who progress, those in whom a route's clone is then the largest.
void add_routes(const plan::Workbench& bench, const std::vector<plan::Outcome>& patients,
                std::size_t progressed, CohortOutcome& outcome)
{
  const auto& clones = bench.cells().clones;
  for (std::size_t i = 0; i < clones.size() && progressed > 0; ++i) {
    const auto by_it = std::count_if(patients.begin(), patients.end(), [i](const plan::Outcome& p) {
      return p.course.progressed && p.course.dominant_at_progression == static_cast<int>(i) + 1;
    });
    outcome.outcomes["route:" + clones[i].route->name] =
        share_of(static_cast<std::size_t>(by_it), progressed);
  }
}

CohortOutcome outcome_of(const plan::Workbench& bench, const plan::Drugs& drugs,
                         const std::vector<plan::Outcome>& patients)
{
  const plan::ArmResult arm = plan::summarise(bench, drugs, patients, patients, true);
  std::vector<double> days, changes;
  std::size_t progressed = 0;
  for (const plan::Outcome& patient : patients) {
    days.push_back(patient.course.progression_d);
    changes.push_back(patient.course.best_change_percent / 100);
    if (patient.course.progressed) ++progressed;
  }
  CohortOutcome outcome;
  outcome.outcomes["ORR"] = {arm.orr.value, arm.orr.low, arm.orr.high};
  outcome.outcomes["PFS"] = spread_of(days);
  outcome.outcomes["best_change"] = spread_of(changes);
  outcome.outcomes["progressed"] = share_of(progressed, patients.size());
  add_routes(bench, patients, progressed, outcome);
  if (arm.published) outcome.is_fitted = arm.published->row->use == "train";
  return outcome;
}

CohortOutcome unmodelled(std::string reason)
{
  CohortOutcome outcome;
  outcome.why_not.reason = std::move(reason);
  return outcome;
}

/// Arms of one cell with the same changes: they share their patients.
class Cohort {
 public:
  Cohort(const Bench& bench, const std::vector<const Arm*>& arms, const plan::RunControl& control)
      : knowledge_(bench.knowledge()), modules_(bench.modules()), arms_(arms), control_(control)
  {}

  std::map<std::string, CohortOutcome> run()
  {
    for (const Tweak& tweak : arms_.front()->tweaks) {
      if (tweak.kind == Tweak::Kind::mutant_copies || change_tables(knowledge_, tweak)) continue;
      return all(unmodelled(fmt::format("'{}' cannot be changed in a cohort", tweak.target)));
    }
    const plan::TumourCase tumour = tumour_of(*arms_.front());
    const plan::Workbench workbench(knowledge_, modules_, tumour);
    const Checked<plan::Arm> untreated = workbench.make_arm({});
    if (!untreated) return all(unmodelled(untreated.diagnostics().front().message));
    std::vector<plan::Arm> treated;
    for (const Arm* arm : arms_) {
      Checked<plan::Arm> made = workbench.make_arm(drugs_of(*arm));
      if (!made) return all(unmodelled(made.diagnostics().front().message));
      treated.push_back(*std::move(made));
    }
    return treat(workbench, *untreated, treated);
  }

 private:
  /// Of the changed tables.
  plan::Drugs drugs_of(const Arm& arm) const
  {
    plan::Drugs drugs;
    for (const knowledge::Drug* drug : arm.drugs) drugs.push_back(knowledge_.find_drug(drug->name));
    return drugs;
  }

  std::map<std::string, CohortOutcome> treat(const plan::Workbench& workbench,
                                             const plan::Arm& untreated,
                                             const std::vector<plan::Arm>& treated) const
  {
    try {
      const auto patients = plan::find_patients(workbench, untreated, cohort_patients, control_);
      const auto course = plan::treat_cohort(workbench, untreated, treated, patients, control_);
      std::map<std::string, CohortOutcome> results;
      for (std::size_t i = 0; i < arms_.size(); ++i) {
        results[arms_[i]->key()] = outcome_of(workbench, treated[i].drugs, course.outcomes[i]);
      }
      return results;
    } catch (const simulate::IntegrationFailed&) {
      return all(unmodelled("a patient's cell cannot be followed"));
    }
  }

  std::map<std::string, CohortOutcome> all(const CohortOutcome& outcome) const
  {
    std::map<std::string, CohortOutcome> results;
    for (const Arm* arm : arms_) results[arm->key()] = outcome;
    return results;
  }

  knowledge::Knowledge knowledge_;
  const pathway::Modules& modules_;
  const std::vector<const Arm*>& arms_;
  const plan::RunControl& control_;
};

}  // namespace

std::optional<Spread> find_outcome(const CohortOutcome& cohort, const std::string& output)
{
  Spread sum;
  for (const std::string& name : parse_output(output).numerator) {
    const auto found = cohort.outcomes.find(name);
    if (found == cohort.outcomes.end()) return std::nullopt;
    sum.median += found->second.median;
    sum.low += found->second.low;
    sum.high += found->second.high;
  }
  return sum;
}

std::map<std::string, CohortOutcome> run_cohorts(const Bench& bench, const std::vector<Arm>& arms,
                                                 const plan::RunControl& control)
{
  std::map<std::string, std::map<std::string, const Arm*>> groups;
  for (const Arm& arm : arms) {
    Arm untreated = arm;
    untreated.drugs.clear();
    groups[untreated.key()][arm.key()] = &arm;
  }
  std::map<std::string, CohortOutcome> results;
  for (const auto& [group, members] : groups) {
    std::vector<const Arm*> same;
    for (const auto& [key, arm] : members) same.push_back(arm);
    results.merge(Cohort(bench, same, control).run());
  }
  return results;
}

}  // namespace rascade::claims
