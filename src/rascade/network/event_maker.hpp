// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "rascade/graph/isomorphism.hpp"
#include "rascade/network/apply_rule.hpp"
#include "rascade/network/pattern_finds.hpp"
#include "rascade/network/species_table.hpp"

namespace rascade::network {

/// One of the rules, ready to be applied.
struct ReadyRule {
  const CompiledRule& compiled;
  RuleFilter filter;
  std::vector<PatternFinds> finds;  // [n_reactants]
};

/// What the species so far are; nobody changes it while events are made.
struct SpeciesView {
  const SpeciesTable& table;
  const std::vector<std::int32_t>& places;  // [n_species]
};

/// Makes events of a rule, one after the other: what one thread needs, and what came out.
class EventMaker {
 public:
  struct Unknown {
    graph::SiteGraph graph;
    graph::Fingerprint print;
  };
  static constexpr std::int32_t no_event = -1;

  /// @param max_stoich  most molecules of a type in one species
  EventMaker(const Geography& geography, std::size_t max_molecules,
             std::vector<std::pair<std::uint32_t, std::size_t>> max_stoich);

  /// Forgets what came out before.
  ///
  /// @param tuples  [events][n_reactants], positions in the rule's finds
  void make(const ReadyRule& rule, std::span<const std::uint32_t> tuples, std::size_t num_events,
            const SpeciesView& species);

  /// Of each event, or no_event where the rule does not act.
  [[nodiscard]] const std::vector<std::int32_t>& num_products() const { return num_products_; }
  /// Of all events: species, or -1 - position in `unknown`.
  [[nodiscard]] const std::vector<std::int64_t>& products() const { return products_; }
  [[nodiscard]] const std::vector<Unknown>& unknown() const { return unknown_; }

 private:
  std::int32_t make_event(const ReadyRule& rule, const SpeciesView& species);
  bool can_meet();
  bool is_small_enough(const graph::SiteGraph& product) const;

  const Geography& geography_;
  std::size_t max_molecules_;
  std::vector<std::pair<std::uint32_t, std::size_t>> max_stoich_;
  Workpiece workpiece_;
  graph::IsomorphismTest test_;
  graph::Fingerprint print_;
  graph::Matcher::Scratch scratch_;
  std::vector<std::uint32_t> rows_;
  std::vector<Match> matches_;
  std::vector<std::int32_t> places_;
  std::vector<std::int32_t> num_products_;
  std::vector<std::int64_t> products_;
  std::vector<Unknown> unknown_;
};

/// The matches of one event.
void lay_matches(const ReadyRule& rule, std::span<const std::uint32_t> tuple,
                 const SpeciesView& species, std::vector<Match>& matches);

}  // namespace rascade::network
