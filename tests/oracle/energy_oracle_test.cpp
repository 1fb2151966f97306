// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>
#include <string>

#include "oracle/compare.hpp"
#include "oracle/random_model.hpp"
#include "rascade/network/expand.hpp"

namespace rascade::oracle {
namespace {

using model::Expression;
using Kind = Expression::Kind;
using network::Network;

using Values = std::map<std::string, double>;

double evaluate(const Expression& e, const Values& values)
{
  std::vector<double> args;
  for (const Expression& arg : e.args) args.push_back(evaluate(arg, values));
  switch (e.kind) {
    case Kind::number:
      return e.number;
    case Kind::name:
      return values.at(e.name);
    case Kind::add:
      return args[0] + args[1];
    case Kind::subtract:
      return args[0] - args[1];
    case Kind::multiply:
      return args[0] * args[1];
    case Kind::negate:
      return -args[0];
    case Kind::call:
      if (e.name == "exp") return std::exp(args[0]);
      break;
    default:
      break;
  }
  throw std::runtime_error("no value: " + model::to_string(e));
}

Expression add_parameter(model::Model& model, Values& values, std::string name, double value)
{
  Expression number, e;
  number.number = value;
  values[name] = value;
  model.parameters.push_back({name, number});
  e.kind = Kind::name;
  e.name = std::move(name);
  return e;
}

/// A rule and its reverse have one phi and one Ea.
model::Model energy_model(Dice& dice, Values& values)
{
  ModelShape shape;
  shape.reversible = true;
  shape.has_keywords = false;
  model::Model model = random_model(dice, shape);
  const std::size_t num_patterns = 1 + dice(4);
  for (std::size_t e = 0; e < num_patterns; ++e) {
    const Expression energy =
        add_parameter(model, values, "G" + std::to_string(e), 4.0 * dice.unit() - 2.0);
    model.energy_patterns.push_back({"", random_pattern(dice, model.molecule_types), energy});
  }
  for (std::size_t r = 0; r + 1 < model.rules.size(); r += 2) {
    const std::string n = std::to_string(r);
    const Expression phi = add_parameter(model, values, "phi" + n, dice.unit());
    const Expression activation = add_parameter(model, values, "Ea" + n, 2.0 * dice.unit() - 1.0);
    const model::RateLaw law{model::RateLaw::Kind::arrhenius, {phi, activation}};
    model.rules[r].rate = model.rules[r + 1].rate = law;
  }
  return model;
}

/// Each place where a pattern lies counts once, however often its own symmetry finds it.
std::vector<double> energies(const std::vector<graph::SiteGraph>& species,
                             const model::Model& model, const Values& values)
{
  std::vector<double> sums(species.size(), 0.0);
  for (const model::EnergyPattern& energy : model.energy_patterns) {
    model::Rule unchanged;
    unchanged.reactants = unchanged.products = {energy.pattern};
    const auto repeats = static_cast<double>(twin::count_symmetries(unchanged, model));
    const graph::SitePattern pattern = twin::to_pattern(energy.pattern, model);
    for (std::size_t s = 0; s < species.size(); ++s) {
      const auto found = static_cast<double>(twin::embeddings(pattern, species[s]).size());
      sums[s] += evaluate(energy.energy, values) * found / repeats;
    }
  }
  return sums;
}

double total(const std::vector<network::SpeciesIndex>& side, const std::vector<double>& of)
{
  double sum = 0.0;
  for (const network::SpeciesIndex s : side) sum += of[s];
  return sum;
}

/// log of amounts at equilibrium: exp(-G), over the ways in which the species lies on itself.
std::vector<double> equilibrium(const std::vector<graph::SiteGraph>& species,
                                const std::vector<double>& energy)
{
  std::vector<double> logs;
  for (std::size_t s = 0; s < species.size(); ++s) {
    const auto repeats = twin::embeddings(twin::exactly(species[s]), species[s]).size();
    logs.push_back(-energy[s] - std::log(static_cast<double>(repeats)));
  }
  return logs;
}

/// By pair of rules and sides: the rate at equilibrium.
using Fluxes = std::map<std::tuple<std::size_t, std::vector<network::SpeciesIndex>,
                                   std::vector<network::SpeciesIndex>, bool>,
                        double>;

struct Tally {
  std::size_t num_reactions = 0;
  std::size_t num_uneven = 0;  // with an energy of reaction
};

void expect_equilibrium(const Network& network, const model::Model& model, const Values& values,
                        Tally& tally)
{
  const std::vector<graph::SiteGraph> species = species_of(network, model);
  const std::vector<double> energy = energies(species, model, values);
  const std::vector<double> log_amount = equilibrium(species, energy);
  Fluxes fluxes;
  for (const network::Reaction& r : network.reactions) {
    const model::Rule& rule = model.rules[r.rule];
    const double change = total(r.products, energy) - total(r.reactants, energy);
    const double phi_forward = evaluate(rule.rate.args[0], values);
    const double phi = rule.is_reverse ? 1.0 - phi_forward : phi_forward;
    const double activation = evaluate(rule.rate.args[1], values);
    const double rate = evaluate(network.rate_laws[r.law].args[0], values);
    ASSERT_NEAR(std::log(rate), -(activation + phi * change), 1e-9);
    fluxes[{r.rule / 2, r.reactants, r.products, rule.is_reverse}] +=
        r.factor * rate * std::exp(total(r.reactants, log_amount));
    ++tally.num_reactions;
    if (std::abs(change) > 1e-6) ++tally.num_uneven;
  }
  for (const auto& [key, forth] : fluxes) {
    const auto& [rule, before, after, is_reverse] = key;
    const auto back = fluxes.find({rule, after, before, !is_reverse});
    ASSERT_NE(back, fluxes.end()) << "rule " << rule;
    ASSERT_NEAR(forth / back->second, 1.0, 1e-9) << "rule " << rule;
  }
}

/// Rates that leave one set of amounts at rest in every single reaction multiply to the same
/// forth and back around every cycle.
TEST(Oracle, EnergiesMakeEveryReactionRestAtOneEquilibrium)
{
  Tally tally;
  for (std::uint64_t seed = 0; seed < 150; ++seed) {
    Dice dice(70000 + seed);
    Values values;
    const model::Model model = energy_model(dice, values);
    network::ExpansionOptions options;
    options.limits.max_molecules = 3;
    options.limits.max_species = 100;
    const auto network = network::expand(model, options);
    if (!network || network->reactions.size() > 1000) continue;
    ASSERT_NO_FATAL_FAILURE(expect_equilibrium(*network, model, values, tally))
        << "seed " << seed << "\n"
        << print(model);
    if (testing::Test::HasFailure()) FAIL() << "seed " << seed << "\n" << print(model);
  }
  EXPECT_GT(tally.num_reactions, 1000U);
  EXPECT_GT(tally.num_uneven, 500U);
}

}  // namespace
}  // namespace rascade::oracle
