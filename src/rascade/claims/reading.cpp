// SPDX-License-Identifier: MIT
#include "rascade/claims/reading.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "rascade/claims/arm_values.hpp"
#include "rascade/units/units.hpp"

namespace rascade::claims {
namespace {

constexpr const char* erk_output = "ppERK";
constexpr const char* akt_output = "pAKT";
constexpr int course_steps = 96;
constexpr double growth_step_h = 1;

std::vector<double> even_hours(double until, double step)
{
  std::vector<double> hours{0};
  const auto n = static_cast<int>(std::ceil(until / step - 1e-9));
  for (int i = 1; i <= n; ++i) hours.push_back(until * i / n);
  return hours;
}

bool is_of_growth(const knowledge::Readout& readout)
{
  return readout.kind == "growth" || readout.output == growth_output;
}

std::vector<double> hours_of(const Scenario& scenario)
{
  if (scenario.hours <= 0) return {0};
  if (is_of_growth(*scenario.readout)) return even_hours(scenario.hours, growth_step_h);
  if (scenario.readout->kind == "course") {
    return even_hours(scenario.hours, scenario.hours / course_steps);
  }
  return {0, scenario.hours};
}

class Reader {
 public:
  Reader(const Bench& bench, const Scenario& scenario, const CellScenario& cell,
         const pathway::Draw& draw, const CourseOf& course_of)
      : bench_(bench), scenario_(scenario), cell_(cell), draw_(draw), course_of_(course_of)
  {
    reading_.cell = cell.cell;
  }

  CellReading run()
  {
    for (const auto& [role, arm] : cell_.roles) {
      const bool is_course = scenario_.readout->kind == "course";
      if (is_course) read_course(arm);
      reading_.values[role] = is_course ? regained(arm) : value_of(arm);
    }
    if (scenario_.relation.kind == Relation::Kind::correlation) read_partner();
    if (!is_found_ && !sought_.empty() && reading_.why_not.empty()) {
      reading_.why_not.add({{}, fmt::format("the model has no output '{}'", sought_)});
    }
    return std::move(reading_);
  }

 private:
  void fail(std::string reason) { reading_.why_not.add({{}, std::move(reason)}); }

  const ArmCourse* course(const Arm& arm)
  {
    const ArmCourse* found = course_of_(arm);
    if (found == nullptr) fail("the cell does not come to rest, or its course cannot be followed");
    return found;
  }

  double value_of(const RoleArm& arm)
  {
    const std::string& kind = scenario_.readout->kind;
    const double unit = unit_factor(scenario_.readout->unit);
    if (kind == "rate") return rate(arm.arm) / unit;
    const double here = signal(arm, arm.arm, scenario_.hours);
    if (scenario_.relation.kind == Relation::Kind::synergy) return here;  // falls are made of all
    if (kind == "change") return here / signal(arm, arm.untouched, 0) / unit;
    if (kind == "fall") return (1 - here / signal(arm, arm.untouched, 0)) / unit;
    if (kind == "drug_effect") return fall_by_drugs(arm, here) / unit;
    if (kind == "drug_rise") return -fall_by_drugs(arm, here) / unit;
    return here / unit;
  }

  double fall_by_drugs(const RoleArm& arm, double here)
  {
    return 1 - here / signal(arm, arm.without, scenario_.hours);
  }

  /// What the course has regained at its end since its lowest point, over the untouched cell's value.
  double regained(const RoleArm& arm)
  {
    if (reading_.course.empty()) return std::nan("");
    const double lowest = *std::min_element(reading_.course.begin(), reading_.course.end());
    const double start = signal(arm, arm.arm, 0), rest = signal(arm, arm.untouched, 0);
    return (reading_.course.back() - lowest) * start / rest / unit_factor(scenario_.readout->unit);
  }

  /// The output, or the growth signal, of an arm.
  double signal(const RoleArm& role, const Arm& arm, double hour)
  {
    const ArmCourse* found = course(arm);
    if (found == nullptr) return std::nan("");
    if (is_of_growth(*scenario_.readout)) return growth(role, arm, *found);
    return filled_output(scenario_.readout->output, bench_.knowledge(), arm)
        .value([&](const std::string& name) { return output(*found, name, hour); });
  }

  /// Zero where the model of this arm lacks what that of another arm has, such as a drug's complex.
  double output(const ArmCourse& found, const std::string& name, double hour)
  {
    sought_ = name;
    if (!found.outputs.contains(name)) return 0;
    is_found_ = true;
    return found.at(name, hour);
  }

