// SPDX-License-Identifier: MIT
#include "rascade/plan/summarise.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <set>

#include "rascade/base/text.hpp"

namespace rascade::plan {
namespace {

trial::Interval range_of(const std::vector<double>& values)
{
  return {trial::quantile(values, 0.5), trial::quantile(values, 0.05), trial::quantile(values, 0.95)};
}

std::vector<double> values_of(const std::vector<Outcome>& outcomes,
                              const std::function<double(const Outcome&)>& value)
{
  std::vector<double> values(outcomes.size());
  std::transform(outcomes.begin(), outcomes.end(), values.begin(), value);
  return values;
}

double months_to_progression(const Outcome& outcome)
{
  return outcome.course.progression_exact_d / days_per_month;
}

/// Mean of paired differences, each patient followed for at most the horizon (difference of restricted
/// means), with the normal 95 % interval.
trial::Interval paired_gain(const std::vector<Outcome>& outcomes, const std::vector<Outcome>& base)
{
  const auto n = static_cast<double>(outcomes.size());
  double sum = 0, squares = 0;
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    const double gain = months_to_progression(outcomes[i]) - months_to_progression(base[i]);
    sum += gain;
    squares += gain * gain;
  }
  const double mean = sum / n;
  const double variance = n > 1 ? std::max(0.0, squares - n * mean * mean) / (n - 1) : 0;
  const double half_width = 1.96 * std::sqrt(variance / n);
  return {mean, mean - half_width, mean + half_width};
}

Band band_of(const std::vector<double>& time,
             const std::vector<std::vector<double>>& by_patient)  // [n_patients][n_times]
{
  Band band;
  band.time = time;
  for (std::size_t t = 0; t < time.size(); ++t) {
    std::vector<double> column(by_patient.size());
    for (std::size_t p = 0; p < by_patient.size(); ++p) column[p] = by_patient[p][t];
    band.q05.push_back(trial::quantile(column, 0.05));
    band.q25.push_back(trial::quantile(column, 0.25));
    band.median.push_back(trial::quantile(column, 0.5));
    band.q75.push_back(trial::quantile(column, 0.75));
    band.q95.push_back(trial::quantile(column, 0.95));
  }
  return band;
}

double interpolate(const std::vector<double>& x, const std::vector<double>& y, double at)
{
  const auto above = std::lower_bound(x.begin(), x.end(), at);
  if (above == x.begin()) return y.front();
  if (above == x.end()) return y.back();
  const auto i = static_cast<std::size_t>(above - x.begin());
  return y[i - 1] + (y[i] - y[i - 1]) * (at - x[i - 1]) / (x[i] - x[i - 1]);
}

/// Places a time beyond the samples into the interval that is replayed, hours.
double replayed(const CellCourse& course, double hours)
{
  const double end = course.time_h.back();
  if (hours <= end) return hours;
  const double start = course.signal.repeat_from_d * 24;
  return start + std::fmod(hours - start, end - start);
}

std::vector<double> signal_grid()
{
  std::vector<double> hours;
  for (double t = 0; t < 48; t += 1) hours.push_back(t);
  for (double t = 48; t <= 336; t += 3) hours.push_back(t);
  return hours;
}

using Readout = std::vector<double> CellCourse::*;

SignalBand signal_band(const std::vector<Outcome>& outcomes, std::string name, std::string unit,
                       Readout readout)
{
  const std::vector<double> grid = signal_grid();
  std::vector<std::vector<double>> rows;
  for (const Outcome& outcome : outcomes) {
    std::vector<double> row;
    for (const double t : grid) {
      const CellCourse& course = outcome.parent;
      row.push_back(100 * interpolate(course.time_h, course.*readout, replayed(course, t)));
    }
    rows.push_back(std::move(row));
  }
  return {std::move(name), std::move(unit), band_of(grid, rows)};
}

std::vector<double> month_grid()
{
  std::vector<double> months;
  for (double m = 0; m <= longest_months; m += 0.5) months.push_back(m);
  return months;
}

Band course_band(const std::vector<Outcome>& outcomes)
{
  const std::vector<double> grid = month_grid();
  std::vector<std::vector<double>> rows;
  for (const Outcome& outcome : outcomes) {
    const auto& course = outcome.course;
    std::vector<double> row;
    for (const double m : grid) {
      const double d = interpolate(course.time_d, course.diameter_mm, m * days_per_month);
      row.push_back(100 * (d / course.diameter_mm.front() - 1));
    }
    rows.push_back(std::move(row));
  }
  return band_of(grid, rows);
}

CloneCourse clone_course(const Workbench& bench, const std::vector<Outcome>& outcomes)
{
  std::vector<std::size_t> order(outcomes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return outcomes[a].course.progression_exact_d < outcomes[b].course.progression_exact_d;
  });
  const tumour::TumourCourse& course = outcomes[order[order.size() / 2]].course;
  const std::size_t n_clones = bench.cells().clones.size() + 1;
  CloneCourse result;
  result.cells.resize(n_clones);
  result.names.push_back("drug-sensitive cells");
  for (const CloneRoute& clone : bench.cells().clones) result.names.push_back(clone.route->label);
  constexpr std::size_t every_days = 7;
  for (std::size_t t = 0; t < course.time_d.size(); t += every_days) {
    result.time_months.push_back(course.time_d[t] / days_per_month);
    for (std::size_t c = 0; c < n_clones; ++c) {
      result.cells[c].push_back(course.active[t * n_clones + c] + course.quiescent[t * n_clones + c]);
    }
  }
  return result;
}

