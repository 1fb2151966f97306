// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "unit/simulate/build_network.hpp"

namespace rascade::simulate {

/// Networks with every kind of formula and reactions of order 0 to 3; one seed, one network.
/// Formulas are positive wherever amounts are, so roots and logarithms always exist; smooth ones do
/// not jump either.
class RandomNetwork {
 public:
  explicit RandomNetwork(std::uint32_t seed, bool is_smooth = false)
      : engine_(seed), is_smooth_(is_smooth)
  {
  }

  network::Network make()
  {
    NetworkBuilder builder;
    builder.parameter("p", uniform(0.5, 2.0)).parameter("q", Formula("p") * uniform(0.5, 2.0));
    builder.parameter("dose", 1.0);
    leaves_ = {"p", "q", "dose", "time"};
    const std::size_t n = 5 + below(5);
    for (std::size_t i = 0; i < n; ++i) builder.species("S" + std::to_string(i), 1.0, i == 3);
    for (std::size_t o = 0; o < 4; ++o) add_observable(builder, n, "O" + std::to_string(o));
    for (std::size_t f = 0; f < 3; ++f) {
      const std::string name = "f" + std::to_string(f);
      builder.function(name, formula(3));
      leaves_.push_back(name);
    }
    for (std::size_t r = 0; r < 3 * n; ++r) {
      builder.reaction(some(below(4), n), some(below(4), n), formula(2), uniform(0.5, 1.5));
    }
    return builder.network();
  }

  double uniform(double low, double high)
  {
    // Not std::uniform_real_distribution, whose numbers differ between libraries.
    return low + (high - low) * static_cast<double>(engine_() >> 8) / 16777216.0;
  }

 private:
  std::size_t below(std::size_t n) { return engine_() % n; }

  std::vector<std::size_t> some(std::size_t count, std::size_t n)
  {
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < count; ++i) chosen.push_back(below(n));
    return chosen;
  }

  void add_observable(NetworkBuilder& builder, std::size_t n, const std::string& name)
  {
    std::vector<std::pair<std::size_t, double>> weights;
    for (std::size_t s = 0; s < n; ++s) {
      if (below(2) == 0) weights.emplace_back(s, 1.0 + static_cast<double>(below(2)));
    }
    builder.observable(name, weights);
    leaves_.push_back(name);
  }

  Formula formula(int depth)
  {
    if (depth == 0) return Formula(leaves_[below(leaves_.size())]);
    const Formula a = formula(depth - 1);
    const Formula b = formula(depth - 1);
    const std::size_t kind = below(16);
    switch (is_smooth_ && kind >= 12 && kind <= 14 ? 15 : kind) {
      case 0: return a + b;
      case 1: return a * b / (1.0 + a + b);
      case 2: return a / (0.5 + b);
      case 3: return power(a / (1.0 + a), "q");
      case 4: return power(1.0 + a / (1.0 + a), b / (1.0 + b));
      case 5: return call("exp", {-a / (1.0 + b)});
      case 6: return call("ln", {1.0 + a});
      case 7: return call("log10", {2.0 + a}) + call("log2", {2.0 + b});
      case 8: return call("sqrt", {a + 0.1});
      case 9: return call("abs", {a - b});
      case 10: return call("min", {a, b});
      case 11: return call("max", {a, b});
      case 12: return call("if", {compare(">", a, b), a, b * 0.5});
      case 13: return call("if", {logical("&&", compare("<=", a, b), negation("p")), a, b});
      case 14: return a * compare("!=", a, b) + b * logical("||", compare(">=", b, a), 0.0);
      default: return 3.0 + a - a / (1.0 + b) * 0.5 + power(b, 2.0) / (1.0 + power(b, 2.0));
    }
  }

  std::mt19937 engine_;
  bool is_smooth_;
  std::vector<std::string> leaves_;
};

}  // namespace rascade::simulate
