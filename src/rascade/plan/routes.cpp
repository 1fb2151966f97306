// SPDX-License-Identifier: MIT
#include "rascade/plan/routes.hpp"

#include <algorithm>
#include <string>

#include "rascade/base/text.hpp"

namespace rascade::plan {
namespace {

using pathway::Allele;
using pathway::Cell;

bool carries(const Allele& allele, const std::string& variant)
{
  return std::find(allele.variants.begin(), allele.variants.end(), variant) != allele.variants.end();
}

bool meets(const Cell& cell, const std::string& needs)
{
  if (needs.empty()) return true;
  const std::size_t space = needs.find(' ');
  const std::string gene = needs.substr(0, space);
  return std::any_of(cell.alleles.begin(), cell.alleles.end(), [&](const Allele& allele) {
    return allele.gene == gene &&
           (space == std::string::npos || carries(allele, needs.substr(space + 1)));
  });
}

Allele* altered_allele(Cell& cell, const std::string& gene)
{
  const auto found = std::find_if(cell.alleles.begin(), cell.alleles.end(),
                                  [&](const Allele& a) { return a.gene == gene; });
  return found == cell.alleles.end() ? nullptr : &*found;
}

bool already_has(const Cell& cell, const knowledge::Route& route)
{
  return std::any_of(cell.alleles.begin(), cell.alleles.end(), [&](const Allele& a) {
    return a.gene == route.gene && carries(a, route.variant);
  });
}

bool add_new_allele(const knowledge::Knowledge& knowledge, Cell& cell, const knowledge::Route& route)
{
  const knowledge::Gene* gene = knowledge.find_gene(route.gene);
  if (gene == nullptr) return false;
  const double left = pathway::wild_type_copies(*gene, cell);
  if (left < 1) return false;
  cell.wild_type_copies[route.gene] = left - 1;
  cell.alleles.push_back({route.gene, {route.variant}, 1});
  return true;
}

bool apply(const knowledge::Knowledge& knowledge, Cell& cell, const knowledge::Route& route)
{
  if (route.kind == "new_allele") return add_new_allele(knowledge, cell, route);
  if (route.kind == "gene") {
    cell.alleles.push_back({route.gene, {route.variant}, 1});
    return true;
  }
  Allele* allele = altered_allele(cell, route.gene);
  if (allele == nullptr) return false;
  if (route.kind == "second_site") {
    allele->variants.push_back(route.variant);
    return true;
  }
  if (route.kind == "amplification") {
    allele->copies *= parse_number(route.copies).value_or(1);
    return true;
  }
  return false;
}

}  // namespace

std::optional<Cell> altered_cell(const knowledge::Knowledge& knowledge, const Cell& parent,
                                 const knowledge::Route& route)
{
  if (!meets(parent, route.needs) || already_has(parent, route)) return std::nullopt;
  Cell cell = parent;
  // The copies that are left are fixed before the new allele is counted against them.
  for (const Allele& allele : parent.alleles) {
    const knowledge::Gene* gene = knowledge.find_gene(allele.gene);
    if (gene != nullptr) cell.wild_type_copies[gene->name] = pathway::wild_type_copies(*gene, parent);
  }
  if (!apply(knowledge, cell, route)) return std::nullopt;
  return cell;
}

std::vector<CloneRoute> clone_routes(const knowledge::Knowledge& knowledge, const Cell& parent)
{
  std::vector<CloneRoute> clones;
  for (const knowledge::Route& route : knowledge.routes) {
    if (route.kind == "adaptive") continue;
    if (auto cell = altered_cell(knowledge, parent, route)) clones.push_back({&route, std::move(*cell)});
  }
  return clones;
}

}  // namespace rascade::plan
