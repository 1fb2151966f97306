// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "rascade/base/checked.hpp"
#include "rascade/pathway/assemble.hpp"
#include "rascade/plan/routes.hpp"
#include "rascade/plan/signal.hpp"
#include "rascade/plan/tumour_file.hpp"

namespace rascade::plan {

using Drugs = std::vector<const knowledge::Drug*>;

/// "a + b", or "no drug".
[[nodiscard]] std::string name_of(const Drugs& drugs);

/// The cells a plan is about: the tumour's parental cell, its possible clones, and a normal cell.
struct Cells {
  pathway::Cell parent;
  std::vector<CloneRoute> clones;
  pathway::Cell normal;
};

/// One arm's models, assembled once and run for any draw.
struct Arm {
  Drugs drugs;
  pathway::Assembly parent;
  std::vector<pathway::Assembly> clones;  // [cells.clones.size()]
  pathway::Assembly normal;

  [[nodiscard]] std::string name() const { return name_of(drugs); }
};

/// What every step of a plan shares: tables, modules and cells.
class Workbench {
 public:
  Workbench(const knowledge::Knowledge& knowledge, const pathway::Modules& modules,
            const TumourCase& tumour);

  [[nodiscard]] Checked<Arm> make_arm(const Drugs& drugs) const;

  [[nodiscard]] const knowledge::Knowledge& knowledge() const { return knowledge_; }
  [[nodiscard]] const pathway::Modules& modules() const { return modules_; }
  [[nodiscard]] const pathway::Catalogue& catalogue() const { return catalogue_; }
  [[nodiscard]] const TumourCase& tumour() const { return tumour_; }
  [[nodiscard]] const knowledge::Cancer& cancer() const { return *cancer_; }
  [[nodiscard]] const Cells& cells() const { return cells_; }

 private:
  const knowledge::Knowledge& knowledge_;
  const pathway::Modules& modules_;
  const TumourCase& tumour_;
  pathway::Catalogue catalogue_;
  const knowledge::Cancer* cancer_;
  Cells cells_;
};

}  // namespace rascade::plan
