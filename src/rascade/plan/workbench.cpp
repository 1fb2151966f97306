// SPDX-License-Identifier: MIT
#include "rascade/plan/workbench.hpp"

#include <cassert>
#include <utility>

namespace rascade::plan {
namespace {

/// The cancer type whose untreated growth is nil: the normal tissue that every arm is charged for.
const knowledge::Cancer& normal_tissue(const knowledge::Knowledge& knowledge)
{
  const knowledge::Cancer* slowest = &knowledge.cancers.front();
  for (const knowledge::Cancer& cancer : knowledge.cancers) {
    const auto net = [](const knowledge::Cancer& c) { return c.parameters.at("growth_net").internal(); };
    if (net(cancer) < net(*slowest)) slowest = &cancer;
  }
  return *slowest;
}

}  // namespace

std::string name_of(const Drugs& drugs)
{
  std::string name;
  for (const knowledge::Drug* drug : drugs) name += (name.empty() ? "" : " + ") + drug->name;
  return name.empty() ? "no drug" : name;
}

Workbench::Workbench(const knowledge::Knowledge& knowledge, const pathway::Modules& modules,
                     const TumourCase& tumour)
    : knowledge_(knowledge), modules_(modules), tumour_(tumour), catalogue_(knowledge),
      cancer_(knowledge.find_cancer(tumour.cell.cancer)),
      cells_{tumour.cell, clone_routes(knowledge, tumour.cell), {}}
{
  assert(cancer_ != nullptr);
  cells_.normal.cancer = normal_tissue(knowledge).code;
}

Checked<Arm> Workbench::make_arm(const Drugs& drugs) const
{
  Checked<pathway::Assembly> parent = assemble(knowledge_, modules_, cells_.parent, drugs);
  if (!parent) return parent.diagnostics();
  Checked<pathway::Assembly> normal = assemble(knowledge_, modules_, cells_.normal, drugs);
  if (!normal) return normal.diagnostics();
  Arm arm{drugs, *std::move(parent), {}, *std::move(normal)};
  for (const CloneRoute& clone : cells_.clones) {
    Checked<pathway::Assembly> assembly = assemble(knowledge_, modules_, clone.cell, drugs);
    if (!assembly) return assembly.diagnostics();
    arm.clones.push_back(*std::move(assembly));
  }
  return arm;
}

}  // namespace rascade::plan
