// SPDX-License-Identifier: MIT
#include "rascade/model/pattern.hpp"

#include <gtest/gtest.h>

namespace rascade::model {
namespace {

const std::vector<MoleculeType> types{{"A", {{"b", {}}, {"s", {"u", "p"}}}}, {"C", {}}};
constexpr MoleculeTypeIndex type_a{0};
constexpr MoleculeTypeIndex type_c{1};

TEST(PatternText, WritesEveryKindOfSite)
{
  const Pattern pattern{{{type_a, {{0, -1, BondRule::bound, 3}, {1, 1, BondRule::any_bond, -1}}},
                         {type_a, {{1, 0, BondRule::either, -1}, {0, -1, BondRule::bound, 3}}},
                         {type_a, {{1, -1, BondRule::unbound, -1}}},
                         {type_c, {}}}};
  EXPECT_EQ(to_string(pattern, types), "A(b!3,s~p!+).A(s~u!?,b!3).A(s).C()");
}

TEST(PatternText, EmptyPatternIsEmpty) { EXPECT_EQ(to_string(Pattern{}, types), ""); }

TEST(MoleculeTypeText, ListsStatesInOrder) { EXPECT_EQ(to_string(types[0]), "A(b,s~u~p)"); }

}  // namespace
}  // namespace rascade::model
