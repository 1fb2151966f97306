// SPDX-License-Identifier: MIT
#include "rascade/language/infer_types.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support.hpp"

namespace rascade::language {
namespace {

using testing::ElementsAre;

TEST(InferTypes, CollectsSitesAndStatesFromAllPatterns)
{
  const auto model = parse_model(
      "begin species\nA(b,s~u) 1\nB(a,a) 2\nend species\n"
      "begin reaction rules\nA(s~u) -> A(s~p) 1\n"
      "A(b) + B(a) -> A(b!1).B(a!1) 1\nend reaction rules\n"
      "begin observables\nMolecules C C\nend observables\n",
      "m.bngl");
  ASSERT_TRUE(model) << to_string(model.diagnostics());
  std::vector<std::string> types;
  for (const model::MoleculeType& type : model->molecule_types) {
    types.push_back(model::to_string(type));
  }
  EXPECT_THAT(types, ElementsAre("A(b,s~u~p)", "B(a,a)", "C()"));
  EXPECT_THAT(places(model.diagnostics()), ElementsAre("W0106@2:1"));
}

TEST(InferTypes, ASeedStillNamesEverySite)
{
  EXPECT_THAT(mistakes_in("begin species\nA(b) 1\nend species\n"
                          "begin reaction rules\nA(s~u) -> 0 1\nend reaction rules\n"),
              ElementsAre("W0106@2:1", "E0507@2:1"));
}

TEST(InferTypes, ABlockOfTypesIsComplete)
{
  EXPECT_THAT(mistakes_in("begin molecule types\nend molecule types\n"
                          "begin species\nA(b) 1\nend species\n"),
              ElementsAre("E0501@4:1"));
}

}  // namespace
}  // namespace rascade::language
