// SPDX-License-Identifier: MIT
#include "rascade/language/check_patterns.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support.hpp"

namespace rascade::language {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// The patterns start in line 6, column 13.
std::string with_observable(const std::string& patterns)
{
  return with_types("begin observables\nMolecules X " + patterns + "\nend observables\n");
}

std::vector<std::string> in_seed(const std::string& seed)
{
  return mistakes_in(with_types("begin species\n" + seed + " 1\nend species\n"));
}

TEST(CheckPatterns, EqualSitesTakeTheirPlacesInOrder)
{
  const auto model = parse_model(with_observable("B(a!x,a).A(b!x)"), "m.bngl");
  ASSERT_TRUE(model) << to_string(model.diagnostics());
  const model::Pattern& pattern = model->observables[0].patterns[0];
  EXPECT_EQ(pattern.molecules[0].components[0].component, 0U);
  EXPECT_EQ(pattern.molecules[0].components[1].component, 1U);
  EXPECT_EQ(pattern.molecules[0].components[0].label, pattern.molecules[1].components[0].label);
}

TEST(CheckPatterns, ReportsUnknownTypesSitesAndStates)
{
  EXPECT_THAT(mistakes_in(with_observable("C()")), ElementsAre("E0501@6:13"));
  EXPECT_THAT(mistakes_in(with_observable("A(c)")), ElementsAre("E0502@6:15"));
  EXPECT_THAT(mistakes_in(with_observable("A(s~x)")), ElementsAre("E0503@6:17"));
  EXPECT_THAT(mistakes_in(with_observable("A(b~u)")), ElementsAre("E0503@6:17"));
}

TEST(CheckPatterns, ListsWhatIsValid)
{
  const auto model = parse_model(with_observable("A(Y1068)"), "m.bngl");
  EXPECT_EQ(model.diagnostics().at(0).hint, "Valid: b, s.");
}

TEST(CheckPatterns, ReportsSitesNamedTooOften)
{
  EXPECT_THAT(mistakes_in(with_observable("A(b,b)")), ElementsAre("E0504@6:17"));
  EXPECT_THAT(mistakes_in(with_observable("B(a,a,a)")), ElementsAre("E0504@6:19"));
}

TEST(CheckPatterns, ABondHasTwoEnds)
{
  EXPECT_THAT(mistakes_in(with_observable("A(b!1)")), ElementsAre("E0505@6:17"));
  EXPECT_THAT(mistakes_in(with_observable("A(b!1).B(a!1,a!1)")), ElementsAre("E0505@6:17"));
}

TEST(CheckPatterns, OnlySpeciesMustBeConnected)
{
  EXPECT_THAT(mistakes_in(with_observable("A().B()")), testing::IsEmpty());
  EXPECT_THAT(in_seed("A(b,s~u).B(a,a)"), ElementsAre("E0506@6:10"));
}

TEST(CheckPatterns, PlacesAreDeclared)
{
  const std::string places = "begin compartments\n c 3 1\nend compartments\n";
  EXPECT_THAT(mistakes_in(with_observable("@c:A()@c") + places), testing::IsEmpty());
  EXPECT_THAT(mistakes_in(with_observable("@d:A()") + places), ElementsAre("E0511@6:14"));
  EXPECT_THAT(mistakes_in(with_types("begin species\nA(b,s~u) 1\nend species\n") + places),
              ElementsAre("E0513@6:1"));
  EXPECT_THAT(mistakes_in(with_types("begin species\nA(b,s~u)@c 1\nend species\n") + places),
              testing::IsEmpty());
}

TEST(CheckPatterns, OnlyObservablesCount)
{
  EXPECT_THAT(mistakes_in(with_observable("A()==2")), testing::IsEmpty());
  EXPECT_THAT(in_seed("A(b,s~u)>1"), ElementsAre("E0514@6:1"));
}

TEST(CheckPatterns, SeedsAreFullyDescribed)
{
  EXPECT_THAT(in_seed("A(b,s~u)"), testing::IsEmpty());
  EXPECT_THAT(in_seed("A(b!1,s~u).B(a!1,a)"), testing::IsEmpty());
  EXPECT_THAT(in_seed("A(b)"), ElementsAre("E0507@6:1"));
  EXPECT_THAT(in_seed("A(b,s)"), ElementsAre("E0507@6:1"));
  EXPECT_THAT(in_seed("A(b!+,s~u)"), ElementsAre("E0507@6:1"));
  EXPECT_THAT(in_seed("A(b!?,s~u)"), ElementsAre("E0507@6:1"));
  EXPECT_THAT(in_seed("B(a)"), ElementsAre("E0507@6:1"));
}

TEST(CheckPatterns, NamesWhatASeedLacks)
{
  const auto model = parse_model(with_types("begin species\nA(s) 1\nend species\n"), "m.bngl");
  EXPECT_THAT(model.diagnostics().at(0).message, HasSubstr("missing: site b, the state of s"));
}

TEST(CheckPatterns, MoleculeTypesAreDistinct)
{
  EXPECT_THAT(mistakes_in("begin molecule types\nA()\nA(b)\nend molecule types\n"),
              ElementsAre("E0508@3:1"));
}

TEST(CheckPatterns, SitesOfOneNameHaveTheSameStates)
{
  EXPECT_THAT(mistakes_in("begin molecule types\nA(s~u~u)\nend molecule types\n"),
              ElementsAre("E0509@2:7"));
  EXPECT_THAT(mistakes_in("begin molecule types\nA(s~u~p,s~u)\nend molecule types\n"),
              ElementsAre("E0509@2:9"));
}

}  // namespace
}  // namespace rascade::language
