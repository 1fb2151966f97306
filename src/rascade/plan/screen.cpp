// SPDX-License-Identifier: MIT
#include "rascade/plan/screen.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

#include "rascade/ensemble/run_members.hpp"
#include "rascade/plan/records.hpp"
#include "rascade/plan/sources.hpp"
#include "rascade/trial/statistics.hpp"

namespace rascade::plan {
namespace {

Screened judge(const Workbench& bench, const Arm& arm, const std::vector<Patient>& few,
               std::uint64_t seed)
{
  const CloneChoice none(arm.clones.size(), false);
  const auto n = static_cast<double>(few.size());
  std::vector<double> change;
  double pfs = 0;
  double cost = 0;
  long solves = 0;
  for (const Patient& patient : few) {
    const Outcome outcome = treat_patient(bench, arm, patient, none, seed);
    pfs += outcome.course.progression_exact_d / n;
    change.push_back(outcome.course.best_change_percent);
    cost += outcome.normal_cost / n;
    solves += outcome.solves;
  }
  return {arm.drugs, pfs, cost, trial::quantile(change, 0.5), sources_of(arm), solves};
}

bool contains(const Drugs& drugs, const knowledge::Drug* drug)
{
  return std::find(drugs.begin(), drugs.end(), drug) != drugs.end();
}

Drugs proposable(const Workbench& bench, const Drugs& base)
{
  Drugs drugs;
  for (const knowledge::Drug& drug : bench.knowledge().drugs) {
    const bool given = contains(bench.tumour().prior, &drug);
    if (contains(base, &drug) || (drug.regimen.interval_h > 0 && !given)) drugs.push_back(&drug);
  }
  return drugs;
}

/// One drug of each mechanism, in the order of drugs.tsv.
Drugs best_of_mechanisms(const Drugs& base, const std::vector<Screened>& singles)
{
  std::map<std::string, const Screened*> best;
  for (const Screened& single : singles) {
    const knowledge::Drug* drug = single.drugs.front();
    const Screened*& current = best[drug->mechanism];
    if (current != nullptr && contains(base, current->drugs.front())) continue;
    if (current == nullptr || contains(base, drug) || single.benefit() > current->benefit()) {
      current = &single;
    }
  }
  Drugs chosen;
  for (const Screened& single : singles) {
    const knowledge::Drug* drug = single.drugs.front();
    if (best[drug->mechanism] == &single) chosen.push_back(drug);
  }
  return chosen;
}

void add_combinations(const Drugs& from, std::size_t next, std::size_t size, Drugs& current,
                      std::vector<Drugs>& combinations)
{
  if (current.size() == size) {
    combinations.push_back(current);
    return;
  }
  for (std::size_t i = next; i < from.size(); ++i) {
    current.push_back(from[i]);
    add_combinations(from, i + 1, size, current, combinations);
    current.pop_back();
  }
}

bool same_drugs(const Drugs& a, const Drugs& b)
{
  return a.size() == b.size() && std::is_permutation(a.begin(), a.end(), b.begin());
}

/// Ends the screening.
struct CannotAssemble {
  std::vector<Diagnostic> mistakes;
};

class Screen {
 public:
  Screen(const Workbench& bench, const std::vector<Patient>& few, const RunControl& control)
      : bench_(bench), few_(few), control_(control)
  {}

  Checked<std::vector<Screened>> judge_all(const std::string& stage, const std::vector<Drugs>& combinations)
  {
    const auto judge_one = [&](std::size_t i) {
      const Checked<Arm> arm = bench_.make_arm(combinations[i]);
      if (!arm) throw CannotAssemble{arm.diagnostics()};
      return judge(bench_, *arm, few_, control_.seed);
    };
    try {
      auto screened = ensemble::collect<Screened>(control_.members, stage, combinations.size(), judge_one);
      for (std::size_t i = 0; i < screened.size(); ++i) screened[i].drugs = combinations[i];
      return screened;
    } catch (const CannotAssemble& failure) {
      return failure.mistakes;
    }
  }

 private:
  const Workbench& bench_;
  const std::vector<Patient>& few_;
  const RunControl& control_;
};

}  // namespace

Checked<std::vector<Screened>> screen_arms(const Workbench& bench, const std::vector<Patient>& few,
                                           const Drugs& base, int max_drugs, const RunControl& control)
{
  Screen screen(bench, few, control);
  std::vector<Drugs> singles;
  for (const knowledge::Drug* drug : proposable(bench, base)) singles.push_back({drug});
  Checked<std::vector<Screened>> screened = screen.judge_all("single drugs", singles);
  if (!screened) return screened;

  const Drugs chosen = best_of_mechanisms(base, *screened);
  std::vector<Drugs> combinations;
  for (std::size_t size = 2; size <= static_cast<std::size_t>(max_drugs); ++size) {
    Drugs current;
    add_combinations(chosen, 0, size, current, combinations);
  }
  const bool has_base = base.size() <= 1 || std::any_of(combinations.begin(), combinations.end(),
                                                        [&](const Drugs& d) { return same_drugs(d, base); });
  if (!has_base) combinations.push_back(base);
  const Checked<std::vector<Screened>> more = screen.judge_all("combinations", combinations);
  if (!more) return more;

  screened->insert(screened->end(), more->begin(), more->end());
  std::stable_sort(screened->begin(), screened->end(), [](const Screened& a, const Screened& b) {
    return a.benefit() > b.benefit();
  });
  return screened;
}

}  // namespace rascade::plan
