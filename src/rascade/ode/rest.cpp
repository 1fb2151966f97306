// SPDX-License-Identifier: MIT
#include "rascade/ode/rest.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "rascade/ode/law_system.hpp"
#include "rascade/ode/steady_state.hpp"

namespace rascade::ode {
namespace {

using simulate::ConservationLaw;
using simulate::IntegrationFailed;

constexpr double longest = 1e9;  // s, of the way to rest
constexpr int max_refinements = 8;
constexpr double largest_error = 1e-3;  // of slopes; beyond, the system counts as singular

}  // namespace

struct Rest::Work {
  Work(Stage& at, std::span<const double> start, std::span<const double> driven)
      : stage(at), inputs(driven.begin(), driven.end())
  {
    amounts = find_steady_state(stage.solver, start, inputs, longest);
    find_system();
    refine(start);
    stage.slopes.move_to(0.0, amounts, inputs);
  }

  /// Sums that hold whatever the rates are, if these determine the state; otherwise also those that
  /// hold because some reactions stand still.
  void find_system()
  {
    system.emplace(stage.solver, stage.solver.evaluator().system().conservation_laws());
    if (is_regular()) return;
    stage.slopes.move_to(0.0, amounts, inputs);
    const auto laws = simulate::conservation_laws(stage.slopes.changes(),
                                                  stage.slopes.active_reactions(), amounts.size());
    if (laws) system.emplace(stage.solver, *laws);
    if (!laws || !is_regular()) fail();
  }

  bool is_regular() { return system->move_to(0.0, amounts, inputs) < largest_error; }

  [[noreturn]] void fail()
  {
    throw IntegrationFailed(longest, "",
                            "the conserved sums do not determine the steady state, so that it has "
                            "no slope");
  }

  /// Newton's method from where integration and its own polish have come, within the sums of the
  /// start: all that is left is their rounding and tolerance.
  void refine(std::span<const double> start)
  {
    std::vector<double> move(amounts.size());
    double before = std::numeric_limits<double>::infinity();
    for (int i = 0; i < max_refinements; ++i) {
      stage.solver.evaluator().rhs(0.0, amounts, inputs, move);
      for (double& m : move) m = -m;
      for (const ConservationLaw& law : system->laws()) {
        move[law.owner] = LawSystem::sum(law, start) - LawSystem::sum(law, amounts);
      }
      system->solve(move);
      double size = 0.0;
      for (std::size_t s = 0; s < move.size(); ++s) {
        size = std::max(size, std::abs(move[s]) / (std::abs(amounts[s]) + 1.0));
      }
      if (!(size < 0.5 * before)) break;
      before = size;
      for (std::size_t s = 0; s < move.size(); ++s) amounts[s] += move[s];
      if (!is_regular()) fail();
    }
  }

  Stage& stage;
  std::vector<double> inputs;
  std::vector<double> amounts;
  std::optional<LawSystem> system;
};

Rest::Rest(Stage& stage, std::span<const double> start, std::span<const double> inputs)
    : work_(std::make_unique<Work>(stage, start, inputs))
{
}

Rest::~Rest() = default;

std::span<const double> Rest::amounts() const { return work_->amounts; }

void Rest::carry(std::vector<std::vector<double>>& slopes)
{
  Work& w = *work_;
  std::vector<double> rhs(w.amounts.size());
  for (std::size_t u = 0; u < slopes.size(); ++u) {
    std::fill(rhs.begin(), rhs.end(), 0.0);
    w.stage.slopes.add_column(u, rhs);
    for (double& r : rhs) r = -r;
    for (const ConservationLaw& law : w.system->laws()) {
      rhs[law.owner] = LawSystem::sum(law, slopes[u]);
    }
    w.system->solve(rhs);
    slopes[u] = rhs;
  }
}

void Rest::carry_back(std::span<double> weights, std::span<double> by_unknown)
{
  Work& w = *work_;
  w.system->solve_transposed(weights);
  std::vector<double> of_rates(weights.begin(), weights.end());
  for (const ConservationLaw& law : w.system->laws()) of_rates[law.owner] = 0.0;
  std::vector<double> slopes(by_unknown.size());
  w.stage.slopes.weigh(of_rates, slopes);
  for (std::size_t u = 0; u < slopes.size(); ++u) by_unknown[u] -= slopes[u];
  std::vector<double> by_start(w.amounts.size(), 0.0);
  for (const ConservationLaw& law : w.system->laws()) {
    for (const auto& [species, weight] : law.weights) {
      by_start[species] += weight * weights[law.owner];
    }
  }
  std::copy(by_start.begin(), by_start.end(), weights.begin());
}

}  // namespace rascade::ode
