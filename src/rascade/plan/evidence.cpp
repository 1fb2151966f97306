// SPDX-License-Identifier: MIT
#include "rascade/plan/evidence.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>

#include "rascade/base/text.hpp"

namespace rascade::plan {
namespace {

using knowledge::Claim;
using knowledge::Drug;
using knowledge::Knowledge;
using Names = std::set<std::string>;

Names tokens_of(std::string_view perturbation)
{
  Names tokens;
  for (const std::string_view token : split(perturbation, '+')) {
    tokens.insert(std::string(trim(token)));
  }
  for (const char* const nothing : {"", "-", "none", "vehicle"}) tokens.erase(nothing);
  return tokens;
}

template <class T, class F>
auto find_by(const std::vector<T>& all, F T::*name, const F& wanted)
{
  return std::find_if(all.begin(), all.end(), [&](const T& one) { return one.*name == wanted; });
}

/// Ids of the therapies that stand for any of the drugs.
Names therapies_of(const Knowledge& knowledge, const std::vector<const Drug*>& drugs)
{
  Names ids;
  for (const knowledge::Therapy& therapy : knowledge.therapies) {
    const bool is_one = std::any_of(drugs.begin(), drugs.end(), [&](const Drug* drug) {
      return therapy.drug == drug->name;
    });
    if (is_one) ids.insert(therapy.id);
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

enum class Verdict { better, same, worse };

/// What the claim says of its second arm for the patient; nothing if it does not say.
std::optional<Verdict> verdict_of(const Knowledge& knowledge, const Claim& claim)
{
  if (claim.expected == "synergy") return Verdict::better;
  if (claim.expected == "b~a") return Verdict::same;
  const auto readout = find_by(knowledge.claims.readouts, &knowledge::Readout::name, claim.readout);
  if (readout == knowledge.claims.readouts.end() || readout->benefit.empty()) return std::nullopt;
  const bool is_up = claim.expected == "b>a" || claim.expected == "b>>a";
  const bool is_down = claim.expected == "b<a" || claim.expected == "b<<a" || claim.expected == "b=0";
  if (!is_up && !is_down) return std::nullopt;
  return is_up == (readout->benefit == "up") ? Verdict::better : Verdict::worse;
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
    const std::optional<Verdict> verdict = verdict_of(knowledge, claim);
    if (direction == 0 || !verdict) continue;
    found.push_back({&claim, *verdict == (direction > 0 ? Verdict::worse : Verdict::better)});
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
    const std::optional<Verdict> verdict = verdict_of(knowledge, claim);
    if (verdict) found.push_back({&claim, *verdict == Verdict::better});
  }
  return found;
}

}  // namespace rascade::plan
