// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <tuple>

#include "derivatives/treated_cell.hpp"
#include "unit/ode/sensitivity_support.hpp"

namespace rascade::derivatives {
namespace {

constexpr std::size_t num_mechanisms = 8;

/// Slopes within 1e-5 of the read-out: forwards, backwards and by differences.
void expect_gradient(const std::string& example, const std::vector<std::size_t>& mechanisms,
                     std::size_t unknowns, std::uint32_t seed)
{
  const pathway::Assembly assembly = assembled(example, mechanisms);
  ode::expect_slopes_hold(treated(assembly.network, inputs_of(assembly), unknowns, seed), 1e-5);
}

TEST(PathwayGradient, EveryMechanismIsTried)
{
  EXPECT_EQ(support::tables().mechanisms.size(), num_mechanisms);
}

class Tumour : public testing::TestWithParam<std::size_t> {};

TEST_P(Tumour, UntreatedHasRightSlopes) { expect_gradient(examples()[GetParam()], {}, 4, 1); }

INSTANTIATE_TEST_SUITE_P(Example, Tumour, testing::Range<std::size_t>(0, 5));

class OneDrug : public testing::TestWithParam<std::tuple<std::size_t, std::size_t>> {};

TEST_P(OneDrug, HasRightSlopes)
{
  const auto [example, mechanism] = GetParam();
  expect_gradient(examples()[example], {mechanism}, 2,
                  static_cast<std::uint32_t>(10 * example + mechanism));
}

INSTANTIATE_TEST_SUITE_P(Example, OneDrug,
                         testing::Combine(testing::Range<std::size_t>(0, 5),
                                          testing::Range<std::size_t>(0, num_mechanisms)));

/// All pairs of mechanisms, each in one of the tumours in turn.
class TwoDrugs : public testing::TestWithParam<std::pair<std::size_t, std::size_t>> {};

TEST_P(TwoDrugs, HaveRightSlopes)
{
  const auto [one, other] = GetParam();
  const std::size_t pair = one * num_mechanisms + other;
  expect_gradient(examples()[pair % examples().size()], {one, other}, 1,
                  static_cast<std::uint32_t>(pair));
}

std::vector<std::pair<std::size_t, std::size_t>> pairs()
{
  std::vector<std::pair<std::size_t, std::size_t>> all;
  for (std::size_t other = 1; other < num_mechanisms; ++other) {
    for (std::size_t one = 0; one < other; ++one) all.emplace_back(one, other);
  }
  return all;
}

INSTANTIATE_TEST_SUITE_P(Mechanisms, TwoDrugs, testing::ValuesIn(pairs()));

}  // namespace
}  // namespace rascade::derivatives
