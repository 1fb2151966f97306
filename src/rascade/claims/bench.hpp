// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "rascade/claims/arm.hpp"
#include "rascade/pathway/assemble.hpp"
#include "rascade/plan/cohort.hpp"

namespace rascade::claims {

/// What is to be read from an arm.
struct Probe {
  std::set<std::string> outputs;
  std::set<double> hours;

  void add(const Probe& other);
};

/// What was read: outputs over time. An output that the arm's model lacks is absent.
struct ArmCourse {
  std::vector<double> hours;
  std::map<std::string, std::vector<double>> outputs;  // [hours.size()] each

  /// @pre the hour is one of `hours` and the output is there
  [[nodiscard]] double at(const std::string& output, double hour) const;
};

/// For a journal; see ensemble::Saver.
template <class Archive>
void fields(Archive& archive, ArmCourse& course)
{
  archive(course.hours, course.outputs);
}

/// Tables, modules, and the models of all arms, each assembled once.
class Bench {
 public:
  Bench(const knowledge::Knowledge& knowledge, const pathway::Modules& modules);

  /// Assembles, on all threads, the models of these arms that are not there yet.
  void prepare(const std::vector<Arm>& arms, const plan::RunControl& control);

  /// The arm's model; its mistakes if it could not be assembled. @pre it was prepared
  [[nodiscard]] const Checked<pathway::Assembly>& assembly(const Arm& arm) const;

  [[nodiscard]] const knowledge::Knowledge& knowledge() const { return knowledge_; }
  [[nodiscard]] const pathway::Modules& modules() const { return modules_; }
  [[nodiscard]] const pathway::Catalogue& catalogue() const { return catalogue_; }

 private:
  const knowledge::Knowledge& knowledge_;
  const pathway::Modules& modules_;
  pathway::Catalogue catalogue_;
  std::map<std::string, std::unique_ptr<Checked<pathway::Assembly>>> assemblies_;
};

/// Runs one arm at one draw: at rest without drug (with its changes, unless they are acute), then
/// with every drug at its mean free concentration. Throws simulate::IntegrationFailed.
/// @pre the arm's model was prepared and could be assembled
[[nodiscard]] ArmCourse run_arm(const Bench& bench, const Arm& arm, const pathway::Draw& draw,
                                const Probe& probe);

}  // namespace rascade::claims
