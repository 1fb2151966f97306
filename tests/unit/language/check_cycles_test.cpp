// SPDX-License-Identifier: MIT
#include "rascade/language/check_cycles.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support.hpp"

namespace rascade::language {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string parameters(const std::string& lines)
{
  return "begin parameters\n" + lines + "end parameters\n";
}

TEST(CheckCycles, LaterParametersMayBeUsed)
{
  EXPECT_THAT(mistakes_in(parameters("a b + c\nb 2*c\nc 1\n")), IsEmpty());
}

TEST(CheckCycles, ReportsTheWayRound)
{
  const auto model = parse_model(parameters("z 1\na b\nb 2*c\nc a + z\nd a\n"), "m.bngl");
  ASSERT_THAT(places(model.diagnostics()), ElementsAre("E0303@3:1"));
  EXPECT_THAT(model.diagnostics()[0].message, HasSubstr("a -> b -> c -> a"));
}

TEST(CheckCycles, ReportsAParameterOfItself)
{
  EXPECT_THAT(mistakes_in(parameters("a a\n")), ElementsAre("E0303@2:1"));
}

TEST(CheckCycles, ReportsEveryCircleOnce)
{
  EXPECT_THAT(mistakes_in(parameters("a b\nb a\nc d\nd c + a\n")),
              ElementsAre("E0303@2:1", "E0303@4:1"));
}

TEST(CheckCycles, FindsCirclesOfFunctions)
{
  EXPECT_THAT(mistakes_in("begin functions\nf() = g()\ng() = 1 + f\nend functions\n"),
              ElementsAre("E0303@2:1"));
}

TEST(CheckCycles, FollowsLongChainsWithoutRecursion)
{
  std::string lines;
  for (int i = 0; i < 20000; ++i) lines += fmt::format("p{} p{}\n", i, i + 1);
  EXPECT_THAT(mistakes_in(parameters(lines + "p20000 1\n")), IsEmpty());
  EXPECT_THAT(mistakes_in(parameters(lines + "p20000 p0\n")), ElementsAre("E0303@2:1"));
}

}  // namespace
}  // namespace rascade::language
