// SPDX-License-Identifier: MIT
#include "rascade/plan/signal.hpp"

#include <algorithm>
#include <cmath>

#include "rascade/plan/exposure.hpp"
#include "rascade/tumour/clone_growth.hpp"
#include "rascade/tumour/signal_integral.hpp"
#include "rascade/units/units.hpp"

namespace rascade::plan {
namespace {

constexpr double agreement = 0.005;  // of S, between two dosing intervals

double growth_parameter(const knowledge::Knowledge& knowledge, const pathway::Catalogue& catalogue,
                        const pathway::Draw& draw, const char* name)
{
  const knowledge::Parameter* parameter = knowledge.find_parameter(name);
  return parameter == nullptr ? 0 : draw.internal(catalogue, parameter->quantity);
}

double per_day(double per_second) { return per_second * units::day; }

double cancer_rate(const pathway::Catalogue& catalogue, const pathway::Draw& draw,
                   const knowledge::Cancer& cancer, const char* name)
{
  return per_day(draw.internal(catalogue, cancer.parameters.at(name)));
}

/// Net growth of the mixture of dividing and quiescent cells, apart from d0.
double net_without_d0(const tumour::Rates& rates, double extra_death)
{
  return tumour::growth_rate({rates.division, extra_death, rates.enter, rates.leave, 0});
}

std::vector<double> sample_times(double from, double to)
{
  const double step = to - from > 2 * units::day ? 4 * units::hour : units::hour;
  const auto n = static_cast<std::size_t>(std::lround((to - from) / step));
  std::vector<double> times(n + 1);
  for (std::size_t i = 0; i <= n; ++i) {
    times[i] = from + (to - from) * static_cast<double>(i) / static_cast<double>(n);
  }
  return times;
}

class Follower {
 public:
  Follower(pathway::CellRun& run, const Reference& reference, const tumour::Growth& growth)
      : run_(run), reference_(reference), growth_(growth), ppERK_(run.output("ppERK")),
        pAKT_(run.output("pAKT")), gtp_(run.output("RAS_GTP")), ras_(run.output("RAS_total"))
  {}

  CellCourse run(std::span<const Exposure> exposures)
  {
    const simulate::Forcing forcing = forcing_of({exposures.begin(), exposures.end()});
    const double period = period_of(exposures);
    std::vector<double> amounts;
    std::size_t previous = 0;
    for (double start = 0; start + period <= longest_followed_s + 1; start += period) {
      const std::vector<double> times = sample_times(start, start + period);
      const simulate::Trajectory part = run_.treat(forcing, times, amounts);
      amounts = part.final_amounts;
      const std::size_t begin = append(part, times);
      course_.signal.repeat_from_d = start / units::day;
      if (start > 0 && agree(previous, begin, times.size() - 1)) break;
      previous = begin;
    }
    return std::move(course_);
  }

 private:
  /// Adds a part; its first sample repeats the last one and is dropped. Returns where it begins.
  std::size_t append(const simulate::Trajectory& part, const std::vector<double>& times)
  {
    const bool first = course_.time_h.empty();
    const std::size_t begin = first ? 0 : course_.time_h.size() - 1;
    for (std::size_t i = first ? 0 : 1; i < times.size(); ++i) {
      const std::span<const double> row = part.row(i);
      course_.time_h.push_back(times[i] / units::hour);
      course_.ppERK.push_back(row[ppERK_] / reference_.ppERK);
      course_.pAKT.push_back(row[pAKT_] / reference_.pAKT);
      course_.active_RAS.push_back(row[gtp_] / row[ras_]);
      course_.signal.time_d.push_back(times[i] / units::day);
      course_.signal.s.push_back(
          tumour::signal(course_.ppERK.back(), course_.pAKT.back(), growth_));
    }
    return begin;
  }

  bool agree(std::size_t before, std::size_t now, std::size_t n) const
  {
    for (std::size_t i = 0; i <= n; ++i) {
      const double change = course_.signal.s[now + i] - course_.signal.s[before + i];
      if (std::abs(change) > agreement) return false;
    }
    return true;
  }

  pathway::CellRun& run_;
  const Reference& reference_;
  const tumour::Growth& growth_;
  std::size_t ppERK_, pAKT_, gtp_, ras_;
  CellCourse course_;
};

}  // namespace

Reference reference_of(const pathway::CellRun& run)
{
  return {run.untreated_output("ppERK"), run.untreated_output("pAKT")};
}

tumour::Growth growth_of(const knowledge::Knowledge& knowledge, const pathway::Catalogue& catalogue,
                         const pathway::Draw& draw, const knowledge::Cancer& cancer)
{
  const auto parameter = [&](const char* name) {
    return growth_parameter(knowledge, catalogue, draw, name);
  };
  tumour::Growth growth;
  growth.h = parameter("growth_h");
  growth.theta = parameter("growth_theta");
  growth.weight_erk = parameter("growth_wE");
  growth.d_max = per_day(parameter("growth_dmax"));
  growth.enter = per_day(parameter("growth_enter"));
  growth.leave = per_day(parameter("growth_leave"));
  const double s0 = tumour::signal(1, 1, growth);
  growth.b_max = cancer_rate(catalogue, draw, cancer, "growth_division") / s0;
  growth.d0 = 0;
  const double net = cancer_rate(catalogue, draw, cancer, "growth_net");
  growth.d0 = std::max(0.0, net_without_d0(tumour::rates_at(s0, growth), growth.d_max * (1 - s0)) - net);
  return growth;
}

CellCourse follow(pathway::CellRun& run, const Reference& reference, const tumour::Growth& growth,
                  std::span<const Exposure> exposures)
{
  return Follower(run, reference, growth).run(exposures);
}

tumour::SignalCourse untreated_signal(const pathway::CellRun& run, const Reference& reference,
                                      const tumour::Growth& growth)
{
  const Reference own = reference_of(run);
  const double s = tumour::signal(own.ppERK / reference.ppERK, own.pAKT / reference.pAKT, growth);
  return {{0, 1}, {s, s}, 0};
}

double mean_signal(const tumour::SignalCourse& course)
{
  return tumour::SignalIntegral(course).mean_of_repeat();
}

}  // namespace rascade::plan
