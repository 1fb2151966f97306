// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "rascade/atlas/alteration_facts.hpp"
#include "rascade/atlas/kinship.hpp"
#include "rascade/atlas/questions.hpp"
#include "rascade/atlas/rank.hpp"
#include "rascade/atlas/regulator_facts.hpp"
#include "rascade/atlas/statements.hpp"
#include "rascade/atlas/tumour_question.hpp"
#include "rascade/atlas/wording.hpp"

namespace rascade::atlas {
namespace {

enum class Kind { on_target, off_target, modifier, regulator, feedback };

constexpr std::array<const char*, 5> kind_titles{
    "Changes of the target", "Changes elsewhere in the pathway or beside it",
    "Changes that modify the response", "Adaptive regulators",
    "Adaptive feedback under the therapy"};

struct Route {
  Kind kind;
  Weight weight;
  Fact fact;
};

/// The part of the tables' claims that speaks of restraint lost under a drug.
constexpr const char* feedback_part = "feedback";

class EscapeReader {
 public:
  EscapeReader(const NameIndex& index, const knowledge::Knowledge& tables, TumourQuestion question)
      : index_(index), tables_(tables), question_(std::move(question))
  {
  }

  Answer run()
  {
    add_alterations();
    add_regulators();
    add_feedback();
    std::stable_sort(routes_.begin(), routes_.end(),
                     [](const Route& a, const Route& b) { return a.weight > b.weight; });
    Answer answer;
    const std::string therapy = fmt::format("{}", fmt::join(question_.therapies, " + "));
    const std::string tumour = describe(tables_, question_.tumour);
    answer.question = fmt::format("escape '{} @ {}'", therapy, tumour);
    answer.title = fmt::format("Escape from {} in {}", therapy_words(tables_, therapy), tumour);
    add_line(answer, {"Rule", ranking_rule});
    add_line(answer, {"Fit", own_context()});
    for (std::size_t kind = 0; kind < kind_titles.size(); ++kind) {
      add_section(answer, section(static_cast<Kind>(kind)));
    }
    if (routes_.empty())
      add_line(answer, {"Found", "no escape route is described; no source is given"});
    return answer;
  }

 private:
  Kinship to(const std::vector<std::string>& combinations) const
  {
    return nearest_kinship(tables_, question_.therapies, combinations);
  }

  int fit(Kinship kinship, const std::vector<std::string>& cancers, std::string_view context) const
  {
    const auto codes = cancers.empty() ? cancers_in(index_, context) : cancers;
    return static_cast<int>(kinship) + cancer_fit(index_, question_.tumour.cancer, codes) +
           genotype_fit(index_, question_.tumour.alleles, context);
  }

  /// Not a way out: the change that the tumour has from the start.
  bool is_carried(const knowledge::Alteration& row) const
  {
    return std::any_of(question_.tumour.alleles.begin(), question_.tumour.alleles.end(),
                       [&](const Tumour::Allele& allele) {
                         return !allele.variant.empty() && row.genes.size() == 1 &&
                                row.genes.front() == allele.gene &&
                                plain(row.variant) == plain(allele.variant);
                       });
  }

  static Kind kind_of(const knowledge::Alteration& row)
  {
    if (row.category.starts_with("on-target")) return Kind::on_target;
    return row.category.starts_with("off-target") ? Kind::off_target : Kind::modifier;
  }

  void add_alterations()
  {
    for (const knowledge::Alteration& row : tables_.alterations) {
      const Kinship resists = to(row.resists);
      const bool is_spared = to(row.sensitive) >= Kinship::kin && resists < Kinship::kin;
      if (resists == Kinship::none || is_spared || is_carried(row)) continue;
      Route route{kind_of(row), {}, fact_of(tables_, row)};
      route.weight = {strength_of(row.evidence), fit(resists, row.cancers, row.context),
                      route.fact.refs.size()};
      add(std::move(route));
    }
    for (const knowledge::Alteration& row : tables_.alterations) {
      if (to(row.sensitive) < Kinship::kin || to(row.resists) >= Kinship::kin) continue;
      for (Route& route : routes_) {
        if (route.fact.title != alteration_words(row)) continue;
        const Fact fact = fact_of(tables_, row);
        const std::string said = fact.counter.empty() ? fact.direction : fact.counter;
        merge(route.fact.against, {fmt::format("{} ({}, {})", said, fact.context, fact.evidence)});
        merge(route.fact.refs, fact.refs);
      }
    }
  }

