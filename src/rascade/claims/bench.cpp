// SPDX-License-Identifier: MIT
#include "rascade/claims/bench.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

#include "rascade/claims/arm_values.hpp"
#include "rascade/claims/mean_exposure.hpp"
#include "rascade/ensemble/run_members.hpp"
#include "rascade/pathway/cell_run.hpp"
#include "rascade/units/units.hpp"

namespace rascade::claims {
namespace {

constexpr simulate::Tolerances careful{};
constexpr simulate::Tolerances loose{1e-4, 1e-1, 100'000};  // as of cohorts

pathway::CellRun make_run(const Bench& bench, const Arm& arm, const pathway::Assembly& assembly,
                          const pathway::Draw& draw, const simulate::Tolerances& tolerances)
{
  const auto values_with = [&](const std::vector<Tweak>& tweaks) {
    return recipe_values(assembly, bench.catalogue(), draw, bench.knowledge(), tweaks);
  };
  const std::vector<double> values = values_with(arm.tweaks);
  pathway::CellRun::Options options;
  options.values = values;
  options.tolerances = tolerances;
  if (!arm.acute) return {assembly, bench.catalogue(), draw, options};
  const std::vector<double> before = values_with({});
  pathway::CellRun::Options untouched;
  untouched.values = before;
  untouched.tolerances = tolerances;
  const pathway::AmountsByName amounts =
      pathway::CellRun(assembly, bench.catalogue(), draw, untouched).untreated_by_name();
  options.untreated = &amounts;
  return {assembly, bench.catalogue(), draw, options};
}

simulate::Forcing forcing_of(const Bench& bench, const Arm& arm, const pathway::Draw& draw)
{
  std::vector<double> levels;
  for (const knowledge::Drug* drug : arm.drugs) {
    levels.push_back(mean_free_drug(bench.knowledge(), bench.catalogue(), draw, *drug));
  }
  return pathway::constant_drugs(std::move(levels));
}

ArmCourse follow_arm(const Bench& bench, const Arm& arm, const pathway::Draw& draw,
                     const Probe& probe, const simulate::Tolerances& tolerances)
{
  const pathway::Assembly& assembly = *bench.assembly(arm);
  pathway::CellRun run = make_run(bench, arm, assembly, draw, tolerances);
  ArmCourse course;
  course.hours.assign(probe.hours.begin(), probe.hours.end());
  if (course.hours.empty() || course.hours.front() > 0) {
    course.hours.insert(course.hours.begin(), 0.0);
  }
  const bool is_at_rest = arm.drugs.empty() && !arm.acute;
  simulate::Trajectory trajectory;
  if (!is_at_rest && course.hours.size() > 1) {
    std::vector<double> seconds;
    for (const double h : course.hours) seconds.push_back(h * units::hour);
    trajectory = run.treat(forcing_of(bench, arm, draw), seconds);
  }
  for (const std::string& name : probe.outputs) {
    const auto index = assembly.system.find_output(name);
    if (!index) continue;
    std::vector<double>& values = course.outputs[name];
    for (std::size_t i = 0; i < course.hours.size(); ++i) {
      const bool has_row = i < trajectory.times.size();
      values.push_back(has_row ? trajectory.row(i)[*index] : run.untreated_output(name));
    }
  }
  return course;
}

}  // namespace

void Probe::add(const Probe& other)
{
  outputs.insert(other.outputs.begin(), other.outputs.end());
  hours.insert(other.hours.begin(), other.hours.end());
}

double ArmCourse::at(const std::string& output, double at_hour) const
{
  const auto place = std::lower_bound(hours.begin(), hours.end(), at_hour);
  assert(place != hours.end() && *place == at_hour);
  return outputs.at(output)[static_cast<std::size_t>(place - hours.begin())];
}

Bench::Bench(const knowledge::Knowledge& knowledge, const pathway::Modules& modules)
    : knowledge_(knowledge), modules_(modules), catalogue_(knowledge)
{
}

void Bench::prepare(const std::vector<Arm>& arms, const plan::RunControl& control)
{
  std::vector<std::pair<const Arm*, std::unique_ptr<Checked<pathway::Assembly>>*>> work;
  for (const Arm& arm : arms) {
    const auto [place, is_new] = assemblies_.try_emplace(arm.model_key());
    if (is_new) work.emplace_back(&arm, &place->second);
  }
  ensemble::for_each_member(control.members, "models", work.size(), [&](std::size_t i) {
    const Arm& arm = *work[i].first;
    *work[i].second = std::make_unique<Checked<pathway::Assembly>>(
        pathway::assemble(knowledge_, modules_, arm.cell, arm.drugs));
  });
}

const Checked<pathway::Assembly>& Bench::assembly(const Arm& arm) const
{
  const auto found = assemblies_.find(arm.model_key());
  assert(found != assemblies_.end());
  return *found->second;
}

ArmCourse run_arm(const Bench& bench, const Arm& arm, const pathway::Draw& draw, const Probe& probe)
{
  try {
    return follow_arm(bench, arm, draw, probe, careful);
  } catch (const simulate::IntegrationFailed&) {
    return follow_arm(bench, arm, draw, probe, loose);  // wide draws make stiff cells
  }
}

}  // namespace rascade::claims
