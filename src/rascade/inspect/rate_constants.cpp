// SPDX-License-Identifier: MIT
#include "rascade/inspect/rate_constants.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "rascade/simulate/rate_system.hpp"

namespace rascade::inspect {
namespace {

using model::Expression;

/// Formulas of parameters only, evaluated together.
class Constants {
 public:
  explicit Constants(const network::Network& network)
  {
    numbers_.parameters = network.parameters;
    for (const model::Parameter& p : network.parameters) names_.insert(p.name);
    for (const model::Function& f : network.functions) {
      if (f.args.empty() && is_constant(f.value)) add(f.name, f.value);
    }
    numbers_.species.resize(1);  // a system without any is a mistake
  }

  [[nodiscard]] bool is_constant(const Expression& e) const
  {
    if (e.kind == Expression::Kind::table) return false;
    if (e.kind == Expression::Kind::name && !names_.contains(e.name)) return false;
    return std::all_of(e.args.begin(), e.args.end(),
                       [this](const Expression& arg) { return is_constant(arg); });
  }

  /// Position of the formula's value among `values()`; nothing can be named `name` in a text.
  std::size_t add(const std::string& name, const Expression& value)
  {
    names_.insert(name);
    numbers_.parameters.push_back({name, value, {}, {}});
    return numbers_.parameters.size() - 1;
  }

  /// Empty if one of the formulas calls what only a running model has.
  [[nodiscard]] std::vector<double> values() const
  {
    const auto system = simulate::RateSystem::compile(numbers_, {});
    if (!system) return {};
    return system->parameter_values({});
  }

 private:
  network::Network numbers_;
  std::unordered_set<std::string> names_;
};

}  // namespace

std::vector<double> rate_constants(const network::Network& network)
{
  Constants constants(network);
  std::unordered_map<std::size_t, std::size_t> law_at, scale_at;
  for (std::size_t l = 0; l < network.rate_laws.size(); ++l) {
    const model::RateLaw& law = network.rate_laws[l];
    const bool is_plain = law.kind == model::RateLaw::Kind::elementary && law.args.size() == 1;
    if (!is_plain || !constants.is_constant(law.args[0])) continue;
    law_at.emplace(l, constants.add(fmt::format("law {}", l), law.args[0]));
  }
  for (std::size_t s = 0; s < network.scales.size(); ++s) {
    scale_at.emplace(s, constants.add(fmt::format("scale {}", s), network.scales[s]));
  }
  const std::vector<double> values = constants.values();
  std::vector<double> rates;
  for (const network::Reaction& r : network.reactions) {
    const auto law = law_at.find(r.law);
    double rate = std::numeric_limits<double>::quiet_NaN();
    if (law != law_at.end() && !values.empty()) {
      rate = r.factor * values[law->second];
      if (r.scale != network::no_scale) {
        rate *= values[scale_at.at(static_cast<std::size_t>(r.scale))];
      }
    }
    rates.push_back(rate);
  }
  return rates;
}

}  // namespace rascade::inspect
