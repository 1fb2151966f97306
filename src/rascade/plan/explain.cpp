// SPDX-License-Identifier: MIT
#include "rascade/plan/explain.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "rascade/ensemble/run_members.hpp"
#include "rascade/plan/summarise.hpp"

namespace rascade::plan {
namespace {

constexpr double matters_from = 0.02;  // drop of mean S when a mechanism is switched off
constexpr std::size_t most_uncertainties = 10;
constexpr int no_route = -1;

/// The route of a patient under an arm: an index into the clones (>= 0), or no_route.
int clone_route(const Outcome& outcome)
{
  return outcome.course.progressed ? outcome.course.dominant_at_progression - 1 : no_route;
}

std::vector<const knowledge::Route*> adaptive_routes(const knowledge::Knowledge& knowledge)
{
  std::vector<const knowledge::Route*> routes;
  for (const knowledge::Route& route : knowledge.routes) {
    if (route.kind == "adaptive") routes.push_back(&route);
  }
  return routes;
}

struct Attribution {
  int route = no_route;
  long solves = 0;
};

template <class Archive>
void fields(Archive& archive, Attribution& a)
{
  archive(a.route, a.solves);
}

/// Index into `routes` of the mechanism that keeps this patient's signal up, or no_route.
Attribution adaptive_route(const Workbench& bench, const Arm& arm, const Patient& patient,
                   const Outcome& outcome, const std::vector<const knowledge::Route*>& routes)
{
  const double with = mean_signal(outcome.parent.signal);
  Attribution best;
  double most = matters_from;
  for (std::size_t i = 0; i < routes.size(); ++i) {
    const knowledge::Switch* off = bench.knowledge().find_switch(routes[i]->variant);
    if (off == nullptr) continue;
    ++best.solves;
    const double drop = with - signal_without(bench, arm, patient, *off);
    if (drop > most) {
      most = drop;
      best.route = static_cast<int>(i);
    }
  }
  return best;
}

std::string experiment_for(const knowledge::Quantity& quantity)
{
  const std::string& unit = quantity.unit;
  if (unit == "molecules") return "Count the protein in the biopsy (targeted mass spectrometry).";
  if (unit == "L" || unit == "L/h" || unit == "1/h") return "Measure drug in plasma over one interval.";
  if (unit == "1/d") return "Count dividing and dying cells in a biopsy on treatment.";
  if (unit == "nM" || unit == "uM" || unit == "1/(M s)" || unit == "kcal/mol") {
    return "Measure binding, and engagement in cells at 1-24 h.";
  }
  if (unit == "1/s") return "Follow ERK activity over 0-72 h with and without the drug.";
  return "Follow ERK activity and cell number over 0-72 h across doses.";
}

struct Tally {
  std::vector<int> clone;     // [n_clones]
  std::vector<int> adaptive;  // [n_adaptive]
  int incomplete = 0;
  int progressed = 0;
  std::vector<std::vector<double>> clone_months, adaptive_months;
  std::vector<double> incomplete_months;
};

std::optional<double> median_of(const std::vector<double>& values)
{
  if (values.empty()) return std::nullopt;
  return trial::quantile(values, 0.5);
}

trial::Interval share_of(int count, int total)
{
  return trial::proportion(static_cast<std::size_t>(count), static_cast<std::size_t>(total));
}

class RouteRanking {
 public:
  RouteRanking(const Workbench& bench, const std::vector<Arm>& arms,
               const std::vector<Patient>& patients,
               const std::vector<std::vector<Outcome>>& outcomes)
      : bench_(bench), arms_(arms), patients_(patients), outcomes_(outcomes),
        adaptive_(adaptive_routes(bench.knowledge()))
  {}

  RankedRoutes run(const RunControl& control)
  {
    attribute(control);
    count();
    return {routes(), solves_};
  }