  double growth(const RoleArm& role, const Arm& arm, const ArmCourse& found)
  {
    const ArmCourse* reference = course(role.untouched);
    if (reference == nullptr) return std::nan("");
    is_found_ = true;
    const tumour::Growth answer = growth_values(bench_.knowledge(), bench_.catalogue(), draw_, arm);
    const double erk = reference->at(erk_output, 0), akt = reference->at(akt_output, 0);
    const std::vector<double> hours = hours_of(scenario_);
    double area = 0, before = 0;
    for (std::size_t i = 0; i < hours.size(); ++i) {
      const double s = tumour::signal(found.at(erk_output, hours[i]) / erk,
                                      found.at(akt_output, hours[i]) / akt, answer);
      if (i > 0) area += 0.5 * (s + before) * (hours[i] - hours[i - 1]);
      before = s;
    }
    return hours.size() > 1 ? area / scenario_.hours : before;
  }

  void read_course(const RoleArm& role)
  {
    const ArmCourse* found = course(role.arm);
    if (found == nullptr) return;
    const Output formula = filled_output(scenario_.readout->output, bench_.knowledge(), role.arm);
    reading_.course.clear();
    for (const double hour : hours_of(scenario_)) {
      reading_.course.push_back(
          formula.value([&](const std::string& name) { return output(*found, name, hour); }));
    }
    const double start = reading_.course.front();
    for (double& value : reading_.course) value /= start;
  }

  double rate(const Arm& arm)
  {
    const pathway::Assembly& assembly = *bench_.assembly(arm);
    const std::vector<double> values =
        recipe_values(assembly, bench_.catalogue(), draw_, bench_.knowledge(), arm.tweaks);
    return filled_output(scenario_.readout->output, bench_.knowledge(), arm)
        .value([&](const std::string& name) {
          sought_ = name;
          for (std::size_t i = 0; i < values.size(); ++i) {
            if (assembly.recipes[i].name != name) continue;
            is_found_ = true;
            return values[i];
          }
          return 0.0;
        });
  }

  void read_partner()
  {
    const RoleArm& role = cell_.roles.begin()->second;
    const ArmCourse* found = course(role.untouched);
    if (found == nullptr) return;
    const Output partner = filled_output(scenario_.relation.with, bench_.knowledge(), role.untouched);
    for (const std::string& name : partner.names()) {
      if (!found->outputs.contains(name)) fail(fmt::format("the model has no output '{}'", name));
    }
    if (!reading_.why_not.empty()) return;
    reading_.with = partner.value([&](const std::string& name) { return found->at(name, 0); });
  }

  const Bench& bench_;
  const Scenario& scenario_;
  const CellScenario& cell_;
  const pathway::Draw& draw_;
  const CourseOf& course_of_;
  CellReading reading_;
  std::string sought_;
  bool is_found_ = false;
};

Probe probe_of(const knowledge::Knowledge& knowledge, const Scenario& scenario, const Arm& arm)
{
  Probe probe;
  for (const double hour : hours_of(scenario)) probe.hours.insert(hour);
  if (is_of_growth(*scenario.readout)) {
    probe.outputs = {erk_output, akt_output};
  } else {
    for (std::string& name : filled_output(scenario.readout->output, knowledge, arm).names()) {
      probe.outputs.insert(std::move(name));
    }
  }
  if (scenario.relation.kind == Relation::Kind::correlation) {
    for (std::string& name : filled_output(scenario.relation.with, knowledge, arm).names()) {
      probe.outputs.insert(std::move(name));
    }
  }
  return probe;
}

}  // namespace

std::vector<std::pair<Arm, Probe>> arms_of(const knowledge::Knowledge& knowledge,
                                           const Scenario& scenario, const CellScenario& cell)
{
  std::vector<std::pair<Arm, Probe>> arms;
  const auto add = [&](const Arm& arm) {
    arms.emplace_back(arm, probe_of(knowledge, scenario, arm));
  };
  const std::string& kind = scenario.readout->kind;
  const bool is_relative = kind == "change" || kind == "fall" || kind == "course" ||
                           is_of_growth(*scenario.readout) ||
                           scenario.relation.kind == Relation::Kind::correlation;
  for (const auto& [role, arm] : cell.roles) {
    add(arm.arm);
    if (is_relative) add(arm.untouched);
    if (kind == "drug_effect" || kind == "drug_rise") add(arm.without);
  }
  return arms;
}

CellReading read_cell(const Bench& bench, const Scenario& scenario, const CellScenario& cell,
                      const pathway::Draw& draw, const CourseOf& course_of)
{
  return Reader(bench, scenario, cell, draw, course_of).run();
}

Output filled_output(const std::string& text, const knowledge::Knowledge& knowledge,
                     const Arm& arm)
{
  Output output = parse_output(text);
  for (auto* names : {&output.numerator, &output.denominator}) {
    for (std::string& name : *names) name = fill_slots(name, knowledge, arm.cell);
  }
  return output;
}

double unit_factor(const std::string& unit)
{
  return units::find_unit(unit).value_or(units::Unit{}).factor;
}

}  // namespace rascade::claims
