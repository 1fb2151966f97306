// SPDX-License-Identifier: MIT
#include "rascade/claims/output.hpp"

#include <algorithm>
#include <limits>

#include "rascade/base/text.hpp"
#include "rascade/pathway/recipe.hpp"

namespace rascade::claims {
namespace {

std::vector<std::string> summands(std::string_view text)
{
  std::vector<std::string> names;
  for (const std::string_view name : split(text, '+')) {
    if (!trim(name).empty()) names.emplace_back(trim(name));
  }
  return names;
}

bool has_gene(const pathway::Instance& instance, const knowledge::Gene& gene)
{
  return std::any_of(instance.shares.begin(), instance.shares.end(),
                     [&](const pathway::Instance::Share& s) { return s.gene->name == gene.name; });
}

/// The last altered instance of the gene, else its wild-type pool, else nothing.
std::string instance_of(const std::vector<pathway::Instance>& instances, const knowledge::Gene& gene)
{
  std::string name;
  for (const pathway::Instance& instance : instances) {
    if (has_gene(instance, gene)) name = instance.name;
  }
  return name;
}

}  // namespace

double Output::value(const std::function<double(const std::string&)>& of) const
{
  double above = 0, below = 0;
  for (const std::string& name : numerator) above += of(name);
  if (denominator.empty()) return above;
  for (const std::string& name : denominator) below += of(name);
  return below != 0 ? above / below : std::numeric_limits<double>::quiet_NaN();
}

std::vector<std::string> Output::names() const
{
  std::vector<std::string> names = numerator;
  names.insert(names.end(), denominator.begin(), denominator.end());
  return names;
}

Output parse_output(std::string_view text)
{
  const std::size_t slash = text.find('/');
  Output output{summands(text.substr(0, slash)), {}};
  if (slash != std::string_view::npos) output.denominator = summands(text.substr(slash + 1));
  return output;
}

std::string fill_slots(std::string name, const knowledge::Knowledge& knowledge,
                       const pathway::Cell& cell)
{
  if (name.find('<') == std::string::npos) return name;
  // Wild-type pools come first, altered instances in the order of the cell.
  const std::vector<pathway::Instance> instances = pathway::make_instances(knowledge, cell);
  for (const knowledge::Gene& gene : knowledge.genes) {
    const std::string slot = "<" + gene.name + ">";
    if (name.find(slot) == std::string::npos) continue;
    const std::string instance = instance_of(instances, gene);
    if (!instance.empty()) name = pathway::replace_all(std::move(name), slot, instance);
  }
  if (!instances.empty() && !instances.back().variants.empty()) {
    name = pathway::replace_all(std::move(name), "<allele>", instances.back().name);
  }
  return name;
}

}  // namespace rascade::claims
