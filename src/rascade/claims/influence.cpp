// SPDX-License-Identifier: MIT
#include "rascade/claims/influence.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <span>
#include <utility>

#include "rascade/claims/arm_values.hpp"
#include "rascade/claims/mean_exposure.hpp"
#include "rascade/ode/integrator.hpp"
#include "rascade/pathway/cell_run.hpp"
#include "rascade/simulate/conservation.hpp"
#include "rascade/units/units.hpp"

namespace rascade::claims {
namespace {

using simulate::ConservationLaw;

constexpr double negligible = 1e-9;  // of what an entry is made of, or of the largest difference
constexpr double probe_step = 1e-3;  // of an amount, for the read-out's gradient

std::set<const knowledge::Quantity*> variant_effects(const knowledge::Knowledge& knowledge,
                                                     const pathway::Cell& cell)
{
  std::set<const knowledge::Quantity*> effects;
  for (const pathway::Allele& allele : cell.alleles) {
    for (const std::string& name : allele.variants) {
      const knowledge::Variant* variant = knowledge.find_variant(allele.gene, name);
      if (variant == nullptr) continue;
      for (const knowledge::VariantEffect& e : variant->effects) effects.insert(&e.quantity);
    }
  }
  return effects;
}

std::vector<double> levels_of(const Bench& bench, const Arm& arm, const Arm& given)
{
  std::vector<double> levels;
  for (const knowledge::Drug* drug : arm.drugs) {
    const bool is_given = std::find(given.drugs.begin(), given.drugs.end(), drug) != given.drugs.end();
    levels.push_back(is_given ? mean_free_drug(bench.knowledge(), bench.catalogue(), {}, *drug) : 0);
  }
  return levels;
}

/// Values of the recipes of `with` as far as `without` has them too.
std::vector<double> neutral_values(const Bench& bench, const Arm& with, const Arm& without)
{
  const pathway::Assembly& own = *bench.assembly(with);
  const pathway::Assembly& other = *bench.assembly(without);
  const pathway::Draw central;
  const auto values_of = [&](const pathway::Assembly& assembly, const std::vector<Tweak>& tweaks) {
    return recipe_values(assembly, bench.catalogue(), central, bench.knowledge(), tweaks);
  };
  const std::vector<double> theirs = values_of(other, without.tweaks);
  std::map<std::string, double> known;
  for (std::size_t i = 0; i < theirs.size(); ++i) known[other.recipes[i].name] = theirs[i];
  const auto all = variant_effects(bench.knowledge(), with.cell);
  const auto kept = variant_effects(bench.knowledge(), without.cell);
  std::vector<double> values = values_of(own, with.tweaks);
  for (std::size_t i = 0; i < values.size(); ++i) {
    pathway::Recipe recipe = own.recipes[i];
    const auto found = known.find(recipe.name);
    const std::size_t removed = std::erase_if(recipe.effects, [&](const pathway::Recipe::Effect& e) {
      return all.contains(e.quantity) && !kept.contains(e.quantity);
    });
    if (found != known.end()) {
      values[i] = found->second;
    } else if (removed > 0) {
      values[i] = recipe.value(bench.catalogue(), central);
    }
  }
  return values;
}

int sign_of(double x) { return x > 0 ? 1 : -1; }

/// One set of numbers of the arm's model.
class Numbers {
 public:
  Numbers(const pathway::Assembly& assembly, const std::vector<double>& values)
      : system_(assembly.system), parameters_(parameters_of(assembly, values)),
        evaluator_(system_, parameters_)
  {}

  std::vector<double> rhs(const std::vector<double>& y, const std::vector<double>& inputs)
  {
    std::vector<double> rates(y.size());
    evaluator_.rhs(0, y, inputs, rates);
    return rates;
  }

  /// [n_species][n_species], row: who is acted on.
  std::vector<std::vector<double>> jacobian(const std::vector<double>& y,
                                            const std::vector<double>& inputs)
  {
    const simulate::Sparsity& sparsity = system_.jacobian_sparsity();
    std::vector<double> entries(sparsity.rows.size());
    evaluator_.jacobian(0, y, inputs, entries);
    std::vector<std::vector<double>> dense(y.size(), std::vector<double>(y.size(), 0.0));
    for (std::size_t j = 0; j < y.size(); ++j) {
      for (auto k = static_cast<std::size_t>(sparsity.starts[j]);
           k < static_cast<std::size_t>(sparsity.starts[j + 1]); ++k) {
        dense[static_cast<std::size_t>(sparsity.rows[k])][j] = entries[k];
      }
    }
    return dense;
  }

