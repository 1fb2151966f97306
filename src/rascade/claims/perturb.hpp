// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rascade/claims/arm.hpp"

namespace rascade::claims {

/// Why something has no experiment: parts that the model lacks, and the reason in words.
struct Unmodelled {
  std::vector<std::string> missing;
  std::string reason;

  [[nodiscard]] bool empty() const { return missing.empty() && reason.empty(); }
  void add(const Unmodelled& other);
};

struct Perturbed {
  Arm arm;
  pathway::Cell origin;  // the cell before anything was done to it
  Unmodelled why_not;    // empty: the arm is good
};

/// `a + b` as its tokens.
[[nodiscard]] std::vector<std::string> tokens_of(std::string_view text);

/// A cell of cells.tsv as the pathway takes it. @pre its genes and variants exist
[[nodiscard]] pathway::Cell make_cell(const knowledge::ClaimCell& cell);

/// Does all tokens to a cell. Alterations come first, then the others in the order given.
///
/// A token is, in this order: `none`, `vehicle` or `-` (nothing); `cell:NAME` (another cell to
/// start from); rows of perturbations.tsv (those of the first `needs` that the altered cell meets);
/// a therapy's id (acts as its drug); a drug's name; `mut:ID` of an alteration with an effect.
[[nodiscard]] Perturbed perturb(const knowledge::Knowledge& knowledge, const pathway::Cell& cell,
                                const std::vector<std::string>& tokens);

}  // namespace rascade::claims
