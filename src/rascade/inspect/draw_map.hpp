// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "rascade/inspect/contact_map.hpp"
#include "rascade/inspect/lay_out_map.hpp"

namespace rascade::inspect {

/// `text` with what XML reserves replaced.
[[nodiscard]] std::string escape_xml(std::string_view text);

/// The map as an SVG that follows the reader's light or dark scheme; titles tell what acts on what.
/// Groups carry `data-key`: `t0` a type, `s0-1` a site, `b0` a bond.
[[nodiscard]] std::string draw_map(const ContactMap& map, const MapLayout& layout);

/// The same in a page that needs no network: rules of what the pointer is on, a search box.
[[nodiscard]] std::string map_page(const ContactMap& map, const MapLayout& layout,
                                   const std::string& title);

}  // namespace rascade::inspect