  double value(const Output& output, const std::vector<double>& y, const std::vector<double>& inputs)
  {
    std::vector<double> outputs(system_.num_outputs());
    evaluator_.outputs(0, y, inputs, outputs);
    return output.value([&](const std::string& name) {
      const auto index = system_.find_output(name);
      return index ? outputs[*index] : 0.0;
    });
  }

  std::vector<double> initial() const { return system_.initial_amounts(parameters_); }

 private:
  static std::vector<double> parameters_of(const pathway::Assembly& assembly,
                                           const std::vector<double>& values)
  {
    std::vector<simulate::Override> overrides;
    for (std::size_t i = 0; i < values.size(); ++i) {
      overrides.push_back({assembly.parameters[i], values[i]});
    }
    return assembly.system.parameter_values(overrides);
  }

  simulate::RateSystem system_;
  std::vector<double> parameters_;
  simulate::Evaluator evaluator_;
};

struct State {
  std::vector<double> amounts, inputs;
};

class InfluenceMaker {
 public:
  InfluenceMaker(const Bench& bench, const Arm& with, const Arm& without, const Output& output)
      : bench_(bench), with_(with), without_(without), output_(output),
        assembly_(*bench.assembly(with)),
        values_(recipe_values(assembly_, bench.catalogue(), {}, bench.knowledge(), with.tweaks)),
        full_(assembly_, values_), neutral_(assembly_, neutral_values(bench, with, without)),
        laws_(assembly_.system.conservation_laws()),
        is_dependent_(assembly_.system.num_species(), false)
  {
    for (const ConservationLaw& law : laws_) is_dependent_[law.owner] = true;
    influence_.graph.edges.resize(assembly_.system.num_species());
  }

  Influence run(double hours)
  {
    const std::vector<double> shifts = shifts_of_sums();
    for (const State& state : states(hours)) {
      const auto slopes = full_.jacobian(state.amounts, state.inputs);
      add_edges(slopes);
      add_sources(state, slopes, shifts);
      add_targets(state, shifts);
    }
    return std::move(influence_);
  }

 private:
  std::vector<State> states(double hours) const
  {
    pathway::CellRun::Options options;
    options.values = values_;
    pathway::CellRun run(assembly_, bench_.catalogue(), {}, options);
    const std::vector<double> rest(run.untreated().begin(), run.untreated().end());
    const std::vector<double> levels = levels_of(bench_, with_, with_);
    std::vector<State> states{{rest, std::vector<double>(levels.size(), 0.0)}};
    if (levels.empty() || hours <= 0) return states;
    states.push_back({rest, levels});
    const std::vector<double> times{0, hours * units::hour};
    states.push_back({run.treat(pathway::constant_drugs(levels), times).final_amounts, levels});
    return states;
  }

  /// By how much the step changes each conserved sum.
  std::vector<double> shifts_of_sums() const
  {
    const std::vector<double> after = full_.initial(), before = neutral_.initial();
    std::vector<double> shifts;
    for (const ConservationLaw& law : laws_) {
      double shift = 0;
      for (const auto& [species, weight] : law.weights) {
        shift += weight * (after[species] - before[species]);
      }
      shifts.push_back(std::abs(shift) > negligible * after[law.owner] ? shift : 0);
    }
    return shifts;
  }

  /// Slopes by the independent species: what the dependent ones pass on is taken in.
  void add_edges(const std::vector<std::vector<double>>& slopes)
  {
    const std::size_t n = slopes.size();
    for (std::size_t to = 0; to < n; ++to) {
      if (is_dependent_[to]) continue;
      std::vector<double> row = slopes[to], size(n);
      for (std::size_t j = 0; j < n; ++j) size[j] = std::abs(row[j]);
      for (const ConservationLaw& law : laws_) {
        for (const auto& [species, weight] : law.weights) {
          const double passed = slopes[to][law.owner] * weight;
          row[species] -= passed;
          size[species] += std::abs(passed);
        }
      }
      for (std::size_t from = 0; from < n; ++from) {
        const bool is_edge = from != to && !is_dependent_[from] && size[from] > 0 &&
                             std::abs(row[from]) > negligible * size[from];
        if (is_edge) influence_.graph.join(from, to, sign_of(row[from]));
      }
    }
  }

