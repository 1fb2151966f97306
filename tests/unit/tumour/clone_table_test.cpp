// SPDX-License-Identifier: MIT
#include "rascade/tumour/clone_table.hpp"

#include <gtest/gtest.h>

namespace rascade::tumour {
namespace {

const std::vector<Clone> clones{{"sensitive", -1, 0, 0, {}, {}},
                                {"resistant", 0, 1e-8, 0, {}, {}},
                                {"double", 1, 1e-8, 0, {}, {}},
                                {"other", -1, 0, 0.1, {}, {}}};

TEST(PopulationTable, HasARowATimeAndClone)
{
  TumourCourse course;
  course.time_d = {0, 1};
  course.active = {1e9, 3, 0, 10, 2e9, 5, 1, 11};
  course.quiescent = {0, 1, 0, 0, 0, 0, 0, 0.5};
  EXPECT_EQ(population_table(course, clones),
            "Generation\tIdentity\tPopulation\n"
            "0\tsensitive\t1e+09\n0\tresistant\t4\n0\tdouble\t0\n0\tother\t10\n"
            "1\tsensitive\t2e+09\n1\tresistant\t5\n1\tdouble\t1\n1\tother\t11.5\n");
}

TEST(AdjacencyTable, IsOneTree)
{
  EXPECT_EQ(adjacency_table(clones),
            "Parent\tIdentity\n"
            "sensitive\tresistant\nresistant\tdouble\nsensitive\tother\n");
}

}  // namespace
}  // namespace rascade::tumour
