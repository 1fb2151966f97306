// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "rascade/graph/site_graph.hpp"

namespace rascade::graph {

/// A finalizer after [Steele2014]: every bit of the result depends on every bit of x.
[[nodiscard]] inline std::uint64_t scramble(std::uint64_t x)
{
  x += 0x9e3779b97f4a7c15U;
  x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9U;
  x = (x ^ (x >> 27U)) * 0x94d049bb133111ebU;
  return x ^ (x >> 31U);
}

/// All that is seen of a site without following its bond.
[[nodiscard]] inline std::uint64_t look_of(const SiteGraph::Site& site)
{
  const auto state = static_cast<std::uint64_t>(site.state + 1);
  return (std::uint64_t{site.kind} << 32U) | (state << 1U) |
         (site.partner == SiteGraph::unbound ? 0U : 1U);
}

}  // namespace rascade::graph
