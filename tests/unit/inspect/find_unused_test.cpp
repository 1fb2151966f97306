// SPDX-License-Identifier: MIT
#include "rascade/inspect/find_unused.hpp"

#include <gmock/gmock.h>

#include "support.hpp"

namespace rascade::inspect {
namespace {

std::vector<Diagnostic> unused_in(const std::string& text)
{
  const language::Document document = parse_all(text);
  return find_unused(document.model, document.actions);
}

const std::string molecules = block("molecule types", "A()") + block("seed species", "A() n");
const std::string rules = block("reaction rules", "A() -> 0 k");

TEST(FindUnused, AParameterThatNothingNeedsIsReportedInItsLine)
{
  const auto found = unused_in(block("parameters", "n 1\nk 2\nspare 3") + molecules + rules);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].code, "W1901");
  EXPECT_EQ(found[0].span.line, 4U);
  EXPECT_THAT(found[0].message, testing::HasSubstr("'spare'"));
}

TEST(FindUnused, WhatOnlyAnUnusedParameterNeedsIsUnusedToo)
{
  const auto found = unused_in(block("parameters", "n 1\nk 2\na 3\nb a") + molecules + rules);
  EXPECT_THAT(codes(found), testing::ElementsAre("W1901", "W1901"));
}

TEST(FindUnused, FunctionsAreOutputsAndCarryWhatTheyNeed)
{
  EXPECT_TRUE(unused_in(block("parameters", "n 1\nk 2\na 3\nb a") + molecules +
                        block("functions", "f() = 2*b") + rules).empty());
}

TEST(FindUnused, AnActionUsesAParameter)
{
  EXPECT_TRUE(unused_in(block("parameters", "n 1\nk 2\nT 3") + molecules + rules +
                        "simulate({method=>\"ode\",t_end=>2*T,n_steps=>10})\n").empty());
}

TEST(FindUnused, ALocalFunctionThatNoRuleCallsIsReported)
{
  const std::string text = block("parameters", "n 1\nk 2") + molecules +
                           block("observables", "Molecules O A()") +
                           block("functions", "f(x) = k*O(x)");
  EXPECT_THAT(codes(unused_in(text + rules)), testing::ElementsAre("W1902"));
  EXPECT_TRUE(unused_in(text + block("reaction rules", "A()%x -> 0 f(x)")).empty());
}

}  // namespace
}  // namespace rascade::inspect
