// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "rascade/network/network.hpp"

namespace rascade::simulate {

/// Formulas written as C++: `Formula("k") * Formula("A") + 2.0`.
struct Formula {
  model::Expression tree;

  Formula(double value) { tree.number = value; }  // NOLINT: numbers read as formulas
  Formula(const char* name)                        // NOLINT: names too
  {
    tree.kind = model::Expression::Kind::name;
    tree.name = name;
  }
  Formula(const std::string& name) : Formula(name.c_str()) {}  // NOLINT
  Formula(model::Expression::Kind kind, std::string name, std::vector<Formula> args)
  {
    tree.kind = kind;
    tree.name = std::move(name);
    for (Formula& arg : args) tree.args.push_back(std::move(arg.tree));
  }
};

using Kind = model::Expression::Kind;

inline Formula operator+(Formula a, Formula b) { return {Kind::add, "", {a, b}}; }
inline Formula operator-(Formula a, Formula b) { return {Kind::subtract, "", {a, b}}; }
inline Formula operator*(Formula a, Formula b) { return {Kind::multiply, "", {a, b}}; }
inline Formula operator/(Formula a, Formula b) { return {Kind::divide, "", {a, b}}; }
inline Formula operator-(Formula a) { return {Kind::negate, "", {a}}; }
inline Formula power(Formula a, Formula b) { return {Kind::power, "", {a, b}}; }
inline Formula call(std::string name, std::vector<Formula> args)
{
  return {Kind::call, std::move(name), std::move(args)};
}
inline Formula compare(std::string sign, Formula a, Formula b)
{
  return {Kind::compare, std::move(sign), {a, b}};
}
inline Formula logical(std::string sign, Formula a, Formula b)
{
  return {Kind::logical, std::move(sign), {a, b}};
}
inline Formula negation(Formula a) { return {Kind::negation, "", {a}}; }

/// Puts networks together from species and reactions without any rules.
class NetworkBuilder {
 public:
  NetworkBuilder& parameter(const std::string& name, const Formula& value)
  {
    network_.parameters.push_back({name, value.tree, {}});
    return *this;
  }

  std::size_t species(const std::string& name, const Formula& amount = 0.0, bool fixed = false)
  {
    network_.species.push_back({name, amount.tree, fixed});
    return network_.species.size() - 1;
  }

  /// An observable of the species' name as well.
  std::size_t seen_species(const std::string& name, const Formula& amount = 0.0)
  {
    const std::size_t index = species(name, amount);
    observable(name, {{index, 1.0}});
    return index;
  }

  NetworkBuilder& observable(const std::string& name,
                             const std::vector<std::pair<std::size_t, double>>& weights)
  {
    network::NetworkObservable& o = network_.observables.emplace_back();
    o.name = name;
    for (const auto& [index, weight] : weights) {
      o.weights.emplace_back(network::SpeciesIndex(index), weight);
    }
    return *this;
  }

  NetworkBuilder& function(const std::string& name, const Formula& value)
  {
    network_.functions.push_back({name, value.tree, {}});
    return *this;
  }

  NetworkBuilder& reaction(const std::vector<std::size_t>& reactants,
                           const std::vector<std::size_t>& products, const Formula& law,
                           double factor = 1.0)
  {
    network::Reaction& r = network_.reactions.emplace_back();
    for (const std::size_t s : reactants) r.reactants.emplace_back(s);
    for (const std::size_t s : products) r.products.emplace_back(s);
    std::sort(r.reactants.begin(), r.reactants.end());
    std::sort(r.products.begin(), r.products.end());
    r.law = network::RateLawIndex(network_.rate_laws.size());
    r.factor = factor;
    network_.rate_laws.push_back({model::RateLaw::Kind::elementary, {law.tree}});
    return *this;
  }

  [[nodiscard]] const network::Network& network() const { return network_; }

 private:
  network::Network network_;
};

}  // namespace rascade::simulate
