// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "rascade/inspect/draw_map.hpp"

namespace rascade::inspect {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* page_style = R"(
:root { color-scheme: light dark; --paper:#ffffff; --ink:#1d2430; --faint:#66707f; --edge:#d5dbe3; }
@media (prefers-color-scheme: dark) { :root { --paper:#14181f; --ink:#e8ecf2; --faint:#9aa5b4;
  --edge:#333d4a; } }
body { margin:0; background:var(--paper); color:var(--ink); display:flex; height:100vh;
  font:14px system-ui,"Segoe UI",Helvetica,Arial,sans-serif; }
main { flex:1; overflow:auto; } main svg { display:block; margin:0 auto; }
aside { width:340px; box-sizing:border-box; padding:18px; border-left:1px solid var(--edge);
  overflow:auto; }
h1 { font-size:17px; margin:0 0 10px; overflow-wrap:anywhere; } h2 { font-size:15px; margin:16px 0 4px; }
h3 { font-size:12px; margin:12px 0 2px; color:var(--faint); font-weight:600; }
input { width:100%; box-sizing:border-box; padding:7px 9px; font:inherit; border-radius:7px;
  border:1px solid var(--edge); background:transparent; color:inherit; }
li { margin:3px 0; overflow-wrap:anywhere; font:12px ui-monospace,Menlo,Consolas,monospace; }
ul { padding-left:16px; margin:2px 0; } p { color:var(--faint); }
@media (max-width: 800px) { body { flex-direction:column; height:auto; } aside { width:auto;
  border-left:0; border-top:1px solid var(--edge); } }
)";

constexpr const char* script = R"(
const info = JSON.parse(document.getElementById('info').textContent);
const panel = document.getElementById('panel'), search = document.getElementById('search');
const groups = [...document.querySelectorAll('[data-key]')];
let pinned = null;
function element(tag, text) {
  const e = document.createElement(tag);
  e.textContent = text;
  return e;
}
function show(key) {
  const item = info[key];
  panel.replaceChildren(element('h2', item.title));
  for (const [label, rules] of item.lists) {
    if (!rules.length) continue;
    panel.append(element('h3', label));
    const list = panel.appendChild(document.createElement('ul'));
    for (const rule of rules) list.append(element('li', rule));
  }
  if (item.lists.every(l => !l[1].length)) panel.append(element('p', 'No rule changes it.'));
  const near = new Set([key, ...item.near]);
  for (const g of groups) g.classList.toggle('lit', near.has(g.dataset.key));
}
function filter() {
  const wanted = search.value.trim().toLowerCase();
  for (const g of groups) {
    const item = info[g.dataset.key];
    const text = (item.title + ' ' + item.lists.map(l => l[1].join(' ')).join(' ')).toLowerCase();
    g.classList.toggle('dim', wanted !== '' && !text.includes(wanted));
  }
}
for (const g of groups) {
  g.querySelector('title')?.remove();
  g.addEventListener('mouseenter', () => { if (pinned === null) show(g.dataset.key); });
  g.addEventListener('click', () => {
    pinned = pinned === g.dataset.key ? null : g.dataset.key;
    show(g.dataset.key);
  });
}
search.addEventListener('input', filter);
)";

Json rules_of(const ContactMap& map, const RuleList& rules)
{
  Json texts = Json::array();
  for (const std::size_t r : rules) texts.push_back(map.rules[r]);
  return texts;
}

std::string site_name(const ContactMap& map, const MapEnd& end)
{
  return fmt::format("{}({})", map.types[end.type].name, map.types[end.type].sites[end.site].name);
}

std::string site_key(const MapEnd& end) { return fmt::format("s{}-{}", end.type, end.site); }

Json info_of_site(const ContactMap& map, const MapEnd& end)
{
  const MapSite& site = map.types[end.type].sites[end.site];
  Json lists = Json::array();
  lists.push_back({"State changed by", rules_of(map, site.changes)});
  Json near = Json::array();
  for (std::size_t b = 0; b < map.bonds.size(); ++b) {
    const MapBond& bond = map.bonds[b];
    if (bond.a != end && bond.b != end) continue;
    const MapEnd& other = bond.a == end ? bond.b : bond.a;
    near.push_back(fmt::format("b{}", b));
    near.push_back(site_key(other));
    lists.push_back({"Bound to " + site_name(map, other) + " by", rules_of(map, bond.makes)});
    lists.push_back({"Released from " + site_name(map, other) + " by", rules_of(map, bond.breaks)});
  }
  return {{"title", site_name(map, end)}, {"lists", lists}, {"near", near}};
}

Json info_of(const ContactMap& map)
{
  Json info = Json::object();
  for (std::size_t t = 0; t < map.types.size(); ++t) {
    const MapType& type = map.types[t];
    info[fmt::format("t{}", t)] = {{"title", type.name},
                                   {"lists", {{"Made by", rules_of(map, type.makes)},
                                              {"Removed by", rules_of(map, type.removes)}}},
                                   {"near", Json::array()}};
    for (std::size_t s = 0; s < type.sites.size(); ++s) {
      info[site_key({t, s})] = info_of_site(map, {t, s});
    }
  }
  for (std::size_t b = 0; b < map.bonds.size(); ++b) {
    const MapBond& bond = map.bonds[b];
    info[fmt::format("b{}", b)] = {
        {"title", site_name(map, bond.a) + " - " + site_name(map, bond.b)},
        {"lists", {{"Made by", rules_of(map, bond.makes)}, {"Broken by", rules_of(map, bond.breaks)}}},
        {"near", {site_key(bond.a), site_key(bond.b)}}};
  }
  return info;
}

/// JSON that cannot end the script element it stands in.
std::string embedded(const Json& json)
{
  std::string text;
  for (const char c : json.dump()) text += c == '<' ? std::string("\\u003c") : std::string(1, c);
  return text;
}

}  // namespace

std::string map_page(const ContactMap& map, const MapLayout& layout, const std::string& title)
{
  return fmt::format(
      "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width\"><title>Contact map of {0}</title>\n"
      "<style>{1}</style></head>\n<body><main>\n{2}</main>\n<aside><h1>{0}</h1>\n"
      "<input id=\"search\" type=\"search\" placeholder=\"Search sites and rules\" "
      "aria-label=\"Search sites and rules\">\n"
      "<div id=\"panel\" aria-live=\"polite\"><p>Point at a site or a bond to see the rules that act "
      "on it; click to keep them.</p></div>\n"
      "<p>{3} molecule types, {4} possible bonds, {5} rules.</p>\n"
      "<p>Research use only. Not for decisions about patients.</p></aside>\n"
      "<script type=\"application/json\" id=\"info\">{6}</script>\n<script>{7}</script>\n"
      "</body></html>\n",
      escape_xml(title), page_style, draw_map(map, layout), map.types.size(), map.bonds.size(),
      map.rules.size(), embedded(info_of(map)), script);
}

}  // namespace rascade::inspect
