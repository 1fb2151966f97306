// SPDX-License-Identifier: MIT
#include "bench/cascade.hpp"

#include <string>
#include <vector>

#include "unit/simulate/build_network.hpp"

namespace rascade::bench {
namespace {

using simulate::Formula;
using simulate::NetworkBuilder;
using simulate::power;

struct Tier {
  std::size_t off, half, on, bound_off, bound_half;
};

Tier add_species(NetworkBuilder& builder, int i)
{
  const std::string name = "K" + std::to_string(i);
  Tier tier{};
  tier.off = builder.species(name, 1e5);
  tier.half = builder.species(name + "p");
  tier.on = builder.species(name + "pp");
  tier.bound_off = builder.species(name + ".bound");
  tier.bound_half = builder.species(name + "p.bound");
  builder.observable("active" + std::to_string(i), {{tier.on, 1.0}});
  return tier;
}

/// Two distributive activation steps by `kinase`, each through a complex.
void add_activation(NetworkBuilder& builder, const Tier& t, std::size_t kinase,
                    const Formula& brake)
{
  builder.reaction({kinase, t.off}, {t.bound_off}, Formula("kon") * brake);
  builder.reaction({t.bound_off}, {kinase, t.off}, "koff");
  builder.reaction({t.bound_off}, {kinase, t.half}, "kcat");
  builder.reaction({kinase, t.half}, {t.bound_half}, Formula("kon") * brake);
  builder.reaction({t.bound_half}, {kinase, t.half}, "koff");
  builder.reaction({t.bound_half}, {kinase, t.on}, "kcat");
}

void add_restoration(NetworkBuilder& builder, const Tier& t)
{
  const Formula restore = Formula("vmax") / (Formula("km") + Formula("all_active"));
  builder.reaction({t.on}, {t.half}, restore).reaction({t.half}, {t.off}, restore);
  builder.reaction({}, {t.off}, Formula("loss") * 1e5);
  for (const std::size_t s : {t.off, t.half, t.on}) builder.reaction({s}, {}, "loss");
}

}  // namespace

network::Network make_cascade(int tiers)
{
  NetworkBuilder builder;
  builder.parameter("kon", 1e-5).parameter("koff", 1.0).parameter("kcat", 30.0);
  builder.parameter("vmax", 1e5).parameter("km", 2e5).parameter("loss", 1e-5);
  builder.parameter("threshold", 3e4).parameter("hill", 2.5).parameter("dose", 0.0);
  const std::size_t signal = builder.species("signal", 1e3, true);
  std::vector<Tier> made;
  std::vector<std::pair<std::size_t, double>> active;
  for (int i = 0; i < tiers; ++i) {
    made.push_back(add_species(builder, i));
    active.emplace_back(made.back().on, 1.0);
  }
  builder.observable("all_active", active);
  for (int i = 0; i < tiers; ++i) {
    const std::string next = "active" + std::to_string((i + 2) % tiers);
    const std::string brake = "brake" + std::to_string(i);
    builder.function(brake, 1.0 / (1.0 + power(Formula(next) / "threshold", "hill")));
    const Tier& tier = made[static_cast<std::size_t>(i)];
    add_activation(builder, tier, i == 0 ? signal : made[static_cast<std::size_t>(i - 1)].on,
                   brake);
    add_restoration(builder, tier);
  }
  const std::size_t drugged = builder.species("drugged");
  builder.reaction({made[2].on}, {drugged}, Formula("dose") * 0.1);
  builder.reaction({drugged}, {made[2].on}, 1e-3);
  return builder.network();
}

}  // namespace rascade::bench
