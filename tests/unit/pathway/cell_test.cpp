// SPDX-License-Identifier: MIT
#include "rascade/pathway/cell.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "support/tables.hpp"

namespace rascade::pathway {
namespace {

const Instance* find(const std::vector<Instance>& all, const std::string& name)
{
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& i) { return i.name == name; });
  return found == all.end() ? nullptr : &*found;
}

TEST(MakeInstances, GivesEachMutantAlleleItsOwnAndKeepsTheRestAsPools)
{
  const Cell cell{"LUAD", {{"KRAS", {"G12C"}, 2}}, {}, {}};
  const auto instances = make_instances(support::tables(), cell);
  ASSERT_NE(find(instances, "KRAS_G12C"), nullptr);
  EXPECT_EQ(find(instances, "KRAS_G12C")->shares.front().copies, 2);
  ASSERT_NE(find(instances, "KRAS_wt"), nullptr);
  EXPECT_EQ(find(instances, "KRAS_wt")->shares.front().copies, 1);
  ASSERT_NE(find(instances, "NHRAS_wt"), nullptr);
}

TEST(MakeInstances, LeavesOutAPoolWithoutCopiesButKeepsTheOtherGenes)
{
  const Cell cell{"LUAD", {{"KRAS", {"G12C"}, 2}}, {{"KRAS", 0}}, {}};
  const auto instances = make_instances(support::tables(), cell);
  EXPECT_EQ(find(instances, "KRAS_wt"), nullptr);
  EXPECT_NE(find(instances, "NHRAS_wt"), nullptr);
}

TEST(MakeInstances, NamesVariantsInCisTogether)
{
  const Cell cell{"LUAD", {{"KRAS", {"G12C", "Y96D"}, 1}}, {}, {}};
  EXPECT_NE(find(make_instances(support::tables(), cell), "KRAS_G12C_Y96D"), nullptr);
}

TEST(Identifier, ReplacesWhatAModelNameMayNotHold)
{
  EXPECT_EQ(identifier("AB-12.3"), "AB_12_3");
  EXPECT_EQ(identifier("5x"), "_5x");
}

}  // namespace
}  // namespace rascade::pathway
