// SPDX-License-Identifier: MIT
#include "rascade/tumour/clone_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cstddef>

#include "rascade/base/text.hpp"

namespace rascade::tumour {

std::string population_table(const TumourCourse& course, std::span<const Clone> clones)
{
  assert(course.active.size() == course.time_d.size() * clones.size());
  std::string table = "Generation\tIdentity\tPopulation\n";
  for (std::size_t t = 0; t < course.time_d.size(); ++t) {
    for (std::size_t i = 0; i < clones.size(); ++i) {
      const std::size_t at = t * clones.size() + i;
      table += fmt::format("{}\t{}\t{}\n", format_number(course.time_d[t]), clones[i].name,
                           format_number(course.active[at] + course.quiescent[at]));
    }
  }
  return table;
}

std::string adjacency_table(std::span<const Clone> clones)
{
  std::string table = "Parent\tIdentity\n";
  for (std::size_t i = 1; i < clones.size(); ++i) {
    const std::size_t parent = static_cast<std::size_t>(std::max(0, clones[i].parent));
    table += fmt::format("{}\t{}\n", clones[parent].name, clones[i].name);
  }
  return table;
}

}  // namespace rascade::tumour
