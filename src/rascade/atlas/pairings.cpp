// SPDX-License-Identifier: MIT
#include "rascade/atlas/pairings.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>
#include <string_view>

#include "rascade/atlas/alteration_facts.hpp"
#include "rascade/atlas/cite.hpp"
#include "rascade/atlas/kinship.hpp"
#include "rascade/atlas/regulator_facts.hpp"
#include "rascade/atlas/verdict.hpp"
#include "rascade/atlas/wording.hpp"

namespace rascade::atlas {
namespace {

class PairingReader {
 public:
  PairingReader(const NameIndex& index, const knowledge::Knowledge& tables,
                const TumourQuestion& question)
      : index_(index), tables_(tables), question_(question)
  {
  }

  std::vector<Pairing> run()
  {
    for (const knowledge::Therapy& therapy : tables_.therapies) add_trials(therapy);
    for (const knowledge::Claim& claim : tables_.claims.claims) add_claim(claim);
    for (const knowledge::Regulator& regulator : tables_.regulators) add_regulator(regulator);
    for (const knowledge::Alteration& alteration : tables_.alterations) add_alteration(alteration);
    return std::move(pairings_);
  }

 private:
  /// To the nearest single therapy of the question.
  Kinship to_one(const std::string& id) const
  {
    Kinship best = Kinship::none;
    for (const std::string& asked : question_.therapies) {
      best = std::max(best, kinship(tables_, asked, id));
    }
    return best;
  }

  int fit(Kinship kinship, const std::vector<std::string>& cancers, std::string_view context) const
  {
    const auto codes = cancers.empty() ? cancers_in(index_, context) : cancers;
    return static_cast<int>(kinship) + cancer_fit(index_, question_.tumour.cancer, codes) +
           genotype_fit(index_, question_.tumour.alleles, context);
  }

  /// A partner is not what was asked, nor another of its class.
  void add(std::vector<std::string> partners, Pairing pairing)
  {
    const bool is_new = !partners.empty() &&
                        std::all_of(partners.begin(), partners.end(), [&](const std::string& id) {
                          return to_one(id) == Kinship::none;
                        });
    if (!is_new) return;
    std::sort(partners.begin(), partners.end());
    pairing.partner = fmt::format("{}", fmt::join(partners, " + "));
    pairings_.push_back(std::move(pairing));
  }

  void add_trials(const knowledge::Therapy& therapy)
  {
    const Kinship own = to_one(therapy.id);
    const auto pair_with = [&](const std::vector<std::string>& combinations, Strength strength,
                               const char* what) {
      for (const std::string& other : combinations) {
        const std::vector<std::string> parts = parts_of(other);
        const bool is_mine = own >= Kinship::kin;
        Kinship its = Kinship::none;
        for (const std::string& part : parts) its = std::max(its, to_one(part));
        if (!is_mine && its < Kinship::kin) continue;
        const std::string mine = is_mine ? therapy.id : other;
        Pairing pairing;
        pairing.strength = strength;
        pairing.fit = fit(is_mine ? own : its, therapy.cancers, "");
        pairing.reason = fmt::format("{} with {}", what, therapy_words(tables_, mine));
        pairing.context = cancer_list(tables_, therapy.cancers);
        pairing.refs = resolved(tables_, therapy.refs);
        add(is_mine ? parts : std::vector<std::string>{therapy.id}, std::move(pairing));
      }
    };
    pair_with(therapy.combinations, Strength::clinical, "in trials or approved");
    pair_with(therapy.preclinical, Strength::preclinical, "paired in models");
  }

  void add_claim(const knowledge::Claim& claim)
  {
    const std::vector<std::string> a = arm_tokens(claim.a);
    std::vector<std::string> partners, mine;
    for (const std::string& token : arm_tokens(claim.b)) {
      if (find_therapy(tables_, token) == nullptr) continue;
      const bool is_mine = to_one(token) >= Kinship::kin;
      const bool is_extra = std::find(a.begin(), a.end(), token) == a.end();
      if (is_mine) mine.push_back(token);
      if (!is_mine && is_extra) partners.push_back(token);
    }
    const Kinship match =
        kinship(tables_, question_.therapies, fmt::format("{}", fmt::join(mine, "+")));
    if (match < Kinship::kin) return;
    const ClaimWords words = claim_words(tables_, claim);
    Pairing pairing;
    pairing.strength = strength_of(claim);
    pairing.fit = fit(match, {}, claim.context);
    const std::optional<Verdict> verdict = verdict_of(tables_, claim);
    pairing.is_against = verdict && *verdict != Verdict::better;
    pairing.reason = fmt::format("{} {}", claim.readout, words.direction);
    pairing.context = claim.context;
    pairing.refs = resolved(tables_, claim.refs);
    add(partners, std::move(pairing));
  }

  void add_regulator(const knowledge::Regulator& regulator)
  {
    const Kinship answers = nearest_kinship(tables_, question_.therapies, regulator.agents);
    if (answers < Kinship::kin || regulator.role == "contra") return;
    for (const std::string& counter : regulator.counter) {
      Pairing pairing;
      pairing.strength = strength_of(index_, tables_, regulator);
      pairing.fit = fit(answers, regulator.cancers, "");
      pairing.reason = "counters " + regulator.name;
      pairing.context = cancer_list(tables_, regulator.cancers);
      pairing.refs = resolved(tables_, regulator.refs);
      add(parts_of(counter), std::move(pairing));
    }
  }

  void add_alteration(const knowledge::Alteration& row)
  {
    const Kinship resists = nearest_kinship(tables_, question_.therapies, row.resists);
    for (const std::string& active : row.sensitive) {
      std::vector<std::string> partners, mine;
      for (const std::string& id : parts_of(active)) {
        (to_one(id) >= Kinship::kin ? mine : partners).push_back(id);
      }
      if (mine.empty() && resists < Kinship::kin) continue;
      Kinship match = resists;
      for (const std::string& id : mine) match = std::max(match, to_one(id));
      Pairing pairing;
      pairing.strength = strength_of(row.evidence);
      pairing.fit = fit(match, row.cancers, row.context);
      pairing.reason =
          fmt::format("{} {}", mine.empty() ? "stays active against" : "together active against",
                      alteration_words(row));
      pairing.context = context_words(tables_, row);
      pairing.refs = resolved(tables_, row.refs);
      add(std::move(partners), std::move(pairing));
    }
  }

  const NameIndex& index_;
  const knowledge::Knowledge& tables_;
  const TumourQuestion& question_;
  std::vector<Pairing> pairings_;
};

}  // namespace

std::vector<Pairing> find_pairings(const NameIndex& index, const knowledge::Knowledge& tables,
                                   const TumourQuestion& question)
{
  return PairingReader(index, tables, question).run();
}

}  // namespace rascade::atlas