  void add_sources(const State& state, const std::vector<std::vector<double>>& slopes,
                   const std::vector<double>& shifts)
  {
    std::vector<double> fewer = levels_of(bench_, with_, without_);
    for (std::size_t i = 0; i < fewer.size(); ++i) fewer[i] = std::min(fewer[i], state.inputs[i]);
    const std::vector<double> after = full_.rhs(state.amounts, state.inputs);
    const std::vector<double> before = neutral_.rhs(state.amounts, fewer);
    double largest = 0;
    for (std::size_t i = 0; i < after.size(); ++i) {
      largest = std::max(largest, std::abs(after[i] - before[i]));
    }
    for (std::size_t i = 0; i < after.size(); ++i) {
      if (is_dependent_[i]) continue;
      const double by = after[i] - before[i];
      if (std::abs(by) > negligible * largest) add(influence_.sources, i, sign_of(by));
      for (std::size_t s = 0; s < laws_.size(); ++s) {
        const double passed = slopes[i][laws_[s].owner] * shifts[s];
        if (passed != 0) add(influence_.sources, i, sign_of(passed));
      }
    }
  }

  void add_targets(const State& state, const std::vector<double>& shifts)
  {
    const double here = full_.value(output_, state.amounts, state.inputs);
    const double without = neutral_.value(output_, state.amounts, state.inputs);
    if (std::abs(here - without) > negligible * std::abs(here)) add_direct(sign_of(here - without));
    std::vector<double> slopes(state.amounts.size());
    for (std::size_t j = 0; j < slopes.size(); ++j) slopes[j] = slope(state, j, here);
    std::vector<double> independent = slopes;
    for (std::size_t s = 0; s < laws_.size(); ++s) {
      const double by = slopes[laws_[s].owner];
      if (by * shifts[s] != 0) add_direct(sign_of(by * shifts[s]));
      for (const auto& [species, weight] : laws_[s].weights) independent[species] -= by * weight;
    }
    for (std::size_t j = 0; j < slopes.size(); ++j) {
      const bool is_small = std::abs(independent[j]) <= 1e-6 * std::abs(slopes[j]);
      if (is_dependent_[j] || independent[j] == 0 || (is_small && slopes[j] != 0)) continue;
      add(influence_.targets, j, sign_of(independent[j]));
    }
  }

  /// Of the read-out by one amount; 0 where the difference is lost in rounding.
  double slope(const State& state, std::size_t species, double here)
  {
    std::vector<double> y = state.amounts;
    const double step = probe_step * std::max(1.0, y[species]);
    y[species] += step;
    const double by = full_.value(output_, y, state.inputs) - here;
    return std::abs(by) > 1e-12 * std::abs(here) ? by / step : 0;
  }

  static void add(std::vector<SignedNode>& nodes, std::size_t node, int sign)
  {
    const auto is_same = [&](const SignedNode& n) { return n.node == node && n.sign == sign; };
    if (std::none_of(nodes.begin(), nodes.end(), is_same)) nodes.push_back({node, sign});
  }

  void add_direct(int sign)
  {
    auto& direct = influence_.direct;
    if (std::find(direct.begin(), direct.end(), sign) == direct.end()) direct.push_back(sign);
  }

  const Bench& bench_;
  const Arm& with_;
  const Arm& without_;
  const Output& output_;
  const pathway::Assembly& assembly_;
  std::vector<double> values_;
  Numbers full_, neutral_;
  std::span<const ConservationLaw> laws_;  // owned by the seeds: the idle forms
  std::vector<bool> is_dependent_;
  Influence influence_;
};

}  // namespace

Influence influence_of(const Bench& bench, const Arm& with, const Arm& without, const Output& output,
                       double hours)
{
  return InfluenceMaker(bench, with, without, output).run(hours);
}

}  // namespace rascade::claims
