// SPDX-License-Identifier: MIT
#include "rascade/service/ensemble_draws.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "rascade/trial/statistics.hpp"
#include "unit/simulate/build_network.hpp"

namespace rascade::service {
namespace {

constexpr std::size_t many = 20'000;

simulate::RateSystem system()
{
  simulate::NetworkBuilder b;
  b.parameter("a", 2.0).parameter("b", 3.0);
  const std::size_t x = b.species("X", 1.0);
  b.reaction({x}, {}, 1.0);
  return *simulate::RateSystem::compile(b.network(), {});
}

std::vector<double> values_of(const std::vector<std::string>& varied, std::size_t which = 0,
                              std::uint64_t seed = 1)
{
  const std::vector<std::string> names{"a", "b"};
  const auto draws = EnsembleDraws::vary(varied, many, seed, system(), names);
  EXPECT_TRUE(draws) << to_string(draws.diagnostics());
  std::vector<double> values;
  for (std::size_t i = 0; i < many; ++i) values.push_back(draws->overrides(i)[which].value);
  return values;
}

double mean_of(const std::vector<double>& values)
{
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

double sd_of(const std::vector<double>& values)
{
  const double mean = mean_of(values);
  double sum = 0;
  for (const double value : values) sum += (value - mean) * (value - mean);
  return std::sqrt(sum / static_cast<double>(values.size() - 1));
}

/// Five standard errors of a mean.
double five_errors(double sd) { return 5 * sd / std::sqrt(static_cast<double>(many)); }

TEST(EnsembleDraws, LognormalHasTheMedianAndCoefficientOfVariationGiven)
{
  std::vector<double> values = values_of({"a=lognormal(7, 0.4)"});
  // The mean of a lognormal is median * sqrt(1 + cv^2).
  const double mean = 7 * std::sqrt(1 + 0.4 * 0.4);
  EXPECT_NEAR(mean_of(values), mean, five_errors(0.4 * mean));
  EXPECT_NEAR(sd_of(values) / mean_of(values), 0.4, 0.02);
  for (double& value : values) value = std::log(value);
  EXPECT_NEAR(mean_of(values), std::log(7), five_errors(std::sqrt(std::log1p(0.16))));
}

TEST(EnsembleDraws, LognormalOfOneNumberLiesAroundTheModelsOwnValue)
{
  EXPECT_EQ(values_of({"a=lognormal(0.4)"}), values_of({"a=lognormal(2,0.4)"}));
  EXPECT_EQ(values_of({"b=lognormal(0)"})[5], 3.0);
}

TEST(EnsembleDraws, OthersHaveTheMomentsOfTheirKind)
{
  const std::vector<double> normal = values_of({"a=normal(-1,2)"});
  EXPECT_NEAR(mean_of(normal), -1, five_errors(2));
  EXPECT_NEAR(sd_of(normal), 2, five_errors(2));
  const std::vector<double> uniform = values_of({"a=uniform(2,5)"});
  EXPECT_NEAR(mean_of(uniform), 3.5, five_errors(3 / std::sqrt(12)));
  EXPECT_GE(*std::min_element(uniform.begin(), uniform.end()), 2);
  EXPECT_LE(*std::max_element(uniform.begin(), uniform.end()), 5);
  std::vector<double> log_uniform = values_of({"a=loguniform(0.01,100)"});
  for (double& value : log_uniform) value = std::log10(value);
  EXPECT_NEAR(mean_of(log_uniform), 0, five_errors(4 / std::sqrt(12)));
}

TEST(EnsembleDraws, AValueDependsOnSeedMemberAndParameterAlone)
{
  const std::vector<double> alone = values_of({"b=lognormal(1,1)"});
  EXPECT_EQ(values_of({"a=uniform(0,1)", "b=lognormal(1,1)"}, 1), alone);
  EXPECT_NE(values_of({"b=lognormal(1,1)"}, 0, 2), alone);
  const std::vector<double> a = values_of({"a=uniform(0,1)"}), b = values_of({"b=uniform(0,1)"});
  EXPECT_LT(std::abs(trial::rank_correlation(a, b)), five_errors(1));
}

TEST(EnsembleDraws, ReadsBackItsOwnTable)
{
  const std::vector<std::string> names{"a", "b"};
  const std::vector<std::string> varied{"b=lognormal(1,1)", "a=normal(0,1)"};
  const auto draws = EnsembleDraws::vary(varied, 9, 1, system(), names);
  const auto read = EnsembleDraws::read(draws->to_table(), "draws.tsv", system(), names);
  ASSERT_TRUE(read) << to_string(read.diagnostics());
  ASSERT_EQ(read->num_members(), 9U);
  for (std::size_t i = 0; i < 9; ++i) {
    for (std::size_t p = 0; p < 2; ++p) {
      EXPECT_EQ(read->overrides(i)[p].parameter, draws->overrides(i)[p].parameter);
      EXPECT_EQ(read->overrides(i)[p].value, draws->overrides(i)[p].value);
    }
  }
}

}  // namespace
}  // namespace rascade::service
