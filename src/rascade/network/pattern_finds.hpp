// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "rascade/graph/match.hpp"
#include "rascade/model/model.hpp"
#include "rascade/network/compile_rule.hpp"
#include "rascade/network/network.hpp"

namespace rascade::network {

/// A rule's conditions on what it takes and makes (`include_reactants` and the like).
class RuleFilter {
 public:
  RuleFilter(const model::Rule& rule, const MoleculeKinds& kinds);

  /// May this species stand at the position among the reactants, or the products?
  [[nodiscard]] bool admits(std::size_t position, bool is_on_product,
                            const graph::SiteGraph& species, graph::Matcher::Scratch& scratch,
                            std::vector<std::uint32_t>& rows) const;

 private:
  struct Item {
    bool is_include;
    bool is_on_product;
    std::size_t position;
    std::vector<graph::Matcher> matchers;
  };
  std::vector<Item> items_;
};

/// Where one reactant pattern of a rule lies in the species known so far, by species. Matches that
/// agree in the reaction centre are one.
class PatternFinds {
 public:
  /// What it is made from must outlive it.
  PatternFinds(const model::Rule& rule, const CompiledRule& compiled, const RuleFilter& filter,
               std::size_t position);

  void look_in(SpeciesIndex species, const graph::SiteGraph& graph, std::int32_t place,
               graph::Matcher::Scratch& scratch, std::vector<std::uint32_t>& rows);

  [[nodiscard]] std::size_t size() const { return species_.size(); }
  [[nodiscard]] SpeciesIndex species(std::size_t i) const { return species_[i]; }
  /// As of Matcher::find.
  [[nodiscard]] const std::uint32_t* row(std::size_t i) const
  {
    return rows_.data() + i * matcher_->row_size();
  }
  [[nodiscard]] std::size_t num_bytes() const
  {
    return rows_.size() * sizeof(std::uint32_t) + species_.size() * sizeof(SpeciesIndex);
  }

 private:
  void drop_repeats(std::vector<std::uint32_t>& rows) const;

  const model::Pattern* pattern_;
  const graph::Matcher* matcher_;
  const Centre* centre_;
  const RuleFilter* filter_;
  std::size_t position_;
  std::vector<SpeciesIndex> species_;
  std::vector<std::uint32_t> rows_;  // one after the other
};

}  // namespace rascade::network
