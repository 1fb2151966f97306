// SPDX-License-Identifier: MIT
#include "rascade/inspect/find_polymers.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "rascade/network/polymer_sites.hpp"

namespace rascade::inspect {
namespace {

/// A site of one molecule of the loop through which the chain comes, and one through which it goes.
std::string advice(const network::PolymerLoop& loop, const model::Model& model)
{
  const network::TypeSite& in = loop.bonds.back().to;
  const network::TypeSite& out = loop.bonds.front().from;
  const model::MoleculeType& type = model.molecule_types[in.type];
  const std::string& site = type.components[in.component].name;
  const std::string& other = type.components[out.component].name;
  return fmt::format(
      "If no chain is meant, let the rules that bind {0} demand that the other site is free: "
      "{1}({2},{3}). Otherwise bound the species: generate_network({{max_agg=>10}}) or "
      "max_stoich=>{{{1}=>2}}; or simulate without a network.",
      to_string(in, model.molecule_types), type.name, site, other);
}

}  // namespace

std::vector<Diagnostic> find_polymers(const model::Model& model, const SiteFacts& facts)
{
  std::vector<Diagnostic> found;
  for (const network::PolymerLoop& loop : network::polymer_sites(model)) {
    if (!std::all_of(loop.bonds.begin(), loop.bonds.end(),
                     [&](const network::PolymerBond& b) { return facts.applies(b.rule); })) {
      continue;
    }
    found.push_back({Severity::warning, "W1906", model.rules[loop.bonds.front().rule].span,
                     fmt::format("chains may grow without end by {} {}",
                                 loop.bonds.size() == 1 ? "the bond" : "the bonds",
                                 to_string(loop, model.molecule_types)),
                     advice(loop, model)});
  }
  return found;
}

}  // namespace rascade::inspect
