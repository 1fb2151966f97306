// SPDX-License-Identifier: MIT
#include "rascade/inspect/contact_map.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "rascade/inspect/draw_map.hpp"
#include "rascade/inspect/lay_out_map.hpp"
#include "support.hpp"

namespace rascade::inspect {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

model::Model small()
{
  return parse_rules("A(b,s~u~p)\nB(a,a)\nC()", "A(b,s~u) 1\nB(a,a) 1\nC() 1",
                     "bind: A(b)+B(a)<->A(b!1).B(a!1) k,k\n"
                     "mark: A(b!+,s~u)->A(b!+,s~p) k\nmake: 0->C() k\nlose: C()->0 k");
}

TEST(ContactMap, SitesOfOneNameAreOne)
{
  const ContactMap map = contact_map(small());
  ASSERT_EQ(map.types.size(), 3U);
  ASSERT_EQ(map.types[1].sites.size(), 1U);
  EXPECT_EQ(map.types[1].sites[0].count, 2U);
}

TEST(ContactMap, KnowsWhichRulesActOnWhat)
{
  const ContactMap map = contact_map(small());
  ASSERT_EQ(map.bonds.size(), 1U);
  EXPECT_THAT(map.bonds[0].makes, ElementsAre(0));
  EXPECT_THAT(map.bonds[0].breaks, ElementsAre(1));
  EXPECT_THAT(map.types[0].sites[1].changes, ElementsAre(2));
  EXPECT_THAT(map.types[0].sites[0].changes, IsEmpty());
  EXPECT_THAT(map.types[2].makes, ElementsAre(3));
  EXPECT_THAT(map.types[2].removes, ElementsAre(4));
}

TEST(ContactMap, ABondOfASeedIsPossible)
{
  const ContactMap map = contact_map(parse_rules("A(b)\nB(a)", "A(b!1).B(a!1) 1", "A(b)->0 k"));
  ASSERT_EQ(map.bonds.size(), 1U);
  EXPECT_THAT(map.bonds[0].makes, IsEmpty());
}

bool overlap(const Area& a, const Area& b)
{
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/// A chain of n types, each bound to the next.
model::Model chain(int n)
{
  std::string types, seeds, rules;
  for (int i = 0; i < n; ++i) {
    types += fmt::format("M{}(l,r,s~u~p)\n", i);
    seeds += fmt::format("M{}(l,r,s~u) 1\n", i);
    if (i > 0) rules += fmt::format("M{0}(r)+M{1}(l)->M{0}(r!1).M{1}(l!1) k\n", i - 1, i);
  }
  return parse_rules(types, seeds, rules);
}

TEST(LayOut, BoxesDoNotOverlapAndPillsAreInThem)
{
  const ContactMap map = contact_map(chain(9));
  const MapLayout layout = lay_out(map);
  ASSERT_EQ(layout.boxes.size(), 9U);
  for (std::size_t i = 0; i < layout.boxes.size(); ++i) {
    const Area& box = layout.boxes[i];
    EXPECT_GE(box.x, 0.0);
    EXPECT_GE(box.y, 0.0);
    EXPECT_LE(box.x + box.width, layout.width);
    EXPECT_LE(box.y + box.height, layout.height);
    for (std::size_t j = 0; j < i; ++j) EXPECT_FALSE(overlap(box, layout.boxes[j]));
    for (const Area& pill : layout.pills[i]) {
      EXPECT_GT(pill.x, box.x);
      EXPECT_LT(pill.x + pill.width, box.x + box.width);
      EXPECT_LT(pill.y + pill.height, box.y + box.height);
    }
  }
}

TEST(LayOut, IsTheSameEveryTime)
{
  const ContactMap map = contact_map(chain(6));
  const MapLayout a = lay_out(map), b = lay_out(map);
  EXPECT_EQ(draw_map(map, a), draw_map(map, b));
}

TEST(DrawMap, NamesEveryTypeSiteStateAndBond)
{
  const ContactMap map = contact_map(small());
  const std::string svg = draw_map(map, lay_out(map));
  for (const char* text : {">A</text>", ">B</text>", ">C</text>", ">a x2</text>", ">s</text>",
                           ">u</text>", ">p</text>", "data-key=\"b0\"", "Research use only"}) {
    EXPECT_THAT(svg, HasSubstr(text));
  }
}

TEST(MapPage, StandsAloneAndTellsTheRules)
{
  const ContactMap map = contact_map(small());
  const std::string page = map_page(map, lay_out(map), "a<b.bngl");
  EXPECT_THAT(page, HasSubstr("a&lt;b.bngl"));
  EXPECT_THAT(page, HasSubstr("bind: A(b) + B(a)"));
  EXPECT_THAT(page, HasSubstr("prefers-color-scheme: dark"));
  EXPECT_THAT(page, testing::Not(HasSubstr("src=")));
  EXPECT_THAT(page, testing::Not(HasSubstr("href=")));
}

}  // namespace
}  // namespace rascade::inspect
