// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace rascade::claims {

/// Who acts on whom and with which sign. Two nodes may be joined by both signs, where what one does
/// to the other depends on the state.
struct SignedGraph {
  struct Edge {
    std::size_t to;
    int sign;  // +1 or -1
  };
  std::vector<std::vector<Edge>> edges;  // [n_nodes], by the acting node

  /// Adds the edge unless it is there.
  void join(std::size_t from, std::size_t to, int sign);
};

/// A node that a change acts on, or that a read-out depends on, and with which sign.
struct SignedNode {
  std::size_t node;
  int sign;
};

/// All ways from a change to a read-out.
struct PathQuestion {
  const SignedGraph* graph = nullptr;
  std::vector<SignedNode> sources;  // what the change acts on: one edge each
  std::vector<SignedNode> targets;  // what the read-out is made of: no edge
  std::vector<int> direct;          // signs by which the change is in the read-out itself
};

/// Edges of the shortest path; nothing if there is none. A change in the read-out itself counts one.
[[nodiscard]] std::optional<std::size_t> shortest_path(const PathQuestion& question);

enum class PathSigns { all_as_expected, some_other, unknown };

/// Longest path and most steps that the search for a path of the other sign may take.
inline constexpr std::size_t longest_path = 40;
inline constexpr std::size_t most_steps = 200'000;

/// Whether every simple path has the expected sign. First asks for a walk of the other sign, which
/// may pass nodes twice: without one there is no such path. Else looks for a path; if the search
/// meets a limit the answer is `unknown`.
[[nodiscard]] PathSigns signs_of_paths(const PathQuestion& question, int expected);

}  // namespace rascade::claims
