// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <map>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "rascade/network/network.hpp"

namespace rascade::simulate {

/// Walks expression trees and looks every name up: the obvious way to evaluate a network.
class SlowTwin {
 public:
  using Values = std::map<std::string, double>;

  explicit SlowTwin(const network::Network& network) : network_(network) {}

  [[nodiscard]] std::vector<double> rhs(double t, std::span<const double> y,
                                        const Values& inputs) const
  {
    const Values names = all_names(t, y, inputs);
    std::vector<double> slope(y.size(), 0.0);
    for (const network::Reaction& reaction : network_.reactions) {
      double rate = reaction.factor * evaluate(network_.rate_laws[reaction.law].args[0], names);
      for (const network::SpeciesIndex s : reaction.reactants) rate *= y[s];
      for (const network::SpeciesIndex s : reaction.reactants) slope[s] -= rate;
      for (const network::SpeciesIndex s : reaction.products) slope[s] += rate;
    }
    for (std::size_t i = 0; i < slope.size(); ++i) {
      if (network_.species[i].fixed) slope[i] = 0.0;
    }
    return slope;
  }

  [[nodiscard]] Values all_names(double t, std::span<const double> y, const Values& inputs) const
  {
    Values names{{"time", t}};
    for (const model::Parameter& p : network_.parameters) {
      const auto driven = inputs.find(p.name);
      names[p.name] = driven != inputs.end() ? driven->second : evaluate(p.value, names);
    }
    for (const network::NetworkObservable& o : network_.observables) {
      double sum = 0.0;
      for (const auto& [species, weight] : o.weights) sum += weight * y[species];
      names[o.name] = sum;
    }
    for (const model::Function& f : network_.functions) names[f.name] = evaluate(f.value, names);
    return names;
  }

  [[nodiscard]] static double evaluate(const model::Expression& e, const Values& names)
  {
    using K = model::Expression::Kind;
    if (e.kind == K::number) return e.number;
    if (e.kind == K::name) return names.at(e.name);
    std::vector<double> a;
    for (const model::Expression& arg : e.args) a.push_back(evaluate(arg, names));
    switch (e.kind) {
      case K::call: return call(e.name, a);
      case K::add: return a[0] + a[1];
      case K::subtract: return a[0] - a[1];
      case K::multiply: return a[0] * a[1];
      case K::divide: return a[0] / a[1];
      case K::power: return std::pow(a[0], a[1]);
      case K::negate: return -a[0];
      case K::compare: return compare(e.name, a[0], a[1]) ? 1.0 : 0.0;
      case K::logical:
        return (e.name == "&&" ? a[0] != 0 && a[1] != 0 : a[0] != 0 || a[1] != 0) ? 1.0 : 0.0;
      case K::negation: return a[0] == 0 ? 1.0 : 0.0;
      default: throw std::logic_error("no such expression");
    }
  }

 private:
  static double call(const std::string& name, const std::vector<double>& a)
  {
    if (name == "exp") return std::exp(a[0]);
    if (name == "ln") return std::log(a[0]);
    if (name == "log10") return std::log10(a[0]);
    if (name == "log2") return std::log2(a[0]);
    if (name == "sqrt") return std::sqrt(a[0]);
    if (name == "abs") return std::abs(a[0]);
    if (name == "min") return std::min(a[0], a[1]);
    if (name == "max") return std::max(a[0], a[1]);
    if (name == "if") return a[0] != 0 ? a[1] : a[2];
    throw std::logic_error("no such built-in: " + name);
  }

  static bool compare(const std::string& sign, double a, double b)
  {
    if (sign == "<") return a < b;
    if (sign == "<=") return a <= b;
    if (sign == ">") return a > b;
    if (sign == ">=") return a >= b;
    return sign == "==" ? a == b : a != b;
  }

  const network::Network& network_;
};

}  // namespace rascade::simulate
