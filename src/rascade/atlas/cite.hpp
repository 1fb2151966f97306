// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rascade/knowledge/knowledge.hpp"

namespace rascade::atlas {

/// A reference's own key in place of an alias; a key that no row has stays as it is.
[[nodiscard]] std::vector<std::string> resolved(const knowledge::Knowledge& tables,
                                                const std::vector<std::string>& refs);

struct Citation {
  std::string key;
  std::string brief;  // `Bee et al. 2021 Nature 575:217`
  std::string text;   // in full
  std::string url;    // empty if none is known
};

[[nodiscard]] Citation cite(const knowledge::Knowledge& tables, std::string_view key);

}  // namespace rascade::atlas
