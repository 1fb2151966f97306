// SPDX-License-Identifier: MIT
#include "rascade/language/check_compartments.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support.hpp"

namespace rascade::language {
namespace {

using testing::ElementsAre;

std::string compartments(const std::string& lines)
{
  return "begin compartments\n" + lines + "end compartments\n";
}

TEST(CheckCompartments, NamesWhatIsOutside)
{
  const auto model = parse_model(compartments("out 3 1\nwall 2 2*v out # [um^2] the wall\n"
                                              "cell 3 v wall\n") +
                                     "begin parameters\nv 3 # [fl]\nend parameters\n",
                                 "m.bngl");
  ASSERT_TRUE(model) << to_string(model.diagnostics());
  ASSERT_EQ(model->compartments.size(), 3U);
  EXPECT_EQ(model->compartments[0].outside, model::nowhere);
  EXPECT_EQ(model->compartments[2].outside, 1);
  EXPECT_EQ(model->compartments[1].dimensions, 2);
  EXPECT_EQ(model->compartments[1].unit, "um^2");
  EXPECT_EQ(model->parameters[0].unit, "fl");
}

TEST(CheckCompartments, ReportsWhatCannotBe)
{
  using testing::IsEmpty;
  EXPECT_THAT(mistakes_in(compartments("a 3 1\na 2 1\n")), ElementsAre("E0510@3:1"));
  EXPECT_THAT(mistakes_in(compartments("a 3 1 b\n")), ElementsAre("E0511@2:7"));
  EXPECT_THAT(mistakes_in(compartments("a 3 1\nb 3 1 a\n")), ElementsAre("E0512@3:7"));
  EXPECT_THAT(mistakes_in(compartments("a 3 1 b\nb 2 1 a\n")),
              ElementsAre("E0512@2:1", "E0512@3:1"));
  EXPECT_THAT(mistakes_in(compartments("a 4 1\n")), ElementsAre("E0201@2:3"));
}

}  // namespace
}  // namespace rascade::language
