// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "rascade/knowledge/knowledge.hpp"
#include "rascade/pathway/cell.hpp"

namespace rascade::claims {

/// A change of numbers in a cell's model; its structure stays.
struct Tweak {
  enum class Kind {
    parameter,      // target: a parameter of the model or a template of the tables
    gene,           // target: a gene, all of its copies
    mutant_copies,  // target: a gene, its altered copies
  };
  Kind kind = Kind::parameter;
  std::string target;
  knowledge::Change change = knowledge::Change::scale;
  const knowledge::Quantity* amount = nullptr;
};

/// One experiment on one cell: what it is, what is changed in it, what it is given.
struct Arm {
  pathway::Cell cell;
  std::vector<const knowledge::Drug*> drugs;  // in the tables' order, no two alike
  std::vector<Tweak> tweaks;
  bool acute = false;  // tweaks happen at the start instead of long before

  /// Equal for arms whose models are the same but for numbers.
  [[nodiscard]] std::string model_key() const;
  /// Equal for arms that are the same experiment.
  [[nodiscard]] std::string key() const;
};

}  // namespace rascade::claims
