// SPDX-License-Identifier: MIT
#include "rascade/ode/rest.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>

#include "rascade/ode/sparse_lu.hpp"
#include "rascade/ode/steady_state.hpp"

namespace rascade::ode {
namespace {

using simulate::ConservationLaw;
using simulate::IntegrationFailed;
using simulate::Triplet;

constexpr double longest = 1e9;  // s, of the way to rest
constexpr int max_refinements = 8;

/// Beyond this, rounding leaves fewer than four digits of a slope.
constexpr double largest_condition = 1e12;

double sum_of(const ConservationLaw& law, std::span<const double> amounts)
{
  double sum = 0.0;
  for (const auto& [species, weight] : law.weights) sum += weight * amounts[species];
  return sum;
}

}  // namespace

struct Rest::Work {
  Work(Stage& at, std::span<const double> start, std::span<const double> driven)
      : stage(at),
        inputs(driven.begin(), driven.end()),
        jacobian(system().jacobian_sparsity().rows.size()),
        owns(start.size(), false)
  {
    amounts = find_steady_state(stage.solver, start, inputs, longest);
    look();
    find_laws(start);
    refine(start);
    transposed.emplace(entries(true), size(), stage.solver.context());
  }

  [[nodiscard]] const simulate::RateSystem& system() { return stage.solver.evaluator().system(); }
  [[nodiscard]] std::size_t size() const { return amounts.size(); }

  [[noreturn]] void fail(std::size_t species, const char* why)
  {
    throw IntegrationFailed(longest, stage.solver.name(species), why);
  }

  void look()
  {
    stage.solver.evaluator().jacobian(0.0, amounts, inputs, jacobian);
    stage.slopes.move_to(0.0, amounts, inputs);
  }

  /// Sums that hold whatever the rates are, if these determine the state; otherwise also those that
  /// hold because some reactions stand still, as far as no unknown would start them.
  void find_laws(std::span<const double> start)
  {
    const simulate::SparseRows& changes = stage.slopes.changes();
    take_laws(simulate::conservation_laws(changes, std::vector<bool>(changes.num_rows(), true),
                                          size()));
    if (factor()) return;
    take_laws(simulate::conservation_laws(changes, stage.slopes.active_reactions(), size()));
    if (!factor()) fail(0, "the steady state is not determined by the conserved sums");
    (void)start;
  }

  void take_laws(std::optional<std::vector<ConservationLaw>> found)
  {
    if (!found) fail(0, "the conserved sums cannot be written with small whole numbers");
    laws = *std::move(found);
    std::fill(owns.begin(), owns.end(), false);
    for (const ConservationLaw& law : laws) owns[law.owner] = true;
  }

  /// J, the laws in the rows of their owners.
  std::vector<Triplet> entries(bool is_transposed)
  {
    const simulate::Sparsity& sparsity = system().jacobian_sparsity();
    std::vector<Triplet> result;
    for (std::size_t j = 0; j < size(); ++j) {
      for (std::int64_t k = sparsity.starts[j]; k < sparsity.starts[j + 1]; ++k) {
        const auto place = static_cast<std::size_t>(k);
        const auto i = static_cast<std::size_t>(sparsity.rows[place]);
        if (!owns[i]) result.push_back({i, j, jacobian[place]});
      }
    }
    for (const ConservationLaw& law : laws) {
      for (const auto& [species, weight] : law.weights) result.push_back({law.owner, species, weight});
    }
    for (Triplet& t : result) {
      if (is_transposed) std::swap(t.row, t.column);
    }
    return result;
  }

  bool factor()
  {
    lu.emplace(entries(false), size(), stage.solver.context());
    return lu->condition() < largest_condition;
  }

  /// Newton's method from where integration and its own polish have come, within the sums of the
  /// start: all that is left is their rounding and tolerance.
  void refine(std::span<const double> start)
  {
    std::vector<double> move(size());
    double before = std::numeric_limits<double>::infinity();
    for (int i = 0; i < max_refinements; ++i) {
      stage.solver.evaluator().rhs(0.0, amounts, inputs, move);
      for (double& m : move) m = -m;
      for (const ConservationLaw& law : laws) {
        move[law.owner] = sum_of(law, start) - sum_of(law, amounts);
      }
      lu->solve(move);
      double step = 0.0;
      for (std::size_t s = 0; s < size(); ++s) {
        step = std::max(step, std::abs(move[s]) / (std::abs(amounts[s]) + 1.0));
      }
      if (!(step < 0.5 * before)) break;
      before = step;
      for (std::size_t s = 0; s < size(); ++s) amounts[s] += move[s];
      look();
      if (!factor()) fail(0, "the steady state is not determined by the conserved sums");
    }
  }

  Stage& stage;
  std::vector<double> inputs;
  std::vector<double> jacobian;
  std::vector<bool> owns;  // [n_species]
  std::vector<double> amounts;
  std::vector<ConservationLaw> laws;
  std::optional<SparseLu> lu;
  std::optional<SparseLu> transposed;
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
  std::vector<double> rhs(w.size());
  for (std::size_t u = 0; u < slopes.size(); ++u) {
    std::fill(rhs.begin(), rhs.end(), 0.0);
    w.stage.slopes.add_column(u, rhs);
    for (double& r : rhs) r = -r;
    for (const ConservationLaw& law : w.laws) rhs[law.owner] = sum_of(law, slopes[u]);
    w.lu->solve(rhs);
    slopes[u] = rhs;
  }
}

void Rest::carry_back(std::span<double> weights, std::span<double> by_unknown)
{
  Work& w = *work_;
  w.transposed->solve(weights);
  std::vector<double> of_rates(weights.begin(), weights.end());
  for (const ConservationLaw& law : w.laws) of_rates[law.owner] = 0.0;
  std::vector<double> slopes(by_unknown.size());
  w.stage.slopes.weigh(of_rates, slopes);
  for (std::size_t u = 0; u < slopes.size(); ++u) by_unknown[u] -= slopes[u];
  std::vector<double> by_start(w.size(), 0.0);
  for (const ConservationLaw& law : w.laws) {
    for (const auto& [species, weight] : law.weights) by_start[species] += weight * weights[law.owner];
  }
  std::copy(by_start.begin(), by_start.end(), weights.begin());
}

}  // namespace rascade::ode
