// SPDX-License-Identifier: MIT
#include "rascade/claims/judge.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace rascade::claims {
namespace {

constexpr double least_share = 0.1;     // of the larger of two values
constexpr double least_of_range = 0.01;
constexpr double many_fold = 3;
constexpr double cancelled = 0.5;       // of an effect, by what is necessary for it
constexpr double least_excess = 0.05;   // beyond Bliss independence

using Kind = Relation::Kind;

/// What stands exactly at a limit reaches it, whatever the last digit says.
bool reaches(double x, double limit) { return x >= limit - 1e-9 * std::abs(limit); }

bool is_within(double x, double y)
{
  return x == y || !reaches(std::abs(y - x), least_share * std::max(std::abs(x), std::abs(y)));
}

class Judge {
 public:
  Judge(const Scenario& scenario, const CellReading& reading)
      : scenario_(scenario), reading_(reading),
        range_(scenario.readout->high - scenario.readout->low)
  {}

  Judgement run()
  {
    if (!reading_.why_not.empty()) return unknown(reading_.why_not.reason);
    for (const auto& [role, value] : reading_.values) {
      if (!std::isfinite(value)) return unknown(fmt::format("arm {} has no value", role));
    }
    switch (scenario_.relation.kind) {
      case Kind::steps: return judge_steps();
      case Kind::synergy: return judge_synergy();
      case Kind::shape: return judge_shape();
      case Kind::present: return judge_presence(true);
      case Kind::absent: return judge_presence(false);
      default: return unknown("judged over draws");
    }
  }

 private:
  static Judgement unknown(std::string reason) { return {Verdict::unknown, std::move(reason)}; }

  Judgement decide(bool holds, std::string reason) const
  {
    if (holds) return {Verdict::holds, ""};
    return {Verdict::fails, fmt::format("{}: {}", reading_.cell, reason)};
  }

  double value(const std::string& role) const { return reading_.values.at(role); }

  bool is_less(double x, double y) const { return x < y && differs(x, y, range_); }

  bool is_much_less(double x, double y) const { return is_less(x, y) && reaches(y, many_fold * x); }

  Judgement judge_steps() const
  {
    for (const Step& step : scenario_.relation.steps) {
      Judgement judgement = judge_step(step);
      if (judgement.verdict != Verdict::holds) return judgement;
    }
    return reading_.values.contains("base") ? judge_necessity() : decide(true, "");
  }

  Judgement judge_step(const Step& step) const
  {
    const double x = value(step.left);
    if (step.comparison == Comparison::nothing) return judge_nothing(step.left, x);
    const double y = value(step.right);
    const std::string seen = fmt::format("{} = {:.4g}, {} = {:.4g}", step.left, x, step.right, y);
    switch (step.comparison) {
      case Comparison::less: return decide(is_less(x, y), seen);
      case Comparison::more: return decide(is_less(y, x), seen);
      case Comparison::much_less: return decide(is_much_less(x, y), seen);
      case Comparison::much_more: return decide(is_much_less(y, x), seen);
      case Comparison::unlike: return decide(differs(x, y, range_), seen);
      case Comparison::at_most: return decide(!is_less(y, x), seen);
      default: return judge_likeness(step, seen);
    }
  }

  Judgement judge_nothing(const std::string& role, double x) const
  {
    const auto a = reading_.values.find("a");
    const bool has_a = role != "a" && a != reading_.values.end();
    const bool is_small = std::abs(x) <= least_of_range * range_ ||
                          (has_a && std::abs(x) <= least_share * std::abs(a->second));
    if (is_small && has_a && !differs(x, a->second, range_)) {
      return decide(false, fmt::format("arm a has no effect to lose either, {:.4g}", a->second));
    }
    return decide(is_small, fmt::format("{} = {:.4g}", role, x));
  }

  /// Nothing is learned from two equal arms unless a third one shows that the read-out can move.
  Judgement judge_likeness(const Step& step, const std::string& seen) const
  {
    const double x = value(step.left), y = value(step.right);
    if (!is_within(x, y)) return decide(false, seen);
    const auto control = reading_.values.find("control");
    if (control == reading_.values.end()) return unknown("no positive control");
    return decide(!is_within(control->second, y),
                  fmt::format("the control does not move the read-out either, {:.4g} against {:.4g}",
                              control->second, y));
  }

  Judgement judge_necessity() const
  {
    const double base = value("base"), a = value("a"), b = value("b");
    const std::string seen = fmt::format("base = {:.4g}, a = {:.4g}, b = {:.4g}", base, a, b);
    const bool has_effect = differs(base, a, range_);
    const bool is_opposite = (a - base) * (b - a) < 0;
    return decide(has_effect && is_opposite && reaches(std::abs(b - a), cancelled * std::abs(a - base)),
                  seen);
  }

  Judgement judge_presence(bool is_wanted) const
  {
    const double a = value("a");
    const auto untreated = reading_.values.find("untreated");
    const double from = untreated != reading_.values.end() ? untreated->second : 0;
    return decide(is_less(from, a) == is_wanted, fmt::format("a = {:.4g}, untreated {:.4g}", a, from));
  }

  Judgement judge_shape() const
  {
    if (reading_.course.empty()) return unknown("the read-out is no course");
    for (const Feature& feature : scenario_.relation.features) {
      const double x = feature_of(feature.name, reading_.course);
      const bool holds =
          feature.at_most ? reaches(feature.bound, x) : reaches(x, feature.bound);
      if (!holds) return decide(false, fmt::format("{} = {:.4g}", feature.name, x));
    }
    return decide(true, "");
  }

  Judgement judge_synergy() const
  {
    const double untreated = value("untreated");
    double best = 0, left = 1;
    for (const auto& [role, x] : reading_.values) {
      if (!role.starts_with("part")) continue;
      const double fall = 1 - x / untreated;
      best = std::max(best, fall);
      left *= 1 - fall;
    }
    const double fall = 1 - value("b") / untreated;
    const double excess = fall - (1 - left);
    return decide(excess >= least_excess && fall > best,
                  fmt::format("falls by {:.4g}, best single {:.4g}, Bliss excess {:.4g}", fall, best,
                              excess));
  }

  const Scenario& scenario_;
  const CellReading& reading_;
  double range_;
};

}  // namespace

Judgement judge(const Scenario& scenario, const CellReading& reading)
{
  return Judge(scenario, reading).run();
}

double feature_of(const std::string& name, const std::vector<double>& course)
{
  const auto nadir = std::min_element(course.begin(), course.end());
  const auto peak = std::max_element(course.begin(), course.end());
  if (name == "nadir") return *nadir;
  if (name == "peak") return *peak;
  if (name == "end") return course.back();
  if (name == "rise") return course.back() - 1;
  if (name == "recovery") {
    return *nadir < 1 ? (*std::max_element(nadir, course.end()) - *nadir) / (1 - *nadir) : 0;
  }
  return *peak > 1 ? (*peak - *std::min_element(peak, course.end())) / (*peak - 1) : 0;
}

bool differs(double x, double y, double range)
{
  const double by = std::abs(y - x);
  if (by == 0) return false;
  return !is_within(x, y) && reaches(by, least_of_range * range);
}

}  // namespace rascade::claims
