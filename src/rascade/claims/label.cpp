// SPDX-License-Identifier: MIT
#include "rascade/claims/label.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "rascade/claims/contrasts.hpp"
#include "rascade/claims/influence.hpp"
#include "rascade/claims/neutralise.hpp"
#include "rascade/ensemble/run_members.hpp"

namespace rascade::claims {
namespace {

constexpr std::size_t encoded_within = 2;  // edges
constexpr double cohort_hours = 72;        // at which a cohort's cells are looked at

using Kind = Relation::Kind;

std::size_t num_variants(const pathway::Cell& cell)
{
  std::size_t n = 0;
  for (const pathway::Allele& allele : cell.alleles) n += allele.variants.size();
  return n;
}

bool gives_all_of(const Arm& arm, const Arm& other)
{
  return std::all_of(other.drugs.begin(), other.drugs.end(), [&](const knowledge::Drug* drug) {
    return std::find(arm.drugs.begin(), arm.drugs.end(), drug) != arm.drugs.end();
  });
}

/// In whose model the step is to be seen: the one that has what the other lacks; both if each lacks
/// something of the other's.
struct Views {
  bool of_to = true, of_from = false;
};

Views views_of(const Arm& to, const Arm& from)
{
  const bool to_has_all = gives_all_of(to, from), from_has_all = gives_all_of(from, to);
  if (!to_has_all && !from_has_all) return {true, true};
  if (!to_has_all) return {false, true};
  if (!from_has_all) return {true, false};
  const bool from_is_richer = num_variants(from.cell) > num_variants(to.cell);
  return {!from_is_richer, from_is_richer};
}

class Labeller {
 public:
  Labeller(const Bench& bench, const Evaluation& evaluation, std::size_t claim)
      : bench_(bench), e_(evaluation), scenario_(*evaluation.resolutions[claim].scenario)
  {}

  Label run()
  {
    if (is_input()) return {"input", "the read-out is a table's value or one that was fitted"};
    try {
      for (const CellScenario& cell : scenario_.cells) {
        for (const Contrast& contrast : contrasts_of(scenario_, cell)) follow(contrast);
      }
    } catch (const simulate::IntegrationFailed&) {
      return {"", "the states of an arm cannot be found"};
    }
    if (!encoded_.empty()) return {"encoded", encoded_};
    const std::string own = rests_on_own_source();
    if (!own.empty()) return {"encoded", own};
    if (emergent_.empty() && is_decided_by_signs()) {
      return {"entailed", "every path has the expected sign"};
    }
    return {"emergent", emergent_.empty() ? "no sign decides the relation" : emergent_};
  }

 private:
  bool is_decided_by_signs() const
  {
    const Kind kind = scenario_.relation.kind;
    return kind == Kind::steps || kind == Kind::present || kind == Kind::absent;
  }

  bool is_input() const
  {
    const knowledge::Readout& readout = *scenario_.readout;
    if (readout.kind == "table" || readout.kind == "rate") return true;
    if (readout.kind == "trial") return is_fitted_trial();
    const bool is_number =
        scenario_.relation.kind == Kind::number || scenario_.relation.kind == Kind::frequency;
    const auto& baselines = bench_.knowledge().baselines;
    return is_number && std::any_of(baselines.begin(), baselines.end(), [&](const auto& b) {
             return readout.output == b.numerator + "/" + b.denominator;
           });
  }

  /// All arms that are compared were fitted to.
  bool is_fitted_trial() const
  {
    return std::all_of(scenario_.cells.begin(), scenario_.cells.end(), [&](const CellScenario& cell) {
      return std::all_of(cell.roles.begin(), cell.roles.end(), [&](const auto& role) {
        const auto found = e_.cohorts.find(role.second.arm.key());
        return found != e_.cohorts.end() && found->second.is_fitted;
      });
    });
  }

