// SPDX-License-Identifier: MIT
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <compare>
#include <cstddef>
#include <string>
#include <vector>

#include "rascade/atlas/strength.hpp"

namespace rascade::atlas {

/// The rule by which answers are ranked, printed with them.
inline constexpr const char* ranking_rule =
    "Ranked by evidence (clinical, preclinical, proposed), then by fit of therapy, cancer and "
    "genotype "
    "(0-7), then by number of sources.";

/// The highest `fit`: 3 for the therapy itself, 2 for the cancer, 2 for the genotype.
inline constexpr int best_fit = 7;

/// What counts, in this order.
struct Weight {
  Strength strength = Strength::proposed;
  int fit = 0;
  std::size_t sources = 0;

  auto operator<=>(const Weight&) const = default;
};

/// `fit 5/7, 2 sources`.
[[nodiscard]] inline std::string describe(const Weight& weight)
{
  return fmt::format("fit {}/{}, {} source{}", weight.fit, best_fit, weight.sources,
                     weight.sources == 1 ? "" : "s");
}

/// Adds what `all` does not hold yet.
inline void merge(std::vector<std::string>& all, const std::vector<std::string>& more)
{
  for (const std::string& one : more) {
    if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
  }
}

}  // namespace rascade::atlas
