// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "rascade/claims/result.hpp"

namespace rascade::claims {

/// How many claims came out how. The denominator is always all of them.
struct Count {
  std::string name;
  int reproduced = 0, missed = 0, not_modelled = 0, uncounted = 0;
  int robust = 0, robust_judged = 0;  // of those reproduced

  void add(const ClaimResult& result);
  [[nodiscard]] int total() const { return reproduced + missed + not_modelled + uncounted; }
};

struct Summary {
  Count all;
  std::vector<Count> levels;    // molecular, cell, population, clinical
  std::vector<Count> sections;  // in the order of the tables
  std::vector<Count> parts;     // a claim counts for each of its parts; by name
  std::map<std::string, int> labels;  // of reproduced claims
  /// A printed statement is reproduced if all of its counted claims are, missed if one is missed.
  Count statements;
  /// Claims that wait for each missing part, most first.
  std::vector<std::pair<std::string, int>> waiting;
};

[[nodiscard]] Summary summarise(const std::vector<ClaimResult>& results);

}  // namespace rascade::claims
