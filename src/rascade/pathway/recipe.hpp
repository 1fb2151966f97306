// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "rascade/knowledge/knowledge.hpp"
#include "rascade/pathway/cell.hpp"
#include "rascade/pathway/draw.hpp"

namespace rascade::pathway {

/// How one model parameter follows from the tables: a weighted sum of quantities, then the effects
/// of alterations and levels in order. A draw turns it into a number.
struct Recipe {
  struct Part {
    double weight;
    const knowledge::Quantity* quantity;
  };
  struct Effect {
    knowledge::Change change;
    const knowledge::Quantity* quantity;
  };
  std::string name;      // in the model
  std::string template_name;  // as in the tables, e.g. with `<RAS>`
  std::vector<Part> parts;
  std::vector<Effect> effects;

  [[nodiscard]] double value(const Catalogue& catalogue, const Draw& draw) const;
};

using RecipeBook = std::map<std::string, Recipe>;

/// Recipes of every parameter the tables can give to a model of this cell with these drugs.
[[nodiscard]] RecipeBook make_recipes(const knowledge::Knowledge& knowledge, const Cell& cell,
                                      const std::vector<Instance>& instances,
                                      const std::vector<const knowledge::Drug*>& drugs);

/// `text` with every occurrence of `from` replaced.
[[nodiscard]] std::string replace_all(std::string text, std::string_view from, std::string_view to);

}  // namespace rascade::pathway
