// SPDX-License-Identifier: MIT
#include "rascade/simulate/trajectory.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace rascade::simulate {
namespace {

TEST(Trajectory, RowsAreTheOutputsAtOneTime)
{
  const Trajectory run{.times = {0.0, 1.0},
                       .outputs = {1.0, 2.0, 3.0, 4.0, 5.0, 6.0},
                       .final_amounts = {},
                       .num_outputs = 3};
  EXPECT_THAT(run.row(1), testing::ElementsAre(4.0, 5.0, 6.0));
}

TEST(IntegrationFailed, SaysWhenWhereAndWhy)
{
  const IntegrationFailed failure(12.5, "A(b)", "no step is small enough");
  EXPECT_THAT(failure.what(), testing::AllOf(testing::HasSubstr("12.5 s"),
                                             testing::HasSubstr("A(b)"),
                                             testing::HasSubstr("no step is small enough")));
  EXPECT_EQ(failure.time, 12.5);
  EXPECT_EQ(failure.species, "A(b)");
}

}  // namespace
}  // namespace rascade::simulate
