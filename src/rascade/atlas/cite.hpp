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
  std::string key, text, url;  // url: empty if none is known
};

[[nodiscard]] Citation cite(const knowledge::Knowledge& tables, std::string_view key);

/// The page of a DOI or a PubMed number; empty if the text is neither.
[[nodiscard]] std::string url_of(std::string_view identifier);

}  // namespace rascade::atlas
