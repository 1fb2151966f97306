// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <span>
#include <utility>
#include <vector>

#include "rascade/graph/match.hpp"
#include "rascade/graph/site_graph.hpp"
#include "rascade/model/model.hpp"

namespace rascade::oracle {

/// The same throws on every machine for one seed.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}

  /// 0 … n - 1
  std::size_t operator()(std::size_t n) { return static_cast<std::size_t>(engine_() % n); }
  bool chance(std::size_t percent) { return (*this)(100) < percent; }
  double unit() { return static_cast<double>(engine_() >> 11U) * 0x1p-53; }

  template <class Items>
  void shuffle(Items& items)
  {
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[(*this)(i)]);
  }

 private:
  std::mt19937_64 engine_;
};

struct ModelShape {
  std::size_t max_rules = 6;
  bool reversible = false;   // every rule comes with its reverse, and nothing is made or removed
  bool may_make = true;      // synthesis and degradation
  bool has_keywords = true;  // DeleteMolecules, MatchOnce
};

/// One to three molecule types with up to three sites, a seed of each and perhaps a complex, and
/// rules that change one or two things about random patterns. Equal sites, copies of one pattern in
/// a rule and changes done alike to both are frequent. Rate constants are k0, k1, …
[[nodiscard]] model::Model random_model(Dice& dice, const ModelShape& shape = {});

/// One to three molecules, nearly always connected.
[[nodiscard]] model::Pattern random_pattern(Dice& dice,
                                            const std::vector<model::MoleculeType>& types);

/// The same model told in another order: molecule types, seeds, rules, patterns of a side,
/// molecules and sites. Tags say which molecule and site after a rule is which before.
[[nodiscard]] model::Model shuffled(const model::Model& model, Dice& dice);

/// Molecules of two types with interchangeable sites, bound at random; perhaps in several parts.
[[nodiscard]] graph::SiteGraph random_graph(Dice& dice, std::size_t num_molecules);

/// The same graph with molecules, and sites of one kind within them, in another order.
[[nodiscard]] graph::SiteGraph shuffled(const graph::SiteGraph& graph, Dice& dice);

/// A piece of the graph's kind of pattern: molecules with some sites, some bonds between them.
[[nodiscard]] graph::SitePattern random_site_pattern(Dice& dice, std::size_t num_molecules);

}  // namespace rascade::oracle
