// SPDX-License-Identifier: MIT
#include "rascade/atlas/strength.hpp"

#include "rascade/atlas/names.hpp"

namespace rascade::atlas {

std::string_view to_string(Strength strength)
{
  if (strength == Strength::clinical) return "clinical";
  return strength == Strength::preclinical ? "preclinical" : "proposed";
}

Strength strength_of(std::string_view evidence)
{
  if (mentions(evidence, "clinical") || mentions(evidence, "trial")) return Strength::clinical;
  const bool is_thought = mentions(evidence, "hypothesis") || mentions(evidence, "proposed") ||
                          mentions(evidence, "general statement");
  return is_thought || evidence.empty() ? Strength::proposed : Strength::preclinical;
}

Strength strength_of(const knowledge::Claim& claim)
{
  if (claim.basis == "proposed") return Strength::proposed;
  return claim.level == "clinical" ? Strength::clinical : Strength::preclinical;
}

}  // namespace rascade::atlas
