// SPDX-License-Identifier: MIT
#include "rascade/claims/evaluate.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "rascade/base/text.hpp"
#include "rascade/claims/judge_draws.hpp"

namespace rascade::claims {
namespace {

using Kind = Relation::Kind;

constexpr std::string_view figure_prefix = "figure:";

bool is_over_draws(const Relation& relation)
{
  return relation.kind == Kind::correlation || relation.kind == Kind::number ||
         relation.kind == Kind::frequency;
}

class Evaluator {
 public:
  Evaluator(Bench& bench, const plan::RunControl& control, Evaluation& evaluation)
      : bench_(bench), control_(control), e_(evaluation)
  {}

  void run()
  {
    prepare();
    for (std::size_t i = 0; i < e_.resolutions.size(); ++i) check(i);
    read_centrally();
    read_over_draws();
    read_cohorts();
    for (std::size_t i = 0; i < e_.resolutions.size(); ++i) {
      if (is_open(i) && scenario(i).readout->kind == "table") read_table(i);
    }
  }

 private:
  const Scenario& scenario(std::size_t i) const { return *e_.resolutions[i].scenario; }
  bool is_open(std::size_t i) const { return e_.resolutions[i].scenario.has_value(); }

  /// Indices of open claims of a kind.
  template <class Is>
  std::vector<std::size_t> those(Is is) const
  {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < e_.resolutions.size(); ++i) {
      if (is_open(i) && is(scenario(i))) found.push_back(i);
    }
    return found;
  }

  void prepare()
  {
    std::vector<Arm> arms;
    for (const std::size_t i : those(is_of_cell)) {
      for (const CellScenario& cell : scenario(i).cells) {
        for (const auto& [role, r] : cell.roles) {
          for (const Arm* arm : {&r.arm, &r.untouched, &r.without}) arms.push_back(*arm);
        }
      }
    }
    bench_.prepare(arms, control_);
  }

  void close(std::size_t i, const Unmodelled& why_not)
  {
    ClaimResult& result = e_.results[i];
    result.status = Status::not_modelled;
    result.reason = why_not.reason;
    result.missing = why_not.missing;
    e_.resolutions[i].scenario.reset();
  }

  void close(std::size_t i, const Judgement& judgement)
  {
    if (judgement.verdict == Verdict::unknown) return close(i, Unmodelled{{}, judgement.reason});
    ClaimResult& result = e_.results[i];
    result.status = judgement.verdict == Verdict::holds ? Status::reproduced : Status::missed;
    result.reason = judgement.reason;
  }

  void check(std::size_t i)
  {
    const Resolution& resolution = e_.resolutions[i];
    if (!resolution.is_counted) {
      e_.results[i].status = Status::uncounted;
      e_.results[i].reason = "a list, a state or a conflict: nothing to measure";
    } else if (!resolution.scenario) {
      close(i, resolution.why_not);
    } else if (is_of_cell(scenario(i))) {
      const Unmodelled why_not = check_arms(bench_, scenario(i));
      if (!why_not.empty()) close(i, why_not);
    }
  }

  void read_centrally()
  {
    const auto open = those(is_of_cell);
    std::vector<ReadingTask> tasks;
    for (const std::size_t i : open) {
      for (ReadingTask& task : central_tasks(scenario(i))) tasks.push_back(task);
    }
    const auto readings = read_all(bench_, tasks, control_, "cells", &e_.num_runs);
    auto next = readings.begin();
    for (const std::size_t i : open) {
      const auto end = next + static_cast<std::ptrdiff_t>(scenario(i).cells.size());
      e_.results[i].readings.assign(next, end);
      next = end;
      if (!is_over_draws(scenario(i).relation)) {
        close(i, judge_all(scenario(i), e_.results[i].readings));
      }
    }
  }

  void read_over_draws()
  {
    for (const std::size_t i : those([](const Scenario& s) {
           return is_of_cell(s) && is_over_draws(s.relation);
         })) {
      Judgement judgement{Verdict::holds, ""};
      for (const CellScenario& cell : scenario(i).cells) {
        judgement = judge_over_draws(scenario(i), cell);
        if (judgement.verdict != Verdict::holds) break;
      }
      close(i, judgement);
    }
  }

  Judgement judge_over_draws(const Scenario& scenario, const CellScenario& cell)
  {
    const bool is_correlation = scenario.relation.kind == Kind::correlation;
    const std::size_t wanted = is_correlation ? correlation_cells : band_draws;
    AdmittedDraws& draws = e_.draws[untouched_of(cell).key()];
    admit_draws(bench_, untouched_of(cell), wanted, control_, draws);
    if (draws.numbers.size() < wanted) return {Verdict::unknown, "too few plausible cells"};
    std::vector<ReadingTask> tasks;
    for (std::size_t k = 0; k < wanted; ++k) tasks.push_back({&scenario, &cell, draws.numbers[k]});
    std::size_t runs = 0;
    std::vector<double> values, with;
    for (const CellReading& reading : read_all(bench_, tasks, control_, "draws", &runs)) {
      const double value = reading.values.at("a");
      if (!reading.why_not.empty() || !std::isfinite(value)) continue;
      values.push_back(value);
      with.push_back(reading.with);
    }
    e_.num_runs += runs;
    if (2 * values.size() < wanted) return {Verdict::unknown, "too few cells can be read"};
    if (is_correlation) return judge_correlation(scenario.relation, correlate(values, with));
    return judge_number(in_unit_of(scenario), spread_of(values));
  }