  /// Rows on one change are one route: the best row speaks, the sources of all count.
  void add(Route route)
  {
    const auto same = std::find_if(routes_.begin(), routes_.end(), [&](const Route& other) {
      return other.kind == route.kind && other.fact.title == route.fact.title;
    });
    if (same == routes_.end()) {
      routes_.push_back(std::move(route));
      return;
    }
    if (route.weight > same->weight) std::swap(route, *same);
    merge(same->fact.refs, route.fact.refs);
    merge(same->fact.against, route.fact.against);
    same->weight.sources = same->fact.refs.size();
  }

  void add_regulators()
  {
    for (const knowledge::Regulator& row : tables_.regulators) {
      const Kinship answers = to(row.agents);
      // A therapy that works against resistance is no way out of it.
      const bool is_therapy = row.role == "contra" && index_.therapy(row.id) != nullptr;
      if (answers == Kinship::none || is_therapy) continue;
      Route route{Kind::regulator, {}, fact_of(index_, tables_, row)};
      route.weight = {strength_of(index_, tables_, row), fit(answers, row.cancers, ""),
                      route.fact.refs.size()};
      if (row.role == "contra") route.fact.title = "loss of " + route.fact.title;
      routes_.push_back(std::move(route));
    }
  }

  /// What rises under the therapy alone.
  void add_feedback()
  {
    for (const knowledge::Claim& claim : tables_.claims.claims) {
      const bool is_rise = claim.expected.starts_with("b>") && arm_tokens(claim.a).empty();
      const Kinship under = kinship(tables_, question_.therapies, claim.b);
      const bool is_feedback =
          std::find(claim.parts.begin(), claim.parts.end(), feedback_part) != claim.parts.end();
      if (!is_rise || !is_feedback || under < Kinship::kin) continue;
      Route route{Kind::feedback, {}, fact_of(tables_, claim)};
      route.fact.title = claim.readout;
      route.fact.direction.clear();
      route.fact.text = "rises under " + arm_words(tables_, arm_tokens(claim.b));
      route.weight = {strength_of(claim), fit(under, {}, claim.context), route.fact.refs.size()};
      routes_.push_back(std::move(route));
    }
  }

  Section section(Kind kind) const
  {
    Section section{kind_titles[static_cast<std::size_t>(kind)], {}};
    for (std::size_t i = 0; i < routes_.size(); ++i) {
      if (routes_[i].kind != kind) continue;
      Fact fact = routes_[i].fact;
      fact.rank = i + 1;
      fact.evidence = describe(routes_[i].weight) + "; " + fact.evidence;
      section.facts.push_back(std::move(fact));
    }
    return section;
  }

  /// How much of this was seen in this very setting.
  std::string own_context() const
  {
    if (routes_.empty()) return {};
    const auto full = std::count_if(routes_.begin(), routes_.end(), [](const Route& route) {
      return route.weight.fit == best_fit;
    });
    return fmt::format(
        "{} of {} routes were described for this therapy, cancer and genotype; the "
        "others come from related settings",
        full, routes_.size());
  }

  const NameIndex& index_;
  const knowledge::Knowledge& tables_;
  TumourQuestion question_;
  std::vector<Route> routes_;
};

}  // namespace

Checked<Answer> answer_escape(const NameIndex& index, const knowledge::Knowledge& tables,
                              const std::string& text)
{
  Checked<TumourQuestion> question = parse_tumour_question(index, text);
  if (!question) return question.diagnostics();
  return EscapeReader(index, tables, *std::move(question)).run();
}

}  // namespace rascade::atlas
