// SPDX-License-Identifier: MIT
#include "rascade/sbml/ids.hpp"

#include <gtest/gtest.h>

namespace rascade::sbml {
namespace {

TEST(Ids, KeepsWhatIsAnIdentifier) { EXPECT_EQ(Ids().claim("k_on2"), "k_on2"); }

TEST(Ids, MakesIdentifiersOfOtherNames)
{
  Ids ids;
  EXPECT_EQ(ids.claim("2nd-order k"), "_2nd_order_k");
  EXPECT_EQ(ids.claim(""), "_");
}

TEST(Ids, TellsEqualNamesApart)
{
  Ids ids;
  EXPECT_EQ(ids.claim("a.b"), "a_b");
  EXPECT_EQ(ids.claim("a-b"), "a_b_2");
  EXPECT_EQ(ids.claim("a_b"), "a_b_3");
}

TEST(Ids, FindsWhatWasDeclared)
{
  Ids ids;
  EXPECT_EQ(ids.claim("k"), "k");
  EXPECT_EQ(ids.declare("k"), "k_2");
  ASSERT_NE(ids.find("k"), nullptr);
  EXPECT_EQ(*ids.find("k"), "k_2");
  EXPECT_EQ(ids.find("l"), nullptr);
}

}  // namespace
}  // namespace rascade::sbml
