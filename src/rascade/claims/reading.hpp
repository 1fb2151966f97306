// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "rascade/claims/bench.hpp"
#include "rascade/claims/output.hpp"
#include "rascade/claims/scenario.hpp"

namespace rascade::claims {

/// A claim's read-out in each role of one cell, in the read-out's unit.
struct CellReading {
  std::string cell;
  std::map<std::string, double> values;
  std::vector<double> course;  // of the shape's arm, relative to its start
  double with = 0;             // of a correlation: the output of the untouched cell
  Unmodelled why_not;          // what could not be read
};

/// Every arm that the read-out needs in one cell, with what is read from it. The same arm may come
/// more than once.
[[nodiscard]] std::vector<std::pair<Arm, Probe>> arms_of(const knowledge::Knowledge& knowledge,
                                                         const Scenario& scenario,
                                                         const CellScenario& cell);

/// Courses of arms that were run at one draw; null for one that could not be run.
using CourseOf = std::function<const ArmCourse*(const Arm&)>;

/// The read-out of one cell of the scenario, see knowledge::Readout.
///
/// `level`: the output at the time. `change`: that over the output of the untouched cell. `growth`:
/// mean growth signal up to the time. `fall`: 1 - output / output of the untouched cell.
/// `drug_effect`: 1 - output / output without the drugs that all arms share (of each arm, if they
/// share none); `drug_rise`: that with the other sign. `course`: the output over time, and as a
/// number what it has regained since its lowest point, over the untouched cell's output. `rate`: a
/// parameter's value in the arm. For synergy the bare output. `trial` and `table`: see elsewhere.
[[nodiscard]] CellReading read_cell(const Bench& bench, const Scenario& scenario,
                                    const CellScenario& cell, const pathway::Draw& draw,
                                    const CourseOf& course_of);

/// A formula with the slots of its names filled for the arm's cell.
[[nodiscard]] Output filled_output(const std::string& text, const knowledge::Knowledge& knowledge,
                                   const Arm& arm);

/// The read-out's value is an internal one divided by this.
[[nodiscard]] double unit_factor(const std::string& unit);

}  // namespace rascade::claims
