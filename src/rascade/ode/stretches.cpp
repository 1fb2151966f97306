// SPDX-License-Identifier: MIT
#include "rascade/ode/stretches.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace rascade::ode {
namespace {

/// Of a stretch: an input that rises and falls within it is seen.
constexpr double longest_step = 0.05;

}  // namespace

std::vector<Stretch> cut_into_stretches(double start, double end, const simulate::Forcing& forcing,
                                        const std::vector<double>& of_formulas)
{
  std::vector<double> breaks;
  std::set_union(of_formulas.begin(), of_formulas.end(), forcing.breaks.begin(),
                 forcing.breaks.end(), std::back_inserter(breaks));
  std::vector<Stretch> stretches;
  for (double from = start; from < end;) {
    const auto next = std::upper_bound(breaks.begin(), breaks.end(), from);
    const double to = next != breaks.end() ? std::min(*next, end) : end;
    const bool at_break = next != breaks.end() && *next == to;
    stretches.push_back({from, to, at_break ? std::nextafter(to, from) : to,
                         forcing.values ? longest_step * (to - from) : 0.0});
    from = to;
  }
  return stretches;
}

}  // namespace rascade::ode
