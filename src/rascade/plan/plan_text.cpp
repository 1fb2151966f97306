// SPDX-License-Identifier: MIT
#include "rascade/plan/plan_text.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "rascade/base/version.hpp"
#include "rascade/plan/summarise.hpp"

namespace rascade::plan {
namespace {

constexpr std::size_t most_routes = 6;
constexpr std::size_t most_claims = 3;

std::string months(double value)
{
  return std::isfinite(value) ? fmt::format("{:.1f}", value) : std::string("not reached");
}

class Writer {
 public:
  Writer(const Plan& plan, bool colour) : plan_(plan), colour_(colour) {}

  std::string run()
  {
    header();
    response();
    routes();
    remedies();
    doubts();
    footer();
    return std::move(text_);
  }

 private:
  template <class... Args>
  void line(fmt::format_string<Args...> format, Args&&... args)
  {
    text_ += fmt::format(format, std::forward<Args>(args)...) + "\n";
  }

  std::string strong(const std::string& text) const
  {
    return colour_ ? "\033[1m" + text + "\033[0m" : text;
  }

  void header()
  {
    const TumourCase& tumour = *plan_.tumour;
    line("rascade {}   knowledge {}   seed {}   {} virtual patients, {} solves   {}", version,
         plan_.knowledge_hash, plan_.seed, plan_.patients, plan_.solves, strong("research use only"));
    line("Tumour    {} ({})", tumour.name, plan_.title());
    for (const knowledge::Drug* drug : plan_.base().drugs) {
      line("Drug      {} {}   [{}]", drug->name, drug->regimen_text, drug->origin.source);
    }
    line("\n{}\n", strong(plan_.sentence));
  }

  std::string published_note() const
  {
    const auto& published = plan_.base().published;
    if (!published) return "not validated here";
    const knowledge::TrialRow& row = *published->row;
    const auto mark = [](const std::optional<bool>& within) {
      return !within ? "no interval published" : *within ? "within" : "outside";
    };
    return fmt::format("{}: response {:.0f} % ({}), progression-free {:.1f} months ({})   [{}]",
                       published->trial(), row.orr.value_or(0), mark(published->orr_within),
                       row.pfs.value_or(0), mark(published->pfs_within), row.origin.source);
  }

  void response()
  {
    const ArmResult& base = plan_.base();
    line("Response  {}", base.name());
    line("  best change       median {:+.0f} %  [{:+.0f}, {:+.0f}]", base.best_change.value,
         base.best_change.low, base.best_change.high);
    line("  response rate     {:.0f} %  [{:.0f}, {:.0f}]", 100 * base.orr.value, 100 * base.orr.low,
         100 * base.orr.high);
    line("  no progression    median {} months  [{}, {}]", months(base.pfs_months.value),
         months(base.pfs_months.low), months(base.pfs_months.high));
    const Band& erk = base.signals.front().band;
    const auto nadir = std::min_element(erk.median.begin(), erk.median.end());
    const auto at = static_cast<std::size_t>(nadir - erk.median.begin());
    line("  ERK activity      {:.0f} % at {:.0f} h, {:.0f} % at {:.0f} h (median, of untreated)", *nadir,
         erk.time[at], value_at(erk, 72), 72.0);
    line("  published         {}\n", published_note());
  }

  static double value_at(const Band& band, double time)
  {
    const auto at = std::lower_bound(band.time.begin(), band.time.end(), time);
    return at == band.time.end() ? band.median.back()
                                 : band.median[static_cast<std::size_t>(at - band.time.begin())];
  }

  /// "review: C163, C164 for it (C163 reproduced); C170 against it"; empty without a claim.
  std::string claims_note(const std::vector<Evidence>& claims) const
  {
    std::vector<std::string> supporting, contradicting;
    for (const Evidence& evidence : claims) {
      const auto status = plan_.claim_status.find(evidence.claim->id);
      const bool is_known = status != plan_.claim_status.end();
      (evidence.supports ? supporting : contradicting)
          .push_back(evidence.claim->id + (is_known ? " " + status->second : ""));
    }
    std::string note;
    if (!supporting.empty()) note += "; review for it: " + shortened(supporting);
    if (!contradicting.empty()) note += "; against it: " + shortened(contradicting);
    return note;
  }

