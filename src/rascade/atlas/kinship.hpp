// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rascade/knowledge/knowledge.hpp"

namespace rascade::atlas {

/// How near what a row speaks of is to the therapies asked about, the nearest last.
enum class Kinship {
  none,
  near,  // another agent of the same class, or a combination of which only a part was asked
  kin,   // its class, or an agent of it
  same
};

/// The ids of a combination: `a + b` or `a+b`.
[[nodiscard]] std::vector<std::string> parts_of(std::string_view combination);

[[nodiscard]] const knowledge::Therapy* find_therapy(const knowledge::Knowledge& tables,
                                                     std::string_view id);

/// The therapy's classes, the nearest first; without itself.
[[nodiscard]] std::vector<std::string> classes_of(const knowledge::Knowledge& tables,
                                                  const std::string& id);

[[nodiscard]] Kinship kinship(const knowledge::Knowledge& tables, const std::string& asked,
                              const std::string& id);

/// Of the whole combination asked to the whole combination of a row.
[[nodiscard]] Kinship kinship(const knowledge::Knowledge& tables,
                              const std::vector<std::string>& asked, std::string_view combination);

/// The nearest of several combinations.
[[nodiscard]] Kinship nearest_kinship(const knowledge::Knowledge& tables,
                                      const std::vector<std::string>& asked,
                                      const std::vector<std::string>& combinations);

}  // namespace rascade::atlas
