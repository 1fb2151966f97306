// SPDX-License-Identifier: MIT
#include "rascade/language/parse_model.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support.hpp"

namespace rascade::language {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(ParseModel, AnEmptyTextIsAnEmptyModel)
{
  const auto model = parse_model("", "m.bngl");
  ASSERT_TRUE(model);
  EXPECT_TRUE(model->rules.empty());
}

TEST(ParseModel, ReportsFiveMistakesAtOnce)
{
  const std::vector<std::string> found = mistakes_in(
      "begin parameters\n"
      "  k 1 +\n"
      "  l missing\n"
      "end parameters\n"
      "begin molecule types\n"
      "  A(b,s~u~p)\n"
      "end molecule types\n"
      "begin seed species\n"
      "  A(b) 10\n"
      "end seed species\n"
      "begin observables\n"
      "  Molecules X A(z)\n"
      "end observables\n"
      "begin reaction rules\n"
      "  A(s~u) -> A(s~p) k, l\n"
      "end reaction rules\n");
  EXPECT_THAT(found,
              ElementsAre("E0201@2:8", "E0302@3:5", "E0507@9:3", "E0502@12:17", "E0402@15:20"));
}

TEST(ParseModel, NamesTheFile)
{
  const auto model = parse_model("begin nonsense\nend nonsense\n", "models/x.bngl");
  EXPECT_EQ(model.diagnostics().at(0).span.file, "models/x.bngl");
}

TEST(ParseModel, KeepsTheOrderOfTheText)
{
  const auto model = parse_model("begin parameters\nb a\na 1\nend parameters\n", "m.bngl");
  ASSERT_TRUE(model);
  EXPECT_EQ(model->parameters[0].name, "b");
  EXPECT_EQ(model->parameters[1].name, "a");
  EXPECT_EQ(model->parameters[1].span.line, 3U);
}

TEST(ParseModel, BlocksMayComeInAnyOrder)
{
  EXPECT_THAT(mistakes_in(with_rule("A(s~u) -> A(s~p) k*f()") +
                          "begin functions\nf() = X\nend functions\n"
                          "begin observables\nMolecules X A()\nend observables\n"),
              IsEmpty());
}

}  // namespace
}  // namespace rascade::language
