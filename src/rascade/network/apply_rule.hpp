// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "rascade/graph/site_graph.hpp"
#include "rascade/network/compile_rule.hpp"
#include "rascade/network/geography.hpp"

namespace rascade::network {

/// A species and where a reactant pattern lies in it.
struct Match {
  const graph::SiteGraph* species;
  const std::uint32_t* row;  // of Matcher::find
  std::int32_t place = model::nowhere;  // the species' compartment
};

/// What a rule works on: copies of the reactants side by side. Keeps its memory from one event to
/// the next; one for each thread.
class Workpiece {
 public:
  explicit Workpiece(const Geography& geography) : geography_(&geography) {}

  /// Lets the rule act. False if it cannot: parts do not answer to the product patterns one to one,
  /// or compartments forbid it.
  ///
  /// @param matches  [n_reactants]; each stands for a species of its own, even if two are the same
  [[nodiscard]] bool apply(const CompiledRule& rule, std::span<const Match> matches);

  /// What came out, one connected graph a species: first those of the product patterns, in order.
  [[nodiscard]] std::span<const graph::SiteGraph> products() const
  {
    return {products_.data(), num_products_};
  }

 private:
  void lay_out(const CompiledRule& rule, std::span<const Match> matches);
  void lay_slots(std::span<const std::uint32_t> row, std::size_t num_molecules);
  void transform(const Transformation& change);
  void remove(std::uint32_t molecule);
  void move(const CompiledRule& rule);
  void move_along(const CompiledRule& rule, const Transformation::Move& move);
  void find_parts();
  bool number_parts(const Transformation& change);
  void extract_parts();
  bool settle(const Transformation& change, std::span<const Match> matches);

  const Geography* geography_;
  graph::SiteGraph graph_;
  std::vector<std::uint32_t> first_molecule_;  // [n_reactants + 1]
  std::vector<std::uint32_t> molecule_at_;     // [molecule slots]
  std::vector<std::uint32_t> site_at_;         // [site slots]
  std::vector<std::uint8_t> is_removed_;       // [n_molecules]
  std::vector<std::uint32_t> part_;            // [n_molecules], connected component
  std::vector<std::uint32_t> product_of_part_; // [n_parts]
  std::vector<std::uint32_t> open_, new_site_;
  std::size_t num_parts_ = 0;
  std::vector<graph::SiteGraph> products_;     // the first `num_products_` count
  std::size_t num_products_ = 0;
};

}  // namespace rascade::network
