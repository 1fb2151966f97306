// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "rascade/knowledge/reference.hpp"

namespace rascade::service {

/// An `@article`, or `@misc` for what is in no journal. Ends in a newline.
[[nodiscard]] std::string to_bibtex(const knowledge::Reference& reference);

/// `text` as BibTeX reads it back: with the characters escaped that mean something to TeX.
[[nodiscard]] std::string bibtex_text(std::string_view text);

}  // namespace rascade::service