  static std::string shortened(const std::vector<std::string>& ids)
  {
    const std::size_t shown = std::min(most_claims, ids.size());
    std::string text = fmt::format("{}", fmt::join(ids.begin(), ids.begin() + static_cast<long>(shown), ", "));
    return ids.size() > shown ? text + fmt::format(" and {} more", ids.size() - shown) : text;
  }

  void routes()
  {
    line("{:<58}{:>18}{:>10}  evidence", "Escape routes (share of progressions)", "share [95 %]", "months");
    std::size_t rank = 0;
    for (const RouteResult& r : plan_.routes) {
      if (rank == most_routes) break;
      line("  {} {:<46}{:<8}{:>4.0f} % [{:>2.0f}, {:>3.0f}]{:>10}  {} [{}]", ++rank, r.label, r.kind,
           100 * r.share.value, 100 * r.share.low, 100 * r.share.high,
           r.median_months ? fmt::format("{:.1f}", *r.median_months) : "-", r.evidence,
           fmt::join(r.sources, ", "));
      const std::string note = r.mechanism + claims_note(r.claims);
      if (!note.empty()) line("      {}", note);
    }
    if (plan_.routes.size() > most_routes) {
      line("  … {} rarer ones: see the report", plan_.routes.size() - most_routes);
    }
    if (plan_.routes.empty()) line("  none: no virtual patient progressed");
    line("");
  }

  void remedies()
  {
    line("{:<32}{:>24}{:>12}{:>16}{:>9}", "What closes them", "gain, months [95 %]", "months",
         "normal cost", "best in");
    for (const ArmResult& arm : plan_.arms) {
      const std::string gain =
          arm.delta_pfs_months ? fmt::format("{:+.1f} [{:+.1f}, {:+.1f}]", arm.delta_pfs_months->value,
                                             arm.delta_pfs_months->low, arm.delta_pfs_months->high)
                               : std::string("base");
      line("  {:<30}{:>24}{:>12}{:>14.0f} %{:>7.0f} %", arm.name(), gain, months(arm.pfs_months.value),
           100 * arm.normal_cost.value, 100 * arm.robust);
      line("      {}{}", arm.mechanism, claims_note(arm.claims));
    }
    for (std::size_t i = 0; i < std::min(most_routes, plan_.routes.size()); ++i) {
      const RouteResult& r = plan_.routes[i];
      if (!r.closed_by.empty()) line("    {} is closed by {}", r.label, fmt::join(r.closed_by, "; "));
    }
    line("");
  }

  void doubts()
  {
    if (plan_.uncertainty.empty()) return;
    const Uncertainty& u = plan_.uncertainty.front();
    const knowledge::Quantity& q = *u.quantity;
    line("Least certain: {} ({} {}, range {} to {}, {}) [{}]. {}", u.name, q.value, q.unit, q.low, q.high,
         knowledge::to_string(q.origin.grade), q.origin.source, u.experiment);
    std::string grades;
    for (const auto& [grade, count] : plan_.parameters_by_grade) {
      grades += fmt::format("{}{} {}", grades.empty() ? "" : ", ", count, grade);
    }
    line("Rests on {} quantities. A source: rascade list sources KEY", grades);
  }

  void footer() { line("Rerun: {}", plan_.rerun); }

  const Plan& plan_;
  bool colour_;
  std::string text_;
};

}  // namespace

std::string to_text(const Plan& plan, bool colour) { return Writer(plan, colour).run(); }

std::string to_tsv(const Plan& plan)
{
  std::string text = "arm\tpfs_months\tnormal_tissue_cost\tbest_change_percent\tcohort_pfs_months\n";
  for (const Screened& s : plan.screen) {
    const std::string name = name_of(s.drugs);
    const auto arm = std::find_if(plan.arms.begin(), plan.arms.end(),
                                  [&](const ArmResult& a) { return a.name() == name; });
    const std::string cohort = arm == plan.arms.end() ? "" : months(arm->pfs_months.value);
    text += fmt::format("{}\t{:.4g}\t{:.4g}\t{:.4g}\t{}\n", name, s.pfs_days / days_per_month, s.normal_cost,
                        s.best_change, cohort);
  }
  return text;
}

}  // namespace rascade::plan
