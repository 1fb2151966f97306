// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "rascade/model/model.hpp"
#include "rascade/network/rule_bonds.hpp"
#include "rascade/network/rule_sides.hpp"

namespace rascade::inspect {

/// A site in one state, free or bound to one kind of site.
struct SiteFact {
  std::int32_t state = -1;
  std::optional<network::TypeSite> partner;  // nothing: free
  friend auto operator<=>(const SiteFact&, const SiteFact&) = default;
};

/// What can occur in any species that the rules make of the seeds: more than does occur, for each
/// site is looked at alone. What is not here never occurs. The model must outlive it.
class SiteFacts {
 public:
  explicit SiteFacts(const model::Model& model);

  [[nodiscard]] bool occurs(model::MoleculeTypeIndex type) const { return types_.contains(type); }
  [[nodiscard]] const std::set<SiteFact>& at(const network::TypeSite& site) const;
  [[nodiscard]] bool applies(model::RuleIndex rule) const { return applies_[rule]; }

  /// The first thing a pattern asks for that never occurs, as text; nothing if all can occur.
  [[nodiscard]] std::optional<std::string> missing_in(const model::Pattern& pattern) const;

 private:
  void add_pattern(const model::Pattern& pattern);
  void apply(const model::Rule& rule);
  void free_partners_of(const model::Rule& rule, const network::RuleSides& sides);
  void change_site(const network::RuleSides& sides, std::size_t product_site);
  void add(const network::TypeSite& site, const SiteFact& fact);
  [[nodiscard]] network::TypeSite site_of(const model::MoleculePattern& molecule,
                                          const model::ComponentPattern& site) const;

  const model::Model& model_;
  network::MoleculeKinds kinds_;
  std::set<model::MoleculeTypeIndex> types_;
  std::map<network::TypeSite, std::set<SiteFact>> facts_;
  std::vector<bool> applies_;  // [n_rules]
  bool has_changed_ = false;
};

}  // namespace rascade::inspect
