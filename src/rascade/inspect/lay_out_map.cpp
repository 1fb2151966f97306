// SPDX-License-Identifier: MIT
#include "rascade/inspect/lay_out_map.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <utility>

#include <fmt/format.h>

namespace rascade::inspect {
namespace {

constexpr double column_gap = 110.0;
constexpr double row_gap = 34.0;
constexpr double margin = 24.0;
constexpr double title_char = 8.6;
constexpr double crossing_cost = 350.0;
constexpr double hidden_cost = 900.0;  // a bond behind a box
constexpr double arc_room = 26.0;      // of bonds that leave and come back on one side
constexpr std::size_t num_moves = 30000;
constexpr double first_temperature = 400.0;

struct Point {
  double x = 0.0, y = 0.0;
};

struct Segment {
  Point from, to;
};

double pill_width(const MapSite& site)
{
  double width = text_width(label_of(site).size()) + 22.0;
  for (const std::string& state : site.states) width += state_width(state) + 3.0;
  return width;
}

Area size_of(const MapType& type)
{
  double width = title_char * static_cast<double>(type.name.size()) + 8.0;
  for (const MapSite& site : type.sites) width = std::max(width, pill_width(site));
  const double rows = static_cast<double>(type.sites.size()) * pill_pitch;
  return {0.0, 0.0, std::max(width, 64.0) + 2.0 * box_padding,
          title_height + rows + (type.sites.empty() ? 0.0 : box_padding - 3.0)};
}

double side(const Point& a, const Point& b, const Point& c)
{
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

bool is_crossing(const Segment& s, const Segment& t)
{
  return side(s.from, s.to, t.from) * side(s.from, s.to, t.to) < 0.0 &&
         side(t.from, t.to, s.from) * side(t.from, t.to, s.to) < 0.0;
}

bool is_hidden(const Segment& s, const Area& box)
{
  const Point a{box.x - 4.0, box.y - 4.0}, b{box.x + box.width + 4.0, box.y + box.height + 4.0};
  return is_crossing(s, {a, b}) || is_crossing(s, {{b.x, a.y}, {a.x, b.y}});
}

/// Boxes in columns, and what their arrangement costs.
class Arrangement {
 public:
  Arrangement(const ContactMap& map, std::vector<std::size_t> linked) : map_(map)
  {
    for (const MapType& type : map.types) boxes_.push_back(size_of(type));
    pill_order_.resize(map.types.size());
    for (std::size_t t = 0; t < map.types.size(); ++t) {
      pill_order_[t].resize(map.types[t].sites.size());
      std::iota(pill_order_[t].begin(), pill_order_[t].end(), std::size_t{0});
    }
    const auto n = static_cast<double>(linked.size());
    columns_.resize(linked.empty() ? 0 : static_cast<std::size_t>(std::ceil(std::sqrt(1.3 * n))));
    for (std::size_t i = 0; i < linked.size(); ++i) columns_[i % columns_.size()].push_back(linked[i]);
    linked_ = std::move(linked);
  }

  /// Tries moves with ever less tolerance for what costs more; keeps the best.
  void anneal()
  {
    if (linked_.size() < 2) return place();
    std::mt19937 random(1);
    double cost = evaluate(), best_cost = cost;
    auto best = columns_;
    for (std::size_t i = 0; i < num_moves; ++i) {
      const double share = 1.0 - static_cast<double>(i) / static_cast<double>(num_moves);
      const auto before = columns_;
      move(random);
      const double now = evaluate();
      const double chance = static_cast<double>(random()) / 4294967296.0;
      const double temperature = first_temperature * share * share + 1e-3;
      if (now <= cost || std::exp((cost - now) / temperature) > chance) {
        cost = now;
        if (cost < best_cost) {
          best_cost = cost;
          best = columns_;
        }
      } else {
        columns_ = before;
      }
    }
    columns_ = best;
    evaluate();
  }

  /// Boxes without bonds, in rows below the others.
  void add_below(const std::vector<std::size_t>& rest)
  {
    double width = 900.0, top = 0.0;
    for (const std::size_t t : linked_) {
      width = std::max(width, boxes_[t].x + boxes_[t].width);
      top = std::max(top, boxes_[t].y + boxes_[t].height + 1.5 * row_gap);
    }
    double x = 0.0, row_height = 0.0;
    for (const std::size_t t : rest) {
      if (x > 0.0 && x + boxes_[t].width > width) {
        top += row_height + row_gap;
        x = row_height = 0.0;
      }
      boxes_[t].x = x;
      boxes_[t].y = top;
      x += boxes_[t].width + row_gap;
      row_height = std::max(row_height, boxes_[t].height);
    }
  }

  [[nodiscard]] MapLayout layout() const
  {
    MapLayout result{boxes_, {}, 0.0, 0.0};
    double left = 0.0, top = 0.0;
    for (const Area& box : boxes_) {
      left = std::min(left, box.x);
      top = std::min(top, box.y);
    }
    for (Area& box : result.boxes) {
      box.x += margin - left;
      box.y += margin - top;
      result.width = std::max(result.width, box.x + box.width + margin + arc_room);
      result.height = std::max(result.height, box.y + box.height + margin);
    }
    for (std::size_t t = 0; t < boxes_.size(); ++t) {
      std::vector<Area> pills(pill_order_[t].size());
      for (std::size_t row = 0; row < pills.size(); ++row) {
        const Area& box = result.boxes[t];
        pills[pill_order_[t][row]] = {box.x + box_padding,
                                      box.y + title_height + static_cast<double>(row) * pill_pitch,
                                      box.width - 2.0 * box_padding, pill_height};
      }
      result.pills.push_back(std::move(pills));
    }
    return result;
  }

 private:
  void move(std::mt19937& random)
  {
    const auto pick = [&random](std::size_t n) { return static_cast<std::size_t>(random() % n); };
    const std::size_t from = pick(columns_.size());
    if (columns_[from].empty()) return;
    const std::size_t i = pick(columns_[from].size());
    const std::size_t to = pick(columns_.size());
    if (random() % 2 == 0 && !columns_[to].empty()) {
      std::swap(columns_[from][i], columns_[to][pick(columns_[to].size())]);
      return;
    }
    const std::size_t box = columns_[from][i];
    columns_[from].erase(columns_[from].begin() + static_cast<std::ptrdiff_t>(i));
    const std::size_t at = pick(columns_[to].size() + 1);
    columns_[to].insert(columns_[to].begin() + static_cast<std::ptrdiff_t>(at), box);
  }

  void place()
  {
    double x = 0.0;
    for (const std::vector<std::size_t>& column : columns_) {
      if (column.empty()) continue;
      double width = 0.0, height = -row_gap;
      for (const std::size_t t : column) {
        width = std::max(width, boxes_[t].width);
        height += boxes_[t].height + row_gap;
      }
      double y = -height / 2.0;
      for (const std::size_t t : column) {
        boxes_[t].x = x + (width - boxes_[t].width) / 2.0;
        boxes_[t].y = y;
        y += boxes_[t].height + row_gap;
      }
      x += width + column_gap;
    }
  }

  [[nodiscard]] double middle(std::size_t t) const { return boxes_[t].y + boxes_[t].height / 2.0; }

  /// Pills with bonds in the order of what they are bound to, the others below them.
  void order_pills()
  {
    std::vector<std::vector<std::pair<double, double>>> sums(boxes_.size());
    for (std::size_t t = 0; t < boxes_.size(); ++t) sums[t].resize(map_.types[t].sites.size());
    for (const MapBond& bond : map_.bonds) {
      const auto pull = [&](const MapEnd& end, const MapEnd& other) {
        sums[end.type][end.site].first += middle(other.type);
        sums[end.type][end.site].second += 1.0;
      };
      pull(bond.a, bond.b);
      if (bond.a != bond.b) pull(bond.b, bond.a);
    }
    for (std::size_t t = 0; t < boxes_.size(); ++t) {
      const auto key = [&](std::size_t s) {
        const auto& [sum, n] = sums[t][s];
        return n > 0.0 ? sum / n : 1e9 + static_cast<double>(s);
      };
      std::sort(pill_order_[t].begin(), pill_order_[t].end(), [&](std::size_t a, std::size_t b) {
        return std::pair(key(a), a) < std::pair(key(b), b);
      });
    }
  }

  [[nodiscard]] double height_of(const MapEnd& end) const
  {
    const auto& order = pill_order_[end.type];
    const auto row = std::find(order.begin(), order.end(), end.site) - order.begin();
    return boxes_[end.type].y + title_height + static_cast<double>(row) * pill_pitch +
           pill_height / 2.0;
  }

  [[nodiscard]] Segment segment_of(const MapBond& bond) const
  {
    const Area &a = boxes_[bond.a.type], &b = boxes_[bond.b.type];
    const double ya = height_of(bond.a), yb = height_of(bond.b);
    if (a.x + a.width < b.x) return {{a.x + a.width, ya}, {b.x, yb}};
    if (b.x + b.width < a.x) return {{a.x, ya}, {b.x + b.width, yb}};
    const double right = std::max(a.x + a.width, b.x + b.width);
    return {{right + arc_room, ya}, {right + arc_room, yb}};
  }

  double evaluate()
  {
    place();
    order_pills();
    segments_.clear();
    double cost = 0.0, width = 0.0, top = 0.0, bottom = 0.0;
    for (const MapBond& bond : map_.bonds) {
      if (bond.a.type == bond.b.type) continue;
      const Segment s = segment_of(bond);
      const double rise = std::abs(s.from.y - s.to.y);
      cost += std::abs(s.from.x - s.to.x) + 1.3 * rise;
      for (const std::size_t t : linked_) {
        if (t != bond.a.type && t != bond.b.type && is_hidden(s, boxes_[t])) cost += hidden_cost;
      }
      for (const Segment& other : segments_) cost += is_crossing(s, other) ? crossing_cost : 0.0;
      segments_.push_back(s);
    }
    for (const std::size_t t : linked_) {
      width = std::max(width, boxes_[t].x + boxes_[t].width);
      top = std::min(top, boxes_[t].y);
      bottom = std::max(bottom, boxes_[t].y + boxes_[t].height);
    }
    return cost + 0.5 * width + 0.9 * (bottom - top);
  }

  const ContactMap& map_;
  std::vector<Area> boxes_;                          // [n_types]
  std::vector<std::vector<std::size_t>> pill_order_; // [n_types], sites from above
  std::vector<std::vector<std::size_t>> columns_;    // types with bonds, from above
  std::vector<std::size_t> linked_;
  std::vector<Segment> segments_;
};

}  // namespace

double text_width(std::size_t num_chars) { return 7.1 * static_cast<double>(num_chars); }

double state_width(const std::string& state) { return 6.3 * static_cast<double>(state.size()) + 9.0; }

std::string label_of(const MapSite& site)
{
  return site.count == 1 ? site.name : fmt::format("{} x{}", site.name, site.count);
}

MapLayout lay_out(const ContactMap& map)
{
  std::vector<bool> is_linked(map.types.size(), false);
  for (const MapBond& bond : map.bonds) is_linked[bond.a.type] = is_linked[bond.b.type] = true;
  std::vector<std::size_t> linked, rest;
  for (std::size_t t = 0; t < map.types.size(); ++t) (is_linked[t] ? linked : rest).push_back(t);
  Arrangement arrangement(map, std::move(linked));
  arrangement.anneal();
  arrangement.add_below(rest);
  return arrangement.layout();
}

}  // namespace rascade::inspect