bool same_names(const std::string& arm, const Drugs& drugs)
{
  std::multiset<std::string> theirs, ours;
  for (const std::string_view drug : split(arm, '+')) theirs.emplace(trim(drug));
  for (const knowledge::Drug* drug : drugs) ours.insert(drug->name);
  return theirs == ours;
}

std::optional<bool> within(double ours, std::optional<double> low, std::optional<double> high)
{
  if (!low || !high) return std::nullopt;
  return ours >= *low && ours <= *high;
}

std::optional<Published> published_for(const Workbench& bench, const ArmResult& arm)
{
  const TumourCase& tumour = bench.tumour();
  for (const knowledge::TrialRow& row : bench.knowledge().trials) {
    const bool same_genotype = std::find(tumour.genotype.begin(), tumour.genotype.end(),
                                         row.genotype) != tumour.genotype.end();
    if (row.cancer != tumour.cell.cancer || !same_genotype || !same_names(row.arm, arm.drugs)) continue;
    return Published{&row, within(100 * arm.orr.value, row.orr_low, row.orr_high),
                     within(arm.pfs_months.value, row.pfs_low, row.pfs_high)};
  }
  return std::nullopt;
}

std::vector<std::string> sources_of(const Drugs& drugs)
{
  std::vector<std::string> keys;
  const auto add = [&](const std::string& key) {
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(key);
  };
  for (const knowledge::Drug* drug : drugs) {
    add(drug->origin.source);
    for (const auto& [name, quantity] : drug->parameters) add(quantity.origin.source);
    for (const auto& [name, quantity] : drug->pharmacokinetics) add(quantity.origin.source);
  }
  return keys;
}

}  // namespace

ArmResult summarise(const Workbench& bench, const Drugs& drugs, const std::vector<Outcome>& outcomes,
                    const std::vector<Outcome>& base_outcomes, bool is_base)
{
  ArmResult arm;
  arm.drugs = drugs;
  arm.is_base = is_base;
  arm.waterfall = values_of(outcomes, [](const Outcome& o) { return o.course.best_change_percent; });
  arm.best_change = range_of(arm.waterfall);
  std::sort(arm.waterfall.begin(), arm.waterfall.end(), std::greater<>());
  const auto responders = std::count_if(outcomes.begin(), outcomes.end(), [](const Outcome& o) {
    return o.course.response == "CR" || o.course.response == "PR";
  });
  arm.orr = trial::proportion(static_cast<std::size_t>(responders), outcomes.size());
  std::vector<bool> event;
  for (const Outcome& o : outcomes) event.push_back(o.course.progressed);
  arm.survival = trial::kaplan_meier(values_of(outcomes, months_to_progression), event);
  arm.pfs_months = trial::median(arm.survival);
  if (!is_base) arm.delta_pfs_months = paired_gain(outcomes, base_outcomes);
  arm.normal_cost = range_of(values_of(outcomes, [](const Outcome& o) { return o.normal_cost; }));
  arm.published = published_for(bench, arm);
  arm.course = course_band(outcomes);
  arm.clones = clone_course(bench, outcomes);
  arm.signals = {signal_band(outcomes, "ERK activity", "% of untreated", &CellCourse::ppERK),
                 signal_band(outcomes, "PI3K-AKT activity", "% of untreated", &CellCourse::pAKT),
                 signal_band(outcomes, "Active RAS", "% of all RAS", &CellCourse::active_RAS)};
  arm.sources = sources_of(drugs);
  return arm;
}

std::vector<double> robustness(const std::vector<std::vector<Outcome>>& outcomes)
{
  std::vector<double> best(outcomes.size(), 0.0);
  const std::size_t n = outcomes.front().size();
  for (std::size_t p = 0; p < n; ++p) {
    std::size_t winner = 0;
    double most = -1;
    for (std::size_t a = 0; a < outcomes.size(); ++a) {
      const Outcome& o = outcomes[a][p];
      const double benefit = o.course.progression_exact_d * (1 - o.normal_cost);
      if (benefit > most) {
        most = benefit;
        winner = a;
      }
    }
    best[winner] += 1.0 / static_cast<double>(n);
  }
  return best;
}

}  // namespace rascade::plan