  /// The stated range in the read-out's unit.
  static Relation in_unit_of(const Scenario& scenario)
  {
    Relation relation = scenario.relation;
    const double factor = unit_factor(relation.unit) / unit_factor(scenario.readout->unit);
    relation.low *= factor;
    relation.high *= factor;
    return relation;
  }

  void read_cohorts()
  {
    const auto open = those([](const Scenario& s) { return s.readout->kind == "trial"; });
    std::vector<Arm> arms;
    for (const std::size_t i : open) {
      for (const CellScenario& cell : scenario(i).cells) {
        for (const auto& [role, r] : cell.roles) arms.push_back(r.arm);
      }
    }
    e_.cohorts = run_cohorts(bench_, arms, control_);
    for (const std::size_t i : open) read_cohort(i);
  }

  void read_cohort(std::size_t i)
  {
    Judgement judgement{Verdict::holds, ""};
    for (const CellScenario& cell : scenario(i).cells) {
      CellReading reading{cell.cell, {}, {}, 0, {}};
      for (const auto& [role, r] : cell.roles) read_role(scenario(i), r.arm, role, reading);
      e_.results[i].readings.push_back(reading);
      if (judgement.verdict != Verdict::holds) continue;
      judgement = !reading.why_not.empty() || !is_over_draws(scenario(i).relation)
                      ? judge(scenario(i), reading)
                      : judge_cohort(scenario(i), cell);
    }
    close(i, judgement);
  }

  void read_role(const Scenario& scenario, const Arm& arm, const std::string& role,
                 CellReading& reading) const
  {
    const CohortOutcome& outcome = e_.cohorts.at(arm.key());
    reading.why_not.add(outcome.why_not);
    if (role == "untreated") return;  // present and absent are told from none at all
    if (const auto spread = find_outcome(outcome, scenario.readout->output)) {
      reading.values[role] = spread->median;
    } else if (outcome.why_not.empty()) {
      reading.why_not.add({{}, fmt::format("a cohort has no '{}'", scenario.readout->output)});
    }
  }

  Judgement judge_cohort(const Scenario& scenario, const CellScenario& cell) const
  {
    if (scenario.relation.kind == Kind::correlation) {
      return {Verdict::unknown, "correlations are taken over cells, not over cohorts"};
    }
    const CohortOutcome& outcome = e_.cohorts.at(cell.roles.at("a").arm.key());
    return judge_number(in_unit_of(scenario), *find_outcome(outcome, scenario.readout->output));
  }

  /// A printed figure against the stated range.
  void read_table(std::size_t i)
  {
    const std::string& output = scenario(i).readout->output;
    const Relation relation = in_unit_of(scenario(i));
    for (const knowledge::Figure& figure : bench_.knowledge().figures) {
      if (output != std::string(figure_prefix) + figure.id) continue;
      const auto value = parse_number(figure.value);
      if (!value || !is_over_draws(relation)) break;
      return close(i, judge_number(relation, {*value, *value, *value}));
    }
    close(i, Unmodelled{{}, fmt::format("the tables have no value '{}'", output)});
  }

  Bench& bench_;
  const plan::RunControl& control_;
  Evaluation& e_;
};

}  // namespace

Checked<Evaluation> resolve_all(const knowledge::Knowledge& knowledge,
                                const std::vector<const knowledge::Claim*>& claims)
{
  Evaluation evaluation;
  std::vector<Diagnostic> mistakes;
  for (const knowledge::Claim* claim : claims) {
    Checked<Resolution> resolution = resolve(knowledge, *claim);
    if (!resolution) {
      const auto& found = resolution.diagnostics();
      mistakes.insert(mistakes.end(), found.begin(), found.end());
      continue;
    }
    evaluation.resolutions.push_back(*std::move(resolution));
    evaluation.results.push_back({claim});
  }
  if (!mistakes.empty()) return mistakes;
  return evaluation;
}

void evaluate(Bench& bench, const plan::RunControl& control, Evaluation& evaluation)
{
  Evaluator(bench, control, evaluation).run();
}

const Arm& untouched_of(const CellScenario& cell) { return cell.roles.begin()->second.untouched; }

bool is_of_cell(const Scenario& scenario)
{
  return scenario.readout->kind != "trial" && scenario.readout->kind != "table";
}

Judgement judge_all(const Scenario& scenario, const std::vector<CellReading>& readings)
{
  for (const CellReading& reading : readings) {
    Judgement judgement = judge(scenario, reading);
    if (judgement.verdict != Verdict::holds) return judgement;
  }
  return {Verdict::holds, ""};
}

std::vector<ReadingTask> central_tasks(const Scenario& scenario)
{
  std::vector<ReadingTask> tasks;
  for (const CellScenario& cell : scenario.cells) tasks.push_back({&scenario, &cell, std::nullopt});
  return tasks;
}

}  // namespace rascade::claims
