// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rascade::service {

/// A built page with `json` in its `<script id="ELEMENT" type="application/json">`; nothing if the
/// page has no such element. `</` is escaped, so that no text of the data can end the element.
[[nodiscard]] std::optional<std::string> fill_page(const std::string& page,
                                                   std::string_view element, std::string json);

}  // namespace rascade::service
