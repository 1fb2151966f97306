// SPDX-License-Identifier: MIT
#include "rascade/claims/signed_graph.hpp"

#include <algorithm>
#include <array>
#include <deque>

namespace rascade::claims {
namespace {

std::size_t side(int sign) { return sign > 0 ? 0 : 1; }

/// For every node and sign: whether a walk of that sign leads from it to the read-out.
using Reach = std::vector<std::array<bool, 2>>;

Reach reach_of_targets(const PathQuestion& q)
{
  const std::size_t n = q.graph->edges.size();
  SignedGraph back;
  back.edges.resize(n);
  for (std::size_t from = 0; from < n; ++from) {
    for (const SignedGraph::Edge& e : q.graph->edges[from]) back.join(e.to, from, e.sign);
  }
  Reach reach(n, {false, false});
  std::deque<SignedNode> open;
  const auto visit = [&](std::size_t node, int sign) {
    if (reach[node][side(sign)]) return;
    reach[node][side(sign)] = true;
    open.push_back({node, sign});
  };
  for (const SignedNode& t : q.targets) visit(t.node, t.sign);
  while (!open.empty()) {
    const SignedNode here = open.front();
    open.pop_front();
    for (const SignedGraph::Edge& e : back.edges[here.node]) visit(e.to, here.sign * e.sign);
  }
  return reach;
}

/// Looks for a simple path of one sign.
class Search {
 public:
  Search(const PathQuestion& question, int wanted)
      : q_(question), wanted_(wanted), reach_(reach_of_targets(question)),
        is_on_path_(question.graph->edges.size(), false)
  {}

  bool has_walk() const
  {
    return std::any_of(q_.sources.begin(), q_.sources.end(), [&](const SignedNode& s) {
      return reach_[s.node][side(wanted_ * s.sign)];
    });
  }

  bool find()
  {
    return std::any_of(q_.sources.begin(), q_.sources.end(),
                       [&](const SignedNode& s) { return follow(s.node, s.sign, 1); });
  }

  bool is_cut() const { return is_cut_; }

 private:
  bool follow(std::size_t node, int sign, std::size_t length)
  {
    if (is_on_path_[node] || !reach_[node][side(wanted_ * sign)]) return false;
    if (length > longest_path || ++steps_ > most_steps) {
      is_cut_ = true;
      return false;
    }
    for (const SignedNode& t : q_.targets) {
      if (t.node == node && t.sign * sign == wanted_) return true;
    }
    is_on_path_[node] = true;
    const auto& edges = q_.graph->edges[node];
    const bool found = std::any_of(edges.begin(), edges.end(), [&](const SignedGraph::Edge& e) {
      return follow(e.to, sign * e.sign, length + 1);
    });
    is_on_path_[node] = false;
    return found;
  }

  const PathQuestion& q_;
  int wanted_;
  Reach reach_;
  std::vector<bool> is_on_path_;
  std::size_t steps_ = 0;
  bool is_cut_ = false;
};

}  // namespace

void SignedGraph::join(std::size_t from, std::size_t to, int sign)
{
  const auto is_same = [&](const Edge& e) { return e.to == to && e.sign == sign; };
  if (std::none_of(edges[from].begin(), edges[from].end(), is_same)) edges[from].push_back({to, sign});
}

std::optional<std::size_t> shortest_path(const PathQuestion& q)
{
  if (!q.direct.empty()) return 1;
  std::vector<std::size_t> distance(q.graph->edges.size(), 0);  // 0: not reached
  std::deque<std::size_t> open;
  const auto visit = [&](std::size_t node, std::size_t by) {
    if (distance[node] != 0) return;
    distance[node] = by;
    open.push_back(node);
  };
  for (const SignedNode& s : q.sources) visit(s.node, 1);
  while (!open.empty()) {
    const std::size_t here = open.front();
    open.pop_front();
    const auto is_here = [here](const SignedNode& t) { return t.node == here; };
    if (std::any_of(q.targets.begin(), q.targets.end(), is_here)) return distance[here];
    for (const SignedGraph::Edge& e : q.graph->edges[here]) visit(e.to, distance[here] + 1);
  }
  return std::nullopt;
}

PathSigns signs_of_paths(const PathQuestion& q, int expected)
{
  if (std::find(q.direct.begin(), q.direct.end(), -expected) != q.direct.end()) {
    return PathSigns::some_other;
  }
  Search search(q, -expected);
  if (!search.has_walk()) return PathSigns::all_as_expected;
  if (search.find()) return PathSigns::some_other;
  return search.is_cut() ? PathSigns::unknown : PathSigns::all_as_expected;
}

}  // namespace rascade::claims