 private:
  std::vector<RouteResult> routes() const
  {
    std::vector<RouteResult> results;
    if (tally_.progressed == 0) return results;
    for (std::size_t i = 0; i < tally_.clone.size(); ++i) {
      if (tally_.clone[i] > 0) results.push_back(clone_result(i));
    }
    for (std::size_t i = 0; i < tally_.adaptive.size(); ++i) {
      if (tally_.adaptive[i] > 0) results.push_back(adaptive_result(i));
    }
    if (tally_.incomplete > 0) results.push_back(incomplete_result());
    std::stable_sort(results.begin(), results.end(), [](const RouteResult& a, const RouteResult& b) {
      return a.share.value > b.share.value;
    });
    return results;
  }

  void attribute(const RunControl& control)
  {
    const auto route_of = [&](std::size_t p) {
      const Outcome& outcome = outcomes_.front()[p];
      if (!outcome.course.progressed || clone_route(outcome) != no_route) return Attribution{};
      return adaptive_route(bench_, arms_.front(), patients_[p], outcome, adaptive_);
    };
    ensemble::run_members<Attribution>(control.members, "escape routes", patients_.size(),
                                       [&] { return route_of; },
                                       [this](std::size_t, const Attribution& found) {
                                         adaptive_of_.push_back(found.route);
                                         solves_ += found.solves;
                                       });
  }

  void count()
  {
    tally_.clone.assign(bench_.cells().clones.size(), 0);
    tally_.clone_months.resize(tally_.clone.size());
    tally_.adaptive.assign(adaptive_.size(), 0);
    tally_.adaptive_months.resize(adaptive_.size());
    for (std::size_t p = 0; p < patients_.size(); ++p) {
      const Outcome& outcome = outcomes_.front()[p];
      if (!outcome.course.progressed) continue;
      ++tally_.progressed;
      const double months = outcome.course.progression_exact_d / days_per_month;
      const int clone = clone_route(outcome);
      if (clone != no_route) {
        ++tally_.clone[static_cast<std::size_t>(clone)];
        tally_.clone_months[static_cast<std::size_t>(clone)].push_back(months);
      } else if (adaptive_of_[p] != no_route) {
        ++tally_.adaptive[static_cast<std::size_t>(adaptive_of_[p])];
        tally_.adaptive_months[static_cast<std::size_t>(adaptive_of_[p])].push_back(months);
      } else {
        ++tally_.incomplete;
        tally_.incomplete_months.push_back(months);
      }
    }
  }

  RouteResult clone_result(std::size_t i) const
  {
    const knowledge::Route& route = *bench_.cells().clones[i].route;
    return {route.label, "clone", share_of(tally_.clone[i], tally_.progressed),
            median_of(tally_.clone_months[i]), grade_name(route.rate.origin.grade),
            {route.rate.origin.source}, closing_arms([i](std::size_t, const Outcome& outcome) {
              return clone_route(outcome) == static_cast<int>(i);
            }),
            &route, {}, {}, {}};
  }

  RouteResult adaptive_result(std::size_t i) const
  {
    const knowledge::Route& route = *adaptive_[i];
    return {route.label, "adaptive", share_of(tally_.adaptive[i], tally_.progressed),
            median_of(tally_.adaptive_months[i]), grade_name(route.rate.origin.grade),
            {route.rate.origin.source}, closing_arms([this, i](std::size_t p, const Outcome& outcome) {
              return adaptive_of_[p] == static_cast<int>(i) && stays_parental(p, outcome);
            }),
            &route, {}, {}, {}};
  }

  RouteResult incomplete_result() const
  {
    return {"The drug leaves the pathway partly on", "incomplete",
            share_of(tally_.incomplete, tally_.progressed), median_of(tally_.incomplete_months),
            "assumed", {"assumed"}, closing_arms([this](std::size_t p, const Outcome& outcome) {
              return clone_route(outcomes_.front()[p]) == no_route && adaptive_of_[p] == no_route &&
                     outcomes_.front()[p].course.progressed && stays_parental(p, outcome);
            }),
            nullptr, {}, {}, {}};
  }

