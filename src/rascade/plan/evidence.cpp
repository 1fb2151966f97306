// SPDX-License-Identifier: MIT
#include "rascade/plan/evidence.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <string_view>

#include "rascade/atlas/kinship.hpp"
#include "rascade/atlas/verdict.hpp"
#include "rascade/atlas/wording.hpp"

namespace rascade::plan {
namespace {

using knowledge::Claim;
using knowledge::Drug;
using knowledge::Knowledge;
using Names = std::set<std::string>;

Names tokens_of(std::string_view perturbation)
{
  const std::vector<std::string> tokens = atlas::arm_tokens(perturbation);
  return {tokens.begin(), tokens.end()};
}

template <class T, class F>
auto find_by(const std::vector<T>& all, F T::*name, const F& wanted)
{
  return std::find_if(all.begin(), all.end(), [&](const T& one) { return one.*name == wanted; });
}

/// Ids of the drugs' own rows, of their classes and of the agents of these.
Names therapies_of(const Knowledge& knowledge, const std::vector<const Drug*>& drugs)
{
  Names ids;
  for (const Drug* drug : drugs) {
    const auto own = std::find_if(
        knowledge.therapies.begin(), knowledge.therapies.end(),
        [drug](const knowledge::Therapy& t) { return t.drug == drug->name && t.kind == "agent"; });
    if (own == knowledge.therapies.end()) continue;
    for (const knowledge::Therapy& therapy : knowledge.therapies) {
      if (atlas::kinship(knowledge, own->id, therapy.id) >= atlas::Kinship::kin) {
        ids.insert(therapy.id);
      }
    }
  }
  return ids;
}

Names minus(const Names& from, const Names& what)
{
  Names rest;
  std::set_difference(from.begin(), from.end(), what.begin(), what.end(),
                      std::inserter(rest, rest.end()));
  return rest;
}

bool meet(const Names& a, const Names& b)
{
  return std::any_of(a.begin(), a.end(), [&](const std::string& name) { return b.contains(name); });
}

/// Whether an alteration's token is the route's change of genes.
bool is_alteration_of(const Knowledge& knowledge, const std::string& token, const knowledge::Route& route)
{
  const std::string target = route.variant.empty() ? route.gene : route.gene + " " + route.variant;
  for (const knowledge::Perturbation& p : knowledge.claims.perturbations) {
    if (p.token == token && p.target == target) return true;
  }
  const std::string id = token.substr(token.find(':') + 1);
  const auto alteration = find_by(knowledge.alterations, &knowledge::Alteration::id, id);
  return alteration != knowledge.alterations.end() && alteration->effect == target;
}

/// What is added is the route itself (+1), its opposite (-1), or something else (0).
int direction_of(const Knowledge& knowledge, const std::string& token, const knowledge::Route& route)
{
  const std::size_t colon = token.find(':');
  if (colon == std::string::npos) return 0;
  const std::string kind = token.substr(0, colon);
  if (kind == "mut") return is_alteration_of(knowledge, token, route) ? 1 : 0;
  const knowledge::Switch* off = knowledge.find_switch(route.variant);
  if (route.kind != "adaptive" || off == nullptr) return 0;
  const std::string node = token.substr(colon + 1);
  if (std::find(off->nodes.begin(), off->nodes.end(), node) == off->nodes.end()) return 0;
  return kind == "ko" ? -1 : 1;
}

struct Addition {
  Names common, added;
};

/// What the second arm adds to the first; nothing if it also leaves something out.
std::optional<Addition> addition_of(const Claim& claim)
{
  const Names a = tokens_of(claim.a), b = tokens_of(claim.b);
  if (!minus(a, b).empty()) return std::nullopt;
  return Addition{a, minus(b, a)};
}

}  // namespace

std::vector<Evidence> evidence_on_route(const Knowledge& knowledge,
                                        const std::vector<const Drug*>& base,
                                        const knowledge::Route& route)
{
  const Names treatment = therapies_of(knowledge, base);
  std::vector<Evidence> found;
  for (const Claim& claim : knowledge.claims.claims) {
    const std::optional<Addition> addition = addition_of(claim);
    if (!addition || addition->added.size() != 1 || !meet(addition->common, treatment)) continue;
    const int direction = direction_of(knowledge, *addition->added.begin(), route);
    const std::optional<atlas::Verdict> verdict = atlas::verdict_of(knowledge, claim);
    if (direction == 0 || !verdict) continue;
    found.push_back({&claim, *verdict == (direction > 0 ? atlas::Verdict::worse : atlas::Verdict::better)});
  }
  return found;
}

std::vector<Evidence> evidence_on_arm(const Knowledge& knowledge,
                                      const std::vector<const Drug*>& base,
                                      const std::vector<const Drug*>& arm)
{
  std::vector<const Drug*> partners;
  for (const Drug* drug : arm) {
    if (std::find(base.begin(), base.end(), drug) == base.end()) partners.push_back(drug);
  }
  const Names treatment = therapies_of(knowledge, base), others = therapies_of(knowledge, partners);
  std::vector<Evidence> found;
  for (const Claim& claim : knowledge.claims.claims) {
    const Names a = tokens_of(claim.a), b = tokens_of(claim.b);
    const Names added = minus(minus(b, a), treatment);
    if (!meet(b, treatment) || added.empty() || !minus(added, others).empty()) continue;
    if (!minus(minus(a, b), treatment).empty()) continue;
    const std::optional<atlas::Verdict> verdict = atlas::verdict_of(knowledge, claim);
    if (verdict) found.push_back({&claim, *verdict == atlas::Verdict::better});
  }
  return found;
}

}  // namespace rascade::plan
