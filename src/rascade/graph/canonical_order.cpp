// SPDX-License-Identifier: MIT
#include "rascade/graph/canonical_order.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>

#include "rascade/graph/look.hpp"

namespace rascade::graph {
namespace {

/// Nodes by number.
using Nodes = std::vector<std::uint32_t>;

/// Nodes whose surroundings differ might by bad luck look the same: that costs a longer search, never
/// a wrong order.
std::uint64_t half_edge(std::uint64_t own_label, std::uint64_t other_label, std::uint32_t other)
{
  return scramble(scramble(scramble(own_label) ^ other_label) ^ other);
}

/// Nodes sorted into cells: the cell of a node is the number of nodes in the cells before its own.
struct Partition {
  Nodes cell;  // [n_nodes]
  std::size_t num_cells = 0;
};

template <class Keys>
Partition partition_by(const Keys& keys)
{
  Nodes sorted(keys.size());
  std::iota(sorted.begin(), sorted.end(), 0U);
  std::sort(sorted.begin(), sorted.end(),
            [&](std::uint32_t a, std::uint32_t b) { return keys[a] < keys[b]; });
  Partition result{Nodes(keys.size()), 0};
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    const bool is_new = i == 0 || keys[sorted[i - 1]] < keys[sorted[i]];
    result.cell[sorted[i]] = is_new ? static_cast<std::uint32_t>(i) : result.cell[sorted[i - 1]];
    result.num_cells += is_new ? 1 : 0;
  }
  return result;
}

/// Splits cells until the neighbours' cells tell no more nodes apart.
Partition refine(const LabelledGraph& graph, Partition partition)
{
  std::vector<std::pair<std::uint32_t, std::uint64_t>> keys(graph.num_nodes());
  while (partition.num_cells < graph.num_nodes()) {
    for (std::size_t v = 0; v < keys.size(); ++v) keys[v] = {partition.cell[v], 0};
    for (const LabelledGraph::Edge& e : graph.edges) {
      keys[e.a].second += half_edge(e.label_a, e.label_b, partition.cell[e.b]);
      keys[e.b].second += half_edge(e.label_b, e.label_a, partition.cell[e.a]);
    }
    Partition finer = partition_by(keys);
    if (finer.num_cells == partition.num_cells) break;
    partition = std::move(finer);
  }
  return partition;
}

/// The nodes of the first cell with several.
Nodes first_open_cell(const Partition& partition)
{
  Nodes size(partition.cell.size(), 0);
  for (const std::uint32_t cell : partition.cell) ++size[cell];
  std::uint32_t open = 0;
  while (size[open] < 2) ++open;
  Nodes members;
  for (std::uint32_t v = 0; v < partition.cell.size(); ++v) {
    if (partition.cell[v] == open) members.push_back(v);
  }
  return members;
}

Partition individualise(Partition partition, std::uint32_t node)
{
  const std::uint32_t cell = partition.cell[node];
  for (std::uint32_t& c : partition.cell) c += c == cell ? 1 : 0;
  partition.cell[node] = cell;
  ++partition.num_cells;
  return partition;
}

/// An end of the search: every node has its own place.
struct Leaf {
  Nodes path;   // the nodes individualised on the way
  Nodes place;  // [n_nodes]
  std::vector<PlacedEdge> edges;
};

class Search {
 public:
  explicit Search(const LabelledGraph& graph) : graph_(graph) {}

  CanonicalOrder run()
  {
    explore(refine(graph_, partition_by(graph_.colour)));
    return {std::move(best_.place), num_automorphisms_};
  }

 private:
  /// Searches below the current path. Returns the length of path at which to go on: shorter than
  /// the current one if all that is left below is a mirror image of what was seen.
  std::size_t explore(Partition partition)
  {
    if (partition.num_cells == graph_.num_nodes()) return finish(std::move(partition.cell));
    const std::size_t depth = path_.size();
    const bool is_on_first_path = !has_leaf_;
    const Nodes choices = first_open_cell(partition);
    Nodes tried;
    for (const std::uint32_t node : choices) {
      if (is_image_of(node, tried)) continue;
      path_.push_back(node);
      const std::size_t next = explore(refine(graph_, individualise(partition, node)));
      path_.pop_back();
      if (next < depth) return next;
      tried.push_back(node);
    }
    if (is_on_first_path) {
      const Nodes orbit = orbits();
      num_automorphisms_ *= static_cast<double>(
          std::count(orbit.begin(), orbit.end(), orbit[choices.front()]));
    }
    return depth;
  }

  std::size_t finish(Nodes place)
  {
    Leaf leaf{path_, std::move(place), {}};
    leaf.edges = placed_edges(graph_, leaf.place);
    if (!has_leaf_) {
      has_leaf_ = true;
      first_ = leaf;
      best_ = std::move(leaf);
      return path_.size();
    }
    if (leaf.edges == first_.edges) return add_symmetry(first_, leaf);
    if (leaf.edges == best_.edges) return add_symmetry(best_, leaf);
    if (leaf.edges < best_.edges) best_ = std::move(leaf);
    return path_.size();
  }

  /// Nodes at the same place of two equal leaves are images of each other.
  std::size_t add_symmetry(const Leaf& from, const Leaf& to)
  {
    Nodes node_at(to.place.size()), image(to.place.size());
    for (std::uint32_t v = 0; v < to.place.size(); ++v) node_at[to.place[v]] = v;
    for (std::size_t v = 0; v < image.size(); ++v) image[v] = node_at[from.place[v]];
    symmetries_.push_back(std::move(image));
    const auto end = from.path.begin() + static_cast<std::ptrdiff_t>(
                                             std::min(from.path.size(), to.path.size()));
    const auto fork = std::mismatch(from.path.begin(), end, to.path.begin()).first;
    return static_cast<std::size_t>(fork - from.path.begin());
  }

  /// For each node the least node it can be moved to by the known symmetries that keep the path.
  Nodes orbits() const
  {
    Nodes orbit(graph_.num_nodes());
    std::iota(orbit.begin(), orbit.end(), 0U);
    const auto root = [&](std::uint32_t v) {
      while (orbit[v] != v) v = orbit[v];
      return v;
    };
    for (const Nodes& image : symmetries_) {
      const bool keeps_path = std::all_of(path_.begin(), path_.end(),
                                          [&](std::uint32_t v) { return image[v] == v; });
      if (!keeps_path) continue;
      for (std::uint32_t v = 0; v < image.size(); ++v) {
        const std::uint32_t a = root(v), b = root(image[v]);
        orbit[std::max(a, b)] = std::min(a, b);
      }
    }
    for (std::uint32_t v = 0; v < orbit.size(); ++v) orbit[v] = root(v);
    return orbit;
  }

  bool is_image_of(std::uint32_t node, const Nodes& tried) const
  {
    if (tried.empty() || symmetries_.empty()) return false;
    const Nodes orbit = orbits();
    return std::any_of(tried.begin(), tried.end(),
                       [&](std::uint32_t t) { return orbit[t] == orbit[node]; });
  }

  const LabelledGraph& graph_;
  Nodes path_;
  bool has_leaf_ = false;
  Leaf first_;
  Leaf best_;
  std::vector<Nodes> symmetries_;
  double num_automorphisms_ = 1.0;
};

}  // namespace

CanonicalOrder canonical_order(const LabelledGraph& graph) { return Search(graph).run(); }

}  // namespace rascade::graph
