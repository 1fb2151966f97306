// SPDX-License-Identifier: MIT
#include "rascade/claims/arm.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "rascade/base/text.hpp"

namespace rascade::claims {

std::string Arm::model_key() const
{
  std::string key = cell.cancer;
  for (const pathway::Allele& a : cell.alleles) {
    key += fmt::format("|{} {} x{}", a.gene, fmt::join(a.variants, "+"), format_number(a.copies));
  }
  for (const auto& [gene, copies] : cell.wild_type_copies) {
    key += fmt::format("|{}={}", gene, format_number(copies));
  }
  for (const auto& [parameter, level] : cell.levels) key += fmt::format("|{} {}", parameter, level);
  key += "|drugs";
  for (const knowledge::Drug* drug : drugs) key += "," + drug->name;
  return key;
}

std::string Arm::key() const
{
  std::string key = model_key() + (acute ? "|acute" : "|tweaks");
  for (const Tweak& t : tweaks) {
    key += fmt::format(",{}:{}:{}:{}:{}..{}", static_cast<int>(t.kind), t.target,
                       static_cast<int>(t.change), format_number(t.amount->value),
                       format_number(t.amount->low), format_number(t.amount->high));
  }
  return key;
}

}  // namespace rascade::claims
