// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "rascade/knowledge/knowledge.hpp"
#include "rascade/pathway/cell.hpp"

namespace rascade::plan {

/// The parental cell altered by one route; nothing where the route does not apply to it.
///
/// `second_site`: a further variant on the altered copies of the gene. `new_allele`: one wild-type
/// copy becomes altered. `amplification`: the altered copies are multiplied. `gene`: an alteration
/// of a gene without alleles of its own. `needs` is empty, a gene, or a gene and variant.
[[nodiscard]] std::optional<pathway::Cell> altered_cell(const knowledge::Knowledge& knowledge,
                                                        const pathway::Cell& parent,
                                                        const knowledge::Route& route);

/// Routes by which a clone of this cell can arise, in the order of routes.tsv.
struct CloneRoute {
  const knowledge::Route* route;
  pathway::Cell cell;
};
[[nodiscard]] std::vector<CloneRoute> clone_routes(const knowledge::Knowledge& knowledge,
                                                   const pathway::Cell& parent);

}  // namespace rascade::plan
