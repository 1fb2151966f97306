// SPDX-License-Identifier: MIT
#include "rascade/claims/read_all.hpp"

#include <utility>

#include <fmt/format.h>

#include "rascade/claims/arm_values.hpp"
#include "rascade/claims/draws.hpp"
#include "rascade/ensemble/run_members.hpp"

namespace rascade::claims {
namespace {

pathway::Draw draw_of(const Bench& bench, std::uint64_t seed, std::optional<std::uint32_t> number)
{
  return number ? draw_widely(bench.catalogue(), seed, *number) : pathway::Draw{};
}

using RunKey = std::pair<std::string, std::optional<std::uint32_t>>;

struct Run {
  Arm arm;
  Probe probe;
  std::optional<ArmCourse> course;  // absent if it could not be run
};

using Runs = std::map<RunKey, Run>;

Runs collect(const Bench& bench, const std::vector<ReadingTask>& tasks)
{
  Runs runs;
  for (const ReadingTask& task : tasks) {
    for (auto& [arm, probe] : arms_of(bench.knowledge(), *task.scenario, *task.cell)) {
      Run& run = runs[{arm.key(), task.draw}];
      run.arm = arm;
      run.probe.add(probe);
    }
  }
  return runs;
}

std::optional<ArmCourse> carry_out(const Bench& bench, const pathway::Draw& draw, const Run& run)
{
  try {
    return run_arm(bench, run.arm, draw, run.probe);
  } catch (const simulate::IntegrationFailed&) {
    return std::nullopt;
  }
}

}  // namespace

std::vector<CellReading> read_all(const Bench& bench, const std::vector<ReadingTask>& tasks,
                                  const plan::RunControl& control, const std::string& stage,
                                  std::size_t* num_runs)
{
  Runs runs = collect(bench, tasks);
  std::vector<std::pair<const RunKey, Run>*> order;
  for (auto& run : runs) order.push_back(&run);
  const auto run_one = [&](std::size_t i) {
    return carry_out(bench, draw_of(bench, control.seed, order[i]->first.second), order[i]->second);
  };
  ensemble::run_members<std::optional<ArmCourse>>(
      control.members, stage, order.size(), [&] { return run_one; },
      [&](std::size_t i, std::optional<ArmCourse> course) {
        order[i]->second.course = std::move(course);
      });
  if (num_runs != nullptr) *num_runs = order.size();

  std::vector<CellReading> readings;
  for (const ReadingTask& task : tasks) {
    const CourseOf course_of = [&](const Arm& arm) -> const ArmCourse* {
      const auto& course = runs.at({arm.key(), task.draw}).course;
      return course ? &*course : nullptr;
    };
    readings.push_back(read_cell(bench, *task.scenario, *task.cell,
                                 draw_of(bench, control.seed, task.draw), course_of));
  }
  return readings;
}

CellReading read_alone(const Bench& bench, const Scenario& scenario, const CellScenario& cell,
                       const pathway::Draw& draw)
{
  std::map<std::string, Run> runs;
  for (auto& [arm, probe] : arms_of(bench.knowledge(), scenario, cell)) {
    Run& run = runs[arm.key()];
    run.arm = arm;
    run.probe.add(probe);
  }
  for (auto& [key, run] : runs) run.course = carry_out(bench, draw, run);
  const CourseOf course_of = [&](const Arm& arm) -> const ArmCourse* {
    const auto& course = runs.at(arm.key()).course;
    return course ? &*course : nullptr;
  };
  return read_cell(bench, scenario, cell, draw, course_of);
}

Unmodelled check_arms(const Bench& bench, const Scenario& scenario)
{
  Unmodelled why_not;
  for (const CellScenario& cell : scenario.cells) {
    for (const auto& [role, r] : cell.roles) {
      const Checked<pathway::Assembly>& assembly = bench.assembly(r.arm);
      if (!assembly) {
        why_not.add({{}, assembly.diagnostics().front().message});
      } else if (const Tweak* lost = first_without_target(*assembly, bench.knowledge(), r.arm)) {
        why_not.add({{}, fmt::format("the model of {} has no '{}'", cell.cell, lost->target)});
      }
    }
  }
  return why_not;
}

}  // namespace rascade::claims