  /// The parental cells still carry the progression, and no later than twice as long as at the base.
  bool stays_parental(std::size_t p, const Outcome& outcome) const
  {
    return outcome.course.progressed && clone_route(outcome) == no_route &&
           outcome.course.progression_exact_d < 2 * outcomes_.front()[p].course.progression_exact_d;
  }

  template <class Fails>
  std::vector<std::string> closing_arms(Fails fails) const
  {
    const auto count = [&](const std::vector<Outcome>& arm) {
      int n = 0;
      for (std::size_t p = 0; p < arm.size(); ++p) n += fails(p, arm[p]) ? 1 : 0;
      return n;
    };
    const int at_base = count(outcomes_.front());
    std::vector<std::string> names;
    for (std::size_t a = 1; a < arms_.size(); ++a) {
      if (2 * count(outcomes_[a]) <= at_base) names.push_back(arms_[a].name());
    }
    return names;
  }

  static std::string grade_name(knowledge::Grade grade)
  {
    return std::string(knowledge::to_string(grade));
  }

  const Workbench& bench_;
  const std::vector<Arm>& arms_;
  const std::vector<Patient>& patients_;
  const std::vector<std::vector<Outcome>>& outcomes_;
  std::vector<const knowledge::Route*> adaptive_;
  std::vector<int> adaptive_of_;  // [n_patients]
  long solves_ = 0;
  Tally tally_;
};

}  // namespace

RankedRoutes rank_routes(const Workbench& bench, const std::vector<Arm>& arms,
                         const std::vector<Patient>& patients,
                         const std::vector<std::vector<Outcome>>& outcomes,
                         const RunControl& control)
{
  return RouteRanking(bench, arms, patients, outcomes).run(control);
}

std::vector<std::size_t> quantities_used(const Workbench& bench, const Arm& arm)
{
  const pathway::Catalogue& catalogue = bench.catalogue();
  std::set<std::size_t> used;
  const auto add = [&](const knowledge::Quantity& q) { used.insert(catalogue.index_of(q)); };
  for (const pathway::Recipe& recipe : arm.parent.recipes) {
    for (const pathway::Recipe::Part& part : recipe.parts) add(*part.quantity);
    for (const pathway::Recipe::Effect& effect : recipe.effects) add(*effect.quantity);
  }
  for (const knowledge::Parameter& p : bench.knowledge().parameters) {
    if (p.name.starts_with("growth_") || p.name == "kp_uu") add(p.quantity);
  }
  for (const knowledge::Drug* drug : arm.drugs) {
    for (const auto& [name, quantity] : drug->pharmacokinetics) add(quantity);
  }
  for (const auto& [name, quantity] : bench.cancer().parameters) add(quantity);
  for (const CloneRoute& clone : bench.cells().clones) add(clone.route->rate);
  return {used.begin(), used.end()};
}

std::vector<Uncertainty> rank_uncertainty(const Workbench& bench, const Arm& base,
                                          const std::vector<Patient>& patients,
                                          const std::vector<Outcome>& outcomes)
{
  std::vector<Uncertainty> ranked;
  for (const std::size_t index : quantities_used(bench, base)) {
    const pathway::Catalogue::Entry& entry = bench.catalogue().entries()[index];
    if (entry.quantity->low == entry.quantity->high) continue;
    std::vector<double> place, pfs;
    for (std::size_t p = 0; p < patients.size(); ++p) {
      if (patients[p].draw.z.empty()) continue;
      place.push_back(patients[p].draw.z[index]);
      pfs.push_back(outcomes[p].course.progression_exact_d);
    }
    ranked.push_back({entry.name, entry.quantity, trial::rank_correlation(place, pfs),
                      experiment_for(*entry.quantity)});
  }
  std::stable_sort(ranked.begin(), ranked.end(), [](const Uncertainty& a, const Uncertainty& b) {
    return std::abs(a.effect) > std::abs(b.effect);
  });
  if (ranked.size() > most_uncertainties) ranked.resize(most_uncertainties);
  return ranked;
}

}  // namespace rascade::plan
