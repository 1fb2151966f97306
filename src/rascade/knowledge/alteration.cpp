// SPDX-License-Identifier: MIT
#include "rascade/knowledge/alteration.hpp"

namespace rascade::knowledge {

std::vector<std::string> variants_of(const Knowledge& knowledge, const std::string& gene)
{
  std::vector<std::string> names;
  for (const Variant& v : knowledge.variants) {
    if (v.gene == gene) names.push_back(v.name);
  }
  return names;
}

void check_alteration(Table& table, const Row& row, std::string_view column,
                      const Knowledge& knowledge)
{
  const std::string& written = table.name(row, column);
  const std::size_t space = written.find(' ');
  const std::string gene = written.substr(0, space);
  table.check_known(row, column, "gene", gene, names_of(knowledge.genes, &Gene::name));
  if (space == std::string::npos) return;
  table.check_known(row, column, "variant of " + gene, written.substr(space + 1),
                    variants_of(knowledge, gene));
}

}  // namespace rascade::knowledge
