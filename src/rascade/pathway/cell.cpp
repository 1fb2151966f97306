// SPDX-License-Identifier: MIT
#include "rascade/pathway/cell.hpp"

#include <algorithm>
#include <cassert>
#include <cctype>

namespace rascade::pathway {
namespace {

bool has_instances(const knowledge::Gene& gene) { return gene.family != "-"; }

void add_to_pool(std::vector<Instance>& instances, const knowledge::Gene& gene, double copies)
{
  const auto pool = std::find_if(instances.begin(), instances.end(), [&](const Instance& i) {
    return i.variants.empty() && i.name == gene.pool;
  });
  if (pool != instances.end()) {
    pool->shares.push_back({&gene, copies});
  } else {
    instances.push_back({gene.pool, gene.family, {{&gene, copies}}, {}});
  }
}

Instance mutant_instance(const knowledge::Knowledge& knowledge, const knowledge::Gene& gene,
                         const Allele& allele)
{
  Instance instance{identifier(gene.name), gene.family, {{&gene, allele.copies}}, {}};
  for (const std::string& name : allele.variants) {
    const knowledge::Variant* variant = knowledge.find_variant(gene.name, name);
    assert(variant != nullptr);
    instance.name += "_" + identifier(variant->name);
    instance.variants.push_back(variant);
  }
  return instance;
}

}  // namespace

std::string identifier(std::string_view name)
{
  std::string result(name);
  for (char& c : result) {
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
  }
  if (result.empty() || std::isdigit(static_cast<unsigned char>(result[0])) != 0) result.insert(0, "_");
  return result;
}

double wild_type_copies(const knowledge::Gene& gene, const Cell& cell)
{
  const auto stated = cell.wild_type_copies.find(gene.name);
  if (stated != cell.wild_type_copies.end()) return stated->second;
  const bool altered = std::any_of(cell.alleles.begin(), cell.alleles.end(),
                                   [&](const Allele& a) { return a.gene == gene.name; });
  return altered ? std::max(0.0, gene.copies - 1) : gene.copies;
}

std::vector<Instance> make_instances(const knowledge::Knowledge& knowledge, const Cell& cell)
{
  std::vector<Instance> instances;
  for (const knowledge::Gene& gene : knowledge.genes) {
    if (!has_instances(gene)) continue;
    const double copies = wild_type_copies(gene, cell);
    if (copies > 0) add_to_pool(instances, gene, copies);
  }
  for (const Allele& allele : cell.alleles) {
    const knowledge::Gene* gene = knowledge.find_gene(allele.gene);
    assert(gene != nullptr);
    if (has_instances(*gene) && allele.copies > 0) {
      instances.push_back(mutant_instance(knowledge, *gene, allele));
    }
  }
  return instances;
}

}  // namespace rascade::pathway
