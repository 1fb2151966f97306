// SPDX-License-Identifier: MIT
#include "rascade/knowledge/settable.hpp"

namespace rascade::knowledge {

std::map<std::string, std::string> settable_units(const Knowledge& knowledge)
{
  std::map<std::string, std::string> units;
  for (const Parameter& p : knowledge.parameters) units.emplace(p.name, p.quantity.unit);
  for (const Gene& g : knowledge.genes) {
    units.emplace("copies_<" + g.family + ">", g.abundance_per_copy.unit);
  }
  for (const Drug& d : knowledge.drugs) {
    for (const auto& [name, quantity] : d.parameters) {
      units.emplace(name + "_<drug>", quantity.unit);
    }
  }
  return units;
}

std::vector<std::string> settable_names(const Knowledge& knowledge)
{
  std::vector<std::string> names;
  for (const auto& [name, unit] : settable_units(knowledge)) names.push_back(name);
  return names;
}

}  // namespace rascade::knowledge
