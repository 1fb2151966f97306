// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "rascade/graph/match.hpp"
#include "rascade/graph/site_graph.hpp"
#include "rascade/model/model.hpp"

namespace rascade::network {

/// Molecule types as the graphs know them. What it is made from must outlive it.
class MoleculeKinds {
 public:
  explicit MoleculeKinds(const std::vector<model::MoleculeType>& types);

  /// The kind of a site: one number for all sites of one name in one type.
  [[nodiscard]] std::uint32_t kind(model::MoleculeTypeIndex type, std::uint32_t component) const;

  [[nodiscard]] const std::vector<model::MoleculeType>& types() const { return *types_; }

 private:
  const std::vector<model::MoleculeType>* types_;
  std::vector<std::vector<std::uint32_t>> kinds_;  // [n_types][n_components]
};

/// The pattern's molecules and sites in the order written.
[[nodiscard]] graph::SitePattern to_site_pattern(const model::Pattern& pattern,
                                                 const MoleculeKinds& kinds);

/// A pattern that describes its molecules completely, as a graph: sites in the order of their type.
///
/// @pre every site is listed, with its state if it has any, and without `!+` and `!?`
[[nodiscard]] graph::SiteGraph to_site_graph(const model::Pattern& pattern,
                                             const MoleculeKinds& kinds);

/// BNGL text of a species; bonds are numbered from 1 in order of appearance. With compartments:
/// `@C::A(b!1).B(a!1)@D`, C being the species' and D one of its molecules' if it is another.
[[nodiscard]] std::string to_string(const graph::SiteGraph& species, const MoleculeKinds& kinds,
                                    const std::vector<model::Compartment>& compartments = {},
                                    std::int32_t place = model::nowhere);

}  // namespace rascade::network
