// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "rascade/atlas/kinship.hpp"
#include "rascade/atlas/pairings.hpp"
#include "rascade/atlas/questions.hpp"
#include "rascade/atlas/wording.hpp"

namespace rascade::atlas {
namespace {

/// A partner with all that speaks for and against it.
struct Partner {
  std::string id;
  std::vector<const Pairing*> reasons;  // the best first
  std::vector<const Pairing*> doubts;
  std::vector<std::string> refs;
  Weight weight;
};

std::vector<Partner> group(const std::vector<Pairing>& pairings)
{
  std::vector<Partner> partners;
  for (const Pairing& pairing : pairings) {
    auto partner = std::find_if(partners.begin(), partners.end(),
                                [&](const Partner& p) { return p.id == pairing.partner; });
    if (partner == partners.end()) {
      partners.push_back({pairing.partner, {}, {}, {}, {}});
      partner = partners.end() - 1;
    }
    (pairing.is_against ? partner->doubts : partner->reasons).push_back(&pairing);
  }
  for (Partner& partner : partners) {
    std::stable_sort(partner.reasons.begin(), partner.reasons.end(),
                     [](const Pairing* a, const Pairing* b) {
                       return Weight{a->strength, a->fit, 0} > Weight{b->strength, b->fit, 0};
                     });
    for (const Pairing* reason : partner.reasons) merge(partner.refs, reason->refs);
    if (!partner.reasons.empty()) {
      const Pairing& best = *partner.reasons.front();
      partner.weight = {best.strength, best.fit, partner.refs.size()};
    }
    for (const Pairing* doubt : partner.doubts) merge(partner.refs, doubt->refs);
  }
  return partners;
}

Fact partner_fact(const knowledge::Knowledge& tables, const Partner& partner, std::size_t rank)
{
  Fact fact;
  fact.id = partner.id;
  fact.rank = rank;
  fact.title = "+ " + therapy_words(tables, partner.id);
  std::vector<std::string> reasons, contexts;
  for (const Pairing* reason : partner.reasons) {
    merge(reasons, {reason->reason});
    if (!reason->context.empty()) merge(contexts, {reason->context});
  }
  fact.text = fmt::format("{}", fmt::join(reasons, "; "));
  fact.context = fmt::format("{}", fmt::join(contexts, " | "));
  fact.evidence = fmt::format("{}; {} for, {} against", describe(partner.weight),
                              partner.reasons.size(), partner.doubts.size());
  for (const Pairing* doubt : partner.doubts) {
    fact.against.push_back(
        fmt::format("{} ({}; {})", doubt->reason, doubt->context, to_string(doubt->strength)));
  }
  fact.refs = partner.refs;
  return fact;
}

Answer answer(const NameIndex& index, const knowledge::Knowledge& tables,
              const TumourQuestion& question)
{
  const std::string therapy = fmt::format("{}", fmt::join(question.therapies, " + "));
  const std::string tumour = describe(tables, question.tumour);
  Answer result;
  result.question = fmt::format("combine '{} @ {}'", therapy, tumour);
  result.title = fmt::format("Partners for {} in {}", therapy_words(tables, therapy), tumour);
  const std::vector<Pairing> pairings = find_pairings(index, tables, question);
  std::vector<Partner> partners = group(pairings);
  std::stable_sort(partners.begin(), partners.end(), [](const Partner& a, const Partner& b) {
    if (a.reasons.empty() != b.reasons.empty()) return b.reasons.empty();
    return a.weight > b.weight;
  });
  std::array<Section, 4> sections{{{"Given or tested in patients", {}},
                                   {"Supported by models", {}},
                                   {"Only proposed", {}},
                                   {"Only statements against", {}}}};
  for (std::size_t i = 0; i < partners.size(); ++i) {
    const auto from_best = static_cast<std::size_t>(Strength::clinical) -
                           static_cast<std::size_t>(partners[i].weight.strength);
    Section& section = sections[partners[i].reasons.empty() ? 3 : from_best];
    section.facts.push_back(partner_fact(tables, partners[i], i + 1));
  }
  add_line(result, {"Rule", ranking_rule});
  if (partners.empty()) add_line(result, {"Found", "no partner is described; no source is given"});
  for (Section& section : sections) add_section(result, std::move(section));
  return result;
}

}  // namespace

Checked<Answer> answer_combine(const NameIndex& index, const knowledge::Knowledge& tables,
                               const std::string& text)
{
  const Checked<TumourQuestion> question = parse_tumour_question(index, text);
  if (!question) return question.diagnostics();
  return answer(index, tables, *question);
}

}  // namespace rascade::atlas
