// SPDX-License-Identifier: MIT
#include "rascade/language/read_action.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support.hpp"

namespace rascade::language {
namespace {

using model::ActionValue;
using testing::ElementsAre;
using testing::IsEmpty;
using NamedValues = std::vector<std::pair<std::string, ActionValue>>;

std::vector<model::Action> actions_of(const std::string& text)
{
  const auto document = parse_document(text, "m.bngl");
  EXPECT_TRUE(document) << to_string(document.diagnostics());
  return document ? document->actions : std::vector<model::Action>{};
}

std::vector<std::string> action_mistakes(const std::string& text)
{
  return places(parse_document(text, "m.bngl").diagnostics());
}

TEST(ReadAction, ReadsNamedArguments)
{
  const auto actions = actions_of("simulate({method=>\"ode\",'t_end'=>3*T,print=>'a b'});\n");
  ASSERT_EQ(actions.size(), 1U);
  EXPECT_EQ(actions[0].name, "simulate");
  ASSERT_EQ(actions[0].args.size(), 3U);
  EXPECT_EQ(actions[0].args[0].first, "method");
  EXPECT_EQ(std::get<std::string>(actions[0].args[0].second.value), "ode");
  EXPECT_EQ(actions[0].args[1].first, "t_end");
  EXPECT_EQ(model::to_string(std::get<model::Expression>(actions[0].args[1].second.value)),
            "3 * T");
  EXPECT_EQ(std::get<std::string>(actions[0].args[2].second.value), "a b");
}

TEST(ReadAction, ReadsListedArguments)
{
  const auto actions = actions_of("setParameter(\"k\",-2e1)\nresetConcentrations()\n");
  ASSERT_EQ(actions.size(), 2U);
  ASSERT_EQ(actions[0].args.size(), 2U);
  EXPECT_EQ(actions[0].args[0].first, "");
  EXPECT_EQ(std::get<std::string>(actions[0].args[0].second.value), "k");
  EXPECT_THAT(actions[1].args, IsEmpty());
  EXPECT_EQ(actions[1].span.line, 2U);
}

TEST(ReadAction, ReadsValuesWithinValues)
{
  const auto actions = actions_of("f({max_stoich=>{R=>5,L=>2},at=>[1,10,[]],})\n");
  ASSERT_EQ(actions.size(), 1U);
  ASSERT_EQ(actions[0].args.size(), 2U);
  const auto& stoich = std::get<NamedValues>(actions[0].args[0].second.value);
  EXPECT_EQ(stoich[1].first, "L");
  EXPECT_EQ(std::get<std::vector<ActionValue>>(actions[0].args[1].second.value).size(), 3U);
}

TEST(ReadAction, ActionsStandInABlockOrAlone)
{
  const auto actions = actions_of(
      "begin actions\n1 f()\nend actions\nbegin model\ng()\n"
      "begin parameters\nend parameters\nend model\n"
      "h({a=>1,\n  b=>2})\ni({a=>\\\n1})\n");
  std::vector<std::string> names;
  for (const model::Action& action : actions) names.push_back(action.name);
  EXPECT_THAT(names, ElementsAre("f", "g", "h", "i"));
}

TEST(ReadAction, SaysWhereItIsWrong)
{
  EXPECT_THAT(action_mistakes("begin actions\nsimulate {}\nend actions\n"),
              ElementsAre("E0601@2:10"));
  EXPECT_THAT(action_mistakes("f({a})\n"), ElementsAre("E0601@1:4"));
  EXPECT_THAT(action_mistakes("f(1))\n"), ElementsAre("E0601@1:5"));
  EXPECT_THAT(action_mistakes("f({a=>})\n"), ElementsAre("E0201@1:7"));
  EXPECT_EQ(action_mistakes("f(" + std::string(5000, '[') + ")\n").size(), 1U);
}

TEST(ReadAction, OptionsChangeTheModelInAnyCase)
{
  const std::string text =
      "setOption(\"NumberPerQuantityUnit\",6.0221e23)\n"
      "begin actions\nsetOption(\"SpeciesLabel\",\"HNauty\",\"SpeciesObservables\","
      "\"CountUnique\")\nend actions\n";
  const auto model = parse_model(text, "m.bngl");
  ASSERT_TRUE(model) << to_string(model.diagnostics());
  EXPECT_THAT(model.diagnostics(), IsEmpty());
  EXPECT_DOUBLE_EQ(model->options.molecules_per_quantity, 6.0221e23);
  EXPECT_TRUE(model->options.count_unique_species);
  EXPECT_FALSE(model->options.count_unique_molecules);
  EXPECT_THAT(actions_of(text), IsEmpty());
  EXPECT_THAT(mistakes_in("setOption(\"SpeciesObservables\",\"CountSome\")\n"),
              ElementsAre("E0602@1:32"));
  EXPECT_THAT(mistakes_in("setOption(\"Colour\",1)\n"), ElementsAre("W0105@1:20"));
}

}  // namespace
}  // namespace rascade::language
