// SPDX-License-Identifier: MIT
#include "rascade/pathway/template.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace rascade::pathway {
namespace {

TemplateValues two_alleles()
{
  return {{{"RAS", {"wt", "mut"}}}, {{"drug", "x"}}, [](const std::string& p) { return p == "on_mut"; }};
}

TEST(ExpandTemplate, RepeatsLinesForEachInstance)
{
  const auto text = expand_template("a\n#@ for RAS\nk_<RAS>\n#@ end\nb", "m", two_alleles());
  ASSERT_TRUE(text);
  EXPECT_EQ(*text, "a\nk_wt\nk_mut\nb\n");
}

TEST(ExpandTemplate, KeepsLinesOnlyWhenTheParameterIsNotZero)
{
  const auto text = expand_template("#@ for RAS\n#@ when on_<RAS>\n<drug>_<RAS>\n#@ end\n#@ end", "m",
                                    two_alleles());
  ASSERT_TRUE(text);
  EXPECT_EQ(*text, "x_mut\n");
}

TEST(ExpandTemplate, JoinsAllInstancesAsStates)
{
  const auto text = expand_template("R(a~<all RAS>)", "m", two_alleles());
  ASSERT_TRUE(text);
  EXPECT_EQ(*text, "R(a~wt~mut)\n");
}

TEST(ExpandTemplate, ReportsEveryMistakeWithItsLine)
{
  const auto text = expand_template("#@ for RAF\n#@ end\n#@ unless x\n#@ end\n#@ for RAS\n", "m",
                                    two_alleles());
  ASSERT_FALSE(text);
  std::vector<std::string> found;
  for (const Diagnostic& d : text.diagnostics()) {
    found.push_back(d.code + ":" + std::to_string(d.span.line));
  }
  EXPECT_THAT(found, testing::ElementsAre("E0803:1", "E0801:3", "E0802:5"));
}

}  // namespace
}  // namespace rascade::pathway
