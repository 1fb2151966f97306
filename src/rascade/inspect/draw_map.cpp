// SPDX-License-Identifier: MIT
#include "rascade/inspect/draw_map.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace rascade::inspect {
namespace {

constexpr double legend_height = 58.0;

constexpr const char* style = R"(
svg { --paper:#ffffff; --ink:#1d2430; --faint:#66707f; --box:#f5f7fa; --edge:#b9c2cf;
  --bond:#2f6fb7; --bond-fill:#dbe9f8; --state:#a86a00; --state-fill:#fdebc8;
  --both:#6a4bb0; --both-fill:#e7e0f7; --plain-fill:#e8ebf0;
  background:var(--paper); font-family:system-ui,"Segoe UI",Helvetica,Arial,sans-serif; }
@media (prefers-color-scheme: dark) { svg { --paper:#14181f; --ink:#e8ecf2; --faint:#9aa5b4;
  --box:#1e2530; --edge:#44505f; --bond:#7fb3ee; --bond-fill:#1f3a59; --state:#f0b650;
  --state-fill:#4a3713; --both:#b9a1f2; --both-fill:#3a2f5c; --plain-fill:#2b3442; } }
text { fill:var(--ink); font-size:12px; dominant-baseline:central; }
.title { font-size:14px; font-weight:600; text-anchor:middle; }
.small { font-size:10.5px; text-anchor:middle; }
.note { fill:var(--faint); }
.box { fill:var(--box); stroke:var(--edge); }
.pill { fill:var(--plain-fill); stroke:var(--edge); }
.is-bond .pill { fill:var(--bond-fill); stroke:var(--bond); }
.is-state .pill { fill:var(--state-fill); stroke:var(--state); }
.is-both .pill { fill:var(--both-fill); stroke:var(--both); }
.chip { fill:var(--paper); stroke:none; opacity:.75; }
.line { fill:none; stroke:var(--bond); stroke-width:1.8; opacity:.8; }
.grip { fill:none; stroke:transparent; stroke-width:12; pointer-events:stroke; }
.bond:hover .line { stroke-width:3.2; opacity:1; }
.site:hover .pill { stroke-width:2; }
.dim { opacity:.16; }
.lit .line { stroke-width:3.2; opacity:1; } .lit .pill { stroke-width:2; }
)";

std::string kind_of(const MapSite& site)
{
  if (site.is_bonded) return site.states.empty() ? "is-bond" : "is-both";
  return site.states.empty() ? "is-plain" : "is-state";
}

std::string listed(const char* what, const ContactMap& map, const RuleList& rules)
{
  std::string text;
  for (const std::size_t r : rules) text += fmt::format("\n{} {}", what, map.rules[r]);
  return text;
}

std::string pill(const MapSite& site, const Area& area, const std::string& key, const std::string& tip)
{
  std::string text = fmt::format(
      "<g class=\"site {}\" data-key=\"{}\"><title>{}</title><rect class=\"pill\" x=\"{:.1f}\" "
      "y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" rx=\"11\"/><text x=\"{:.1f}\" "
      "y=\"{:.1f}\">{}</text>",
      kind_of(site), key, escape_xml(tip), area.x, area.y, area.width, area.height, area.x + 9.0,
      area.y + area.height / 2.0, escape_xml(label_of(site)));
  double right = area.x + area.width - 6.0;
  for (auto state = site.states.rbegin(); state != site.states.rend(); ++state) {
    const double width = state_width(*state);
    right -= width;
    text += fmt::format(
        "<rect class=\"chip\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"15\" rx=\"6\"/>"
        "<text class=\"small\" x=\"{:.1f}\" y=\"{:.1f}\">{}</text>",
        right, area.y + 3.5, width, right + width / 2.0, area.y + area.height / 2.0,
        escape_xml(*state));
    right -= 3.0;
  }
  return text + "</g>\n";
}

std::string box(const ContactMap& map, const MapLayout& layout, std::size_t t)
{
  const MapType& type = map.types[t];
  const Area& area = layout.boxes[t];
  const std::string tip =
      type.name + listed("made by", map, type.makes) + listed("removed by", map, type.removes);
  std::string text = fmt::format(
      "<g class=\"type\" data-key=\"t{}\"><title>{}</title><rect class=\"box\" x=\"{:.1f}\" "
      "y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" rx=\"9\"/><text class=\"title\" "
      "x=\"{:.1f}\" y=\"{:.1f}\">{}</text></g>\n",
      t, escape_xml(tip), area.x, area.y, area.width, area.height, area.x + area.width / 2.0,
      area.y + title_height / 2.0, escape_xml(type.name));
  for (std::size_t s = 0; s < type.sites.size(); ++s) {
    const MapSite& site = type.sites[s];
    const std::string site_tip = fmt::format("{}({})", type.name, site.name) +
                                 listed("changed by", map, site.changes);
    text += pill(site, layout.pills[t][s], fmt::format("s{}-{}", t, s), site_tip);
  }
  return text;
}

/// The line from one pill to another, leaving and arriving level.
std::string path_of(const MapLayout& layout, const MapBond& bond)
{
  const Area& a = layout.pills[bond.a.type][bond.a.site];
  const Area& b = layout.pills[bond.b.type][bond.b.site];
  const double ya = a.y + a.height / 2.0, yb = b.y + b.height / 2.0;
  const bool is_right = a.x + a.width < b.x, is_left = b.x + b.width < a.x;
  if (is_right || is_left) {
    const double xa = is_right ? a.x + a.width : a.x, xb = is_right ? b.x : b.x + b.width;
    const double bend = (xb - xa) * 0.45;
    return fmt::format("M{:.1f} {:.1f}C{:.1f} {:.1f} {:.1f} {:.1f} {:.1f} {:.1f}", xa, ya,
                       xa + bend, ya, xb - bend, yb, xb, yb);
  }
  const double right = std::max(a.x + a.width, b.x + b.width);
  if (bond.a == bond.b) {  // a loop at the pill's end
    return fmt::format("M{0:.1f} {1:.1f}C{2:.1f} {3:.1f} {2:.1f} {4:.1f} {0:.1f} {5:.1f}", right - 2.0,
                       ya - 5.0, right + 36.0, ya - 20.0, ya + 20.0, ya + 5.0);
  }
  const double reach = right + 30.0 + 0.06 * std::abs(ya - yb);
  return fmt::format("M{:.1f} {:.1f}C{:.1f} {:.1f} {:.1f} {:.1f} {:.1f} {:.1f}", a.x + a.width, ya,
                     reach, ya, reach, yb, b.x + b.width, yb);
}

std::string end_name(const ContactMap& map, const MapEnd& end)
{
  return fmt::format("{}({})", map.types[end.type].name, map.types[end.type].sites[end.site].name);
}

std::string line(const ContactMap& map, const MapLayout& layout, std::size_t b)
{
  const MapBond& bond = map.bonds[b];
  const std::string path = path_of(layout, bond);
  const std::string tip = end_name(map, bond.a) + " - " + end_name(map, bond.b) +
                          listed("made by", map, bond.makes) +
                          listed("broken by", map, bond.breaks);
  return fmt::format("<g class=\"bond\" data-key=\"b{}\"><title>{}</title><path class=\"grip\" d=\"{}\"/>"
                     "<path class=\"line\" d=\"{}\"/></g>\n", b, escape_xml(tip), path, path);
}

std::string legend(double top)
{
  struct Entry {
    const char *kind, *name;
  };
  std::string text;
  double x = 24.0;
  for (const auto& [kind, name] : {Entry{"is-bond", "binds"}, Entry{"is-state", "has states"},
                                   Entry{"is-both", "both"}, Entry{"is-plain", "neither"}}) {
    text += fmt::format(
        "<g class=\"{}\"><rect class=\"pill\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"26\" height=\"14\" "
        "rx=\"7\"/><text x=\"{:.1f}\" y=\"{:.1f}\">{}</text></g>\n",
        kind, x, top, x + 32.0, top + 7.0, name);
    x += 52.0 + text_width(std::string_view(name).size());
  }
  text += fmt::format("<path class=\"line\" d=\"M{:.1f} {:.1f}h28\"/><text x=\"{:.1f}\" "
                      "y=\"{:.1f}\">possible bond</text>\n", x, top + 7.0, x + 34.0, top + 7.0);
  return text + fmt::format("<text class=\"note\" x=\"24\" y=\"{:.1f}\">Research use only. Not for "
                            "decisions about patients.</text>\n", top + 30.0);
}

}  // namespace

std::string escape_xml(std::string_view text)
{
  std::string result;
  for (const char c : text) {
    if (c == '&') {
      result += "&amp;";
    } else if (c == '<') {
      result += "&lt;";
    } else if (c == '>') {
      result += "&gt;";
    } else if (c == '"') {
      result += "&quot;";
    } else {
      result += c;
    }
  }
  return result;
}

std::string draw_map(const ContactMap& map, const MapLayout& layout)
{
  const double width = std::max(layout.width, 580.0), height = layout.height + legend_height;
  std::string text = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0:.0f} {1:.0f}\" width=\"{0:.0f}\" "
      "height=\"{1:.0f}\" role=\"img\"><style>{2}</style>\n", width, height, style);
  for (std::size_t t = 0; t < map.types.size(); ++t) text += box(map, layout, t);
  for (std::size_t b = 0; b < map.bonds.size(); ++b) text += line(map, layout, b);
  return text + legend(layout.height + 6.0) + "</svg>\n";
}

}  // namespace rascade::inspect
