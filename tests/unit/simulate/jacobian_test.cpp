// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "rascade/simulate/rate_system.hpp"
#include "unit/simulate/random_network.hpp"
#include "unit/simulate/slow_twin.hpp"

namespace rascade::simulate {
namespace {

constexpr double dose = 1.7;
constexpr double now = 0.8;  // s

class RandomNetworks : public testing::TestWithParam<std::uint32_t> {
 protected:
  RandomNetworks() : random_(GetParam()), network_(random_.make()), twin_(network_)
  {
    for (std::size_t i = 0; i < network_.species.size(); ++i) {
      y_.push_back(random_.uniform(0.2, 2.0));
    }
    const std::vector<std::string> inputs{"dose"};
    Checked<RateSystem> system = RateSystem::compile(network_, inputs);
    EXPECT_TRUE(system) << to_string(system.diagnostics());
    const std::vector<double> parameters = system->parameter_values({});
    evaluator_.emplace(*std::move(system), parameters);
  }

  [[nodiscard]] std::vector<double> twin_rhs(const std::vector<double>& y) const
  {
    return twin_.rhs(now, y, {{"dose", dose}});
  }

  /// Column j by central differences of fourth order: the error is about 1e-11 of the slope.
  [[nodiscard]] std::vector<double> twin_column(std::size_t j) const
  {
    const double h = 1e-3 * y_[j];
    const auto at = [&](double step) {
      std::vector<double> y = y_;
      y[j] += step * h;
      return twin_rhs(y);
    };
    const std::vector<double> a = at(-2), b = at(-1), c = at(1), d = at(2);
    std::vector<double> column(a.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
      column[i] = (a[i] - 8 * b[i] + 8 * c[i] - d[i]) / (12 * h);
    }
    return column;
  }

  RandomNetwork random_;
  network::Network network_;
  SlowTwin twin_;
  std::vector<double> y_;
  std::optional<Evaluator> evaluator_;
};

TEST_P(RandomNetworks, RhsIsThatOfTheSlowTwin)
{
  std::vector<double> dydt(y_.size());
  evaluator_->rhs(now, y_, std::vector{dose}, dydt);
  const std::vector<double> expected = twin_rhs(y_);
  for (std::size_t i = 0; i < y_.size(); ++i) {
    EXPECT_NEAR(dydt[i], expected[i], 1e-11 * (1.0 + std::abs(expected[i])));
  }
}

TEST_P(RandomNetworks, JacobianIsThatOfCentralDifferences)
{
  const Sparsity& sparsity = evaluator_->system().jacobian_sparsity();
  std::vector<double> values(sparsity.rows.size());
  evaluator_->jacobian(now, y_, std::vector{dose}, values);
  for (std::size_t j = 0; j < y_.size(); ++j) {
    std::vector<double> column(y_.size(), 0.0);
    for (std::int64_t k = sparsity.starts[j]; k < sparsity.starts[j + 1]; ++k) {
      const auto place = static_cast<std::size_t>(k);
      column[static_cast<std::size_t>(sparsity.rows[place])] = values[place];
    }
    const std::vector<double> expected = twin_column(j);
    const double scale = 1.0 + std::abs(*std::max_element(expected.begin(), expected.end()));
    for (std::size_t i = 0; i < y_.size(); ++i) {
      EXPECT_NEAR(column[i], expected[i], 1e-6 * scale) << "row " << i << " column " << j;
    }
  }
}

TEST_P(RandomNetworks, PatternIsOrderedAndHasTheDiagonal)
{
  const Sparsity& sparsity = evaluator_->system().jacobian_sparsity();
  ASSERT_EQ(sparsity.starts.size(), y_.size() + 1);
  ASSERT_EQ(sparsity.starts.back(), static_cast<std::int64_t>(sparsity.rows.size()));
  for (std::size_t j = 0; j < y_.size(); ++j) {
    const auto first = sparsity.rows.begin() + sparsity.starts[j];
    const auto last = sparsity.rows.begin() + sparsity.starts[j + 1];
    EXPECT_TRUE(std::adjacent_find(first, last, std::greater_equal<>()) == last);
    EXPECT_TRUE(std::binary_search(first, last, static_cast<std::int64_t>(j)));
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomNetworks, testing::Range(1U, 41U));

TEST(Jacobian, PatternHoldsOnlyWhatInfluences)
{
  NetworkBuilder builder;
  const std::size_t a = builder.species("A"), b = builder.species("B");
  builder.species("C");
  builder.reaction({a}, {b}, 1.0);
  const Checked<RateSystem> system = RateSystem::compile(builder.network(), {});
  ASSERT_TRUE(system);
  // A acts on A and B; B and C on nothing, so that only their diagonals remain.
  EXPECT_EQ(system->jacobian_sparsity().rows, (std::vector<std::int64_t>{0, 1, 1, 2}));
}

}  // namespace
}  // namespace rascade::simulate