  void follow(const Contrast& contrast)
  {
    const Views views = views_of(*contrast.to, *contrast.from);
    if (views.of_to) ask(*contrast.to, *contrast.from, contrast.expected);
    if (views.of_from) ask(*contrast.from, *contrast.to, -contrast.expected);
  }

  void ask(const Arm& with, const Arm& without, int expected)
  {
    const Output output = filled_output(output_of(*scenario_.readout), bench_.knowledge(), with);
    const double hours = scenario_.readout->kind == "trial" ? cohort_hours : scenario_.hours;
    const Influence influence = influence_of(bench_, with, without, output, hours);
    const PathQuestion question = influence.question();
    const auto length = shortest_path(question);
    if (!length) {
      // No difference rests on no path. A difference without one is of the network itself, such as a
      // bond that a variant takes away: it was put in by hand.
      if (expected != 0) encoded_ = "the change is of the network itself, not along a path in it";
      return;
    }
    if (*length <= encoded_within) {
      encoded_ = fmt::format("{} edge{} from the change to the read-out", *length, *length == 1 ? "" : "s");
    }
    if (expected == 0) {
      emergent_ = fmt::format("a path of {} edges, and no sign decides the relation", *length);
      return;
    }
    const PathSigns signs = signs_of_paths(question, expected);
    if (signs == PathSigns::some_other) emergent_ = "paths of both signs";
    if (signs == PathSigns::unknown) emergent_ = "the search for a path of the other sign was cut off";
  }

  /// The first quantity of the claim's own sources without which the claim does not hold.
  std::string rests_on_own_source() const
  {
    if (!is_of_cell(scenario_) || judge_at({}).verdict != Verdict::holds) return "";
    for (const OwnQuantity& own : own_quantities(bench_, scenario_)) {
      if (judge_at(draw_without(bench_.catalogue(), own)).verdict == Verdict::holds) continue;
      return fmt::format("does not hold without a number from {}", own.quantity->origin.source);
    }
    return "";
  }

  Judgement judge_at(const pathway::Draw& draw) const
  {
    std::vector<CellReading> readings;
    for (const CellScenario& cell : scenario_.cells) {
      readings.push_back(read_alone(bench_, scenario_, cell, draw));
    }
    return judge_all(scenario_, readings);
  }

  const Bench& bench_;
  const Evaluation& e_;
  const Scenario& scenario_;
  std::string encoded_, emergent_;
};

bool is_to_be_labelled(const Evaluation& evaluation, std::size_t i)
{
  const Status status = evaluation.results[i].status;
  return evaluation.resolutions[i].scenario.has_value() &&
         (status == Status::reproduced || status == Status::missed);
}

}  // namespace

Label label_of(const Bench& bench, const Evaluation& evaluation, std::size_t claim)
{
  return Labeller(bench, evaluation, claim).run();
}

void label_all(Bench& bench, const plan::RunControl& control, Evaluation& evaluation)
{
  std::vector<std::size_t> claims;
  std::vector<Arm> arms;
  for (std::size_t i = 0; i < evaluation.results.size(); ++i) {
    if (!is_to_be_labelled(evaluation, i)) continue;
    claims.push_back(i);
    for (const CellScenario& cell : evaluation.resolutions[i].scenario->cells) {
      for (const auto& [role, r] : cell.roles) {
        arms.push_back(r.arm);
        arms.push_back(r.untouched);
      }
    }
  }
  bench.prepare(arms, control);
  const auto label_one = [&](std::size_t k) { return label_of(bench, evaluation, claims[k]); };
  ensemble::run_members<Label>(
      control.members, "labels", claims.size(), [&] { return label_one; },
      [&](std::size_t k, Label label) {
        ClaimResult& result = evaluation.results[claims[k]];
        result.label = std::move(label.name);
        result.label_reason = std::move(label.reason);
        result.sources = sources_of(bench, *evaluation.resolutions[claims[k]].scenario);
      });
}

}  // namespace rascade::claims
