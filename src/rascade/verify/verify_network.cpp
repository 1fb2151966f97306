// SPDX-License-Identifier: MIT
#include "rascade/verify/verify_network.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "rascade/ode/integrator.hpp"
#include "rascade/reduce/reduce_network.hpp"
#include "rascade/simulate/rate_system.hpp"
#include "rascade/ssa/simulator.hpp"

namespace rascade::verify {
namespace {

using network::Network;
using simulate::RateSystem;
using simulate::Tolerances;
using simulate::Trajectory;

constexpr double tighter = 1e-2;

class Verifier {
 public:
  Verifier(const Network& network, RateSystem system, const VerifyPlan& plan)
      : network_(network),
        plan_(plan),
        system_(std::move(system)),
        names_(system_.output_names().begin(), system_.output_names().end()),
        start_(system_.initial_amounts(system_.parameter_values({}))),
        tight_{plan.tolerances.relative * tighter, plan.tolerances.absolute * tighter,
               plan.tolerances.max_steps}
  {
    result_.whole = {network.species.size(), network.reactions.size()};
    for (const network::NetworkObservable& o : network.observables) {
      double& unit = units_.emplace_back(0.0);
      for (const auto& [species, weight] : o.weights) unit = std::max(unit, std::abs(weight));
    }
  }

  Verification run()
  {
    const Trajectory precise = integrate(system_, start_, tight_);
    compare("tolerance", integrate(system_, start_, plan_.tolerances), precise,
            "Integrated with tolerances 100 times tighter");
    compare_reduced(precise);
    if (plan_.sample.runs > 1) compare_sample(precise);
    return std::move(result_);
  }

 private:
  [[nodiscard]] Trajectory integrate(const RateSystem& system, std::span<const double> start,
                                     const Tolerances& tolerances) const
  {
    ode::Integrator integrator(simulate::Evaluator(system, system.parameter_values({})), tolerances);
    return integrator.integrate(start, plan_.times);
  }

  void compare(const char* name, const Trajectory& one, const Trajectory& other, const char* what)
  {
    double weight = 0.0;
    for (const double unit : units_) weight = std::max(weight, unit);
    const double negligible =
        100.0 * plan_.tolerances.absolute * weight * static_cast<double>(start_.size());
    Comparison comparison{name,
                          compare_trajectories(other, one, names_, plan_.limit, negligible)};
    const bool agrees = comparison.agrees();
    result_.agrees = result_.agrees && agrees;
    result_.notes.push_back(fmt::format("{}: {}.", what, agrees ? "the same" : "NOT the same"));
    result_.comparisons.push_back(std::move(comparison));
  }

  void compare_reduced(const Trajectory& precise)
  {
    const reduce::ReducedNetwork reduced = reduce::reduce_network(network_);
    const Network& smaller = reduced.reduction.network;
    result_.reduced = {smaller.species.size(), smaller.reactions.size()};
    if (smaller.species.size() == network_.species.size()) {
      result_.notes.push_back("Nothing can be reduced exactly.");
      return;
    }
    const auto system = RateSystem::compile(smaller, {});
    if (!system) {
      result_.agrees = false;
      result_.notes.push_back("The reduced network does not compile.");
      return;
    }
    const std::vector<double> start = system->initial_amounts(system->parameter_values({}));
    const std::string what = "Reduced to " + reduce::describe_sizes(smaller, network_);
    compare("reduction", integrate(*system, start, tight_), precise, what.c_str());
  }

  void compare_sample(const Trajectory& precise)
  {
    std::vector<double> whole = start_;
    for (double& amount : whole) amount = std::max(0.0, std::round(amount));
    const bool is_whole = whole == start_;
    SamplePlan plan = plan_.sample;
    plan.times = plan_.times;
    SampleMeans sample;
    try {
      sample = sample_means(network_, system_, whole, plan);
    } catch (const ssa::StochasticFailed& failed) {
      result_.notes.push_back(fmt::format("No stochastic comparison: {}.", failed.what()));
      return;
    }
    const Trajectory expected = is_whole ? precise : integrate(system_, whole, tight_);
    if (!is_whole) {
      result_.notes.push_back("Amounts at the start are not whole numbers: stochastic runs, and "
                              "what they are compared with, start from rounded ones.");
    }
    conclude(expected, sample, plan.runs);
  }

  void conclude(const Trajectory& expected, const SampleMeans& sample, std::size_t runs)
  {
    std::vector<std::string> observables(names_.begin(),
                                         names_.begin() + static_cast<std::ptrdiff_t>(units_.size()));
    Trajectory only = expected;
    only.num_outputs = units_.size();
    only.outputs.clear();
    for (std::size_t i = 0; i < expected.times.size(); ++i) {
      const auto row = expected.row(i).first(units_.size());
      only.outputs.insert(only.outputs.end(), row.begin(), row.end());
    }
    Comparison comparison{"stochastic", compare_means(only, sample, observables, units_, {runs})};
    const bool agrees = comparison.agrees(), must = is_linear(network_);
    result_.agrees = result_.agrees && (agrees || !must);
    const char* const verdict =
        agrees ? "it does not differ from the deterministic one beyond chance"
        : must ? "it is NOT the deterministic one, which it must be in a linear network"
               : "the stochastic mean differs from the deterministic one, as it may where reactions "
                 "are not linear and molecules few";
    result_.notes.push_back(
        fmt::format("Mean of {} stochastic runs, {} events: {}.", runs, sample.events, verdict));
    result_.comparisons.push_back(std::move(comparison));
  }

  const Network& network_;
  const VerifyPlan& plan_;
  RateSystem system_;
  std::vector<std::string> names_;  // [n_outputs]
  std::vector<double> units_;       // [n_observables], the most that one molecule counts
  std::vector<double> start_;       // [n_species], molecules
  Tolerances tight_;
  Verification result_;
};

}  // namespace

bool Comparison::agrees() const
{
  return std::all_of(differences.begin(), differences.end(),
                     [](const Difference& d) { return d.agrees; });
}

bool is_linear(const Network& network)
{
  std::unordered_set<std::string> changing;  // names that depend on amounts
  for (const network::NetworkObservable& o : network.observables) changing.insert(o.name);
  const auto changes = [&](const model::Expression& e) {
    const std::vector<std::string> names = model::names_in(e);
    return std::any_of(names.begin(), names.end(),
                       [&](const std::string& name) { return changing.contains(name) || name == "time"; });
  };
  for (const model::Function& f : network.functions) {
    if (changes(f.value)) changing.insert(f.name);
  }
  return std::all_of(network.reactions.begin(), network.reactions.end(), [&](const auto& reaction) {
    const model::RateLaw& law = network.rate_laws[reaction.law];
    return law.kind == model::RateLaw::Kind::elementary && reaction.reactants.size() <= 1 &&
           !changes(law.args[0]);
  });
}

Checked<Verification> verify_network(const Network& network, const VerifyPlan& plan)
{
  auto system = RateSystem::compile(network, {});
  if (!system) return system.diagnostics();
  return Verifier(network, *std::move(system), plan).run();
}

}  // namespace rascade::verify
