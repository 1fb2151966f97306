// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rascade/base/checked.hpp"
#include "rascade/claims/result.hpp"

namespace rascade::claims {

/// `section=..,level=..,id=..,part=..,status=..` and words that the row holds; all must fit. A value
/// may stand for several, joined by `;`. Case does not matter; a section is found by part of its name.
struct Filter {
  struct Term {
    std::string key;  // empty: a word anywhere in the row
    std::vector<std::string> values;
  };
  std::vector<Term> terms;

  /// All terms but `status`, which is not known beforehand.
  [[nodiscard]] bool fits(const knowledge::Claim& claim) const;
  [[nodiscard]] bool fits(Status status) const;
};

/// Reports E2403 for an unknown key, E2404 for an unknown status.
[[nodiscard]] Checked<Filter> parse_filter(std::string_view text);

}  // namespace rascade::claims
