// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "rascade/graph/site_graph.hpp"

namespace rascade::graph {

/// A number for each molecule that depends on what the molecule and its surroundings look like, and
/// one for the whole graph. Isomorphic graphs have equal ones; different graphs nearly always not.
///
/// Colour refinement [McKay2014] on hashes, at most `max_refinements` bonds deep.
struct Fingerprint {
  std::vector<std::uint64_t> colours;  // [n_molecules]
  std::uint64_t whole = 0;
};

inline constexpr std::size_t max_refinements = 16;

/// Compares graphs without putting them into canonical order first. Keeps its memory from one
/// question to the next; one for each thread.
class IsomorphismTest {
 public:
  /// Overwrites `result`.
  void fingerprint(const SiteGraph& graph, Fingerprint& result);

  /// Exact. `colours_*` are the graphs' fingerprints' colours.
  [[nodiscard]] bool is_isomorphic(const SiteGraph& a, std::span<const std::uint64_t> colours_a,
                                   const SiteGraph& b, std::span<const std::uint64_t> colours_b);

 private:
  struct Bond {
    std::uint32_t low, high;  // molecules
    std::uint64_t look_low, look_high;

    friend auto operator<=>(const Bond&, const Bond&) = default;
  };
  struct Side {
    const SiteGraph* graph;
    std::span<const std::uint64_t> colours;
  };

  void order_by_colour(const Side& side, std::vector<std::uint32_t>& order);
  void plan_visits();
  bool map_from(std::size_t visit);
  bool try_image(std::size_t visit, std::uint32_t image);
  bool is_alike(std::uint32_t a, std::uint32_t b);
  bool bonds_agree();
  static void placed_bonds(const SiteGraph& graph, std::span<const std::uint32_t> place,
                           std::vector<Bond>& bonds);

  Side a_{}, b_{};
  std::vector<std::uint64_t> next_colours_, site_looks_, looks_;
  std::vector<std::uint32_t> order_a_, order_b_;   // molecules by colour
  std::vector<std::uint32_t> visits_;              // molecules of a, each bound to an earlier one
  std::vector<std::uint32_t> via_site_;            // [visits], the site of the earlier one
  std::vector<std::uint32_t> place_a_, place_b_;   // [n_molecules]
  std::vector<Bond> bonds_a_, bonds_b_;
};

}  // namespace rascade::graph
