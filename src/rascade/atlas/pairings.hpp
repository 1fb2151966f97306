// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "rascade/atlas/rank.hpp"
#include "rascade/atlas/tumour_question.hpp"

namespace rascade::atlas {

/// One reason for or against adding a partner to the therapies asked about.
struct Pairing {
  std::string partner;  // ids joined by ` + `
  Strength strength = Strength::proposed;
  int fit = 0;
  bool is_against = false;
  std::string reason;
  std::string context;
  std::vector<std::string> refs;  // keys
};

/// Every reason of the tables, in their order: trials and preclinical pairings of the therapies and
/// their classes, claims that add a partner, counters of regulators that answer to the therapies,
/// and what stays active where the therapies are resisted.
[[nodiscard]] std::vector<Pairing> find_pairings(const NameIndex& index,
                                                 const knowledge::Knowledge& tables,
                                                 const TumourQuestion& question);

}  // namespace rascade::atlas
