// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "rascade/network/expand.hpp"
#include "unit/protocol/run_fixture.hpp"

namespace rascade::protocol {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// A receptor with two sites of like rates and unlike names, a drug that is not there at first, and
/// a protein that nothing seen depends on.
constexpr const char* receptor = R"(begin model
begin parameters
  k 0.5
  l 0.2
  R0 100
  hit 0.01
end parameters
begin molecule types
  R(a~u~p,b~u~p)
  D(r)
  R2(d)
  W()
end molecule types
begin seed species
  R(a~u,b~u) R0
  D(r) 0
  R2(d) 10
  W() 5
end seed species
begin observables
  Molecules P R(a~p), R(b~p)
  Molecules Free R2(d)
end observables
begin functions
  slowed() = k/(1+0.1*Free)
end functions
begin reaction rules
  up_a: R(a~u) <-> R(a~p) slowed,l
  up_b: R(b~u) <-> R(b~p) slowed,l
  bind: D(r) + R2(d) <-> D(r!1).R2(d!1) hit,l
  waste: R(a~p) -> R(a~p) + W() k
end reaction rules
end model
)";

class ReducedRun : public RunFixture {
 protected:
  /// Rows of all tables with and without reduction.
  void expect_same(const std::string& actions, const std::vector<std::string>& tables)
  {
    ASSERT_TRUE(run(receptor, actions));
    std::vector<std::vector<std::vector<double>>> expected;
    for (const std::string& table : tables) expected.push_back(rows(table));
    request.reduces = true;
    const auto outcome = run(receptor, actions);
    ASSERT_TRUE(outcome) << to_string(outcome.diagnostics());
    for (std::size_t i = 0; i < tables.size(); ++i) {
      const auto found = rows(tables[i]);
      ASSERT_EQ(found.size(), expected[i].size()) << tables[i];
      for (std::size_t r = 0; r < found.size(); ++r) {
        ASSERT_EQ(found[r].size(), expected[i][r].size());
        for (std::size_t c = 0; c < found[r].size(); ++c) {
          EXPECT_NEAR(found[r][c], expected[i][r][c], 1e-6) << tables[i] << " row " << r;
        }
      }
    }
  }
};

constexpr const char* tight = "atol=>1e-10,rtol=>1e-10";

TEST_F(ReducedRun, GivesTheSameTableFromFewerSpecies)
{
  expect_same(
      fmt::format("simulate({{method=>\"ode\",t_end=>5,n_steps=>5,print_functions=>1,{}}})\n",
                  tight),
      {"m.gdat"});
  // D is not there, W is not seen, and R has two like sites: three species of R and one of R2.
  EXPECT_THAT(said, testing::Contains(HasSubstr("Reduced: 4 of 8 species (50 %)")));
}

TEST_F(ReducedRun, WritesTheWholeNetworkAndNoAmounts)
{
  request.reduces = true;
  ASSERT_TRUE(run(receptor,
                  "generate_network({overwrite=>1})\n"
                  "simulate({method=>\"ode\",t_end=>5,n_steps=>5})\n"));
  EXPECT_THAT(text("m.net"), HasSubstr("8 R(a~p,b~p) 0"));
  EXPECT_FALSE(exists("m.cdat"));
}

TEST_F(ReducedRun, KeepsWhatActionsSetBetweenSimulations)
{
  expect_same(
      fmt::format(
          "simulate({{method=>\"ode\",t_end=>5,n_steps=>2,suffix=>\"rest\",{0}}})\n"
          "setConcentration(\"D(r)\",\"R0/4\")\n"
          "simulate({{method=>\"ode\",continue=>1,t_end=>9,n_steps=>2,suffix=>\"rest\",{0}}})\n"
          "addConcentration(\"R(a~p,b~u)\",7)\n"
          "simulate({{method=>\"ode\",t_end=>3,n_steps=>2,suffix=>\"more\",{0}}})\n"
          "resetConcentrations()\nsetParameter(\"R0\",50)\n"
          "simulate({{method=>\"ode\",t_end=>3,n_steps=>2,suffix=>\"again\",{0}}})\n",
          tight),
      {"m_rest.gdat", "m_more.gdat", "m_again.gdat"});
}

TEST_F(ReducedRun, SavesAndScans)
{
  expect_same(
      fmt::format("setConcentration(\"D(r)\",3)\n"
                  "simulate({{method=>\"ode\",t_end=>5,n_steps=>2,{0}}})\n"
                  "saveConcentrations(\"there\")\n"
                  "parameter_scan({{parameter=>\"hit\",par_min=>0.01,par_max=>1,n_scan_pts=>3,"
                  "method=>\"ode\",t_end=>5,n_steps=>2,{0}}})\n"
                  "resetConcentrations(\"there\")\n"
                  "simulate({{method=>\"ode\",t_end=>5,n_steps=>2,suffix=>\"b\",{0}}})\n",
                  tight),
      {"m.gdat", "m_hit.scan", "m_b.gdat"});
}

TEST_F(ReducedRun, RefusesByNameWhatItCannotTell)
{
  request.reduces = true;
  const std::string ode = "simulate({method=>\"ode\",t_end=>1,n_steps=>1})\n";
  EXPECT_THAT(codes(receptor, "simulate({method=>\"ssa\",t_end=>1})\n"), ElementsAre("E1709"));
  EXPECT_THAT(codes(receptor, "simulate({method=>\"ode\",t_end=>1,print_CDAT=>1})\n"),
              ElementsAre("E1709"));
  EXPECT_THAT(codes(receptor, ode + "writeNetwork({overwrite=>1})\n"), ElementsAre("E1709"));
  EXPECT_THAT(codes(receptor, ode + "generate_network({overwrite=>1})\n"), ElementsAre("E1709"));
  EXPECT_THAT(codes(receptor, ode + "resetConcentrations()\nwriteNetwork({overwrite=>1})\n"),
              ElementsAre());
}

TEST_F(RunFixture, OwnTolerancesGoToTheSpeciesTheirPatternsFit)
{
  request.tolerances = {{"R()", 1e-3, {}}, {"R(a~p)", 1e-9, {}}, {"W()", 2.0, {}}};
  const auto model = language::parse_model(receptor, "m.bngl");
  ASSERT_TRUE(model);
  const auto network = network::expand(*model);
  const auto found = absolute_tolerances(*network, *model, request.tolerances, 1.0);
  ASSERT_TRUE(found);
  for (std::size_t s = 0; s < found->size(); ++s) {
    const std::string& name = network->species[s].name;
    const double expected = name.starts_with("R(a~p") ? 1e-9
                            : name.starts_with("R(")  ? 1e-3
                            : name == "W()"           ? 2.0
                                                      : 1.0;
    EXPECT_EQ((*found)[s], expected) << name;
  }
  EXPECT_TRUE(run(receptor, "simulate({method=>\"ode\",t_end=>1,n_steps=>1})\n"));
  request.reduces = true;
  EXPECT_TRUE(run(receptor, "simulate({method=>\"ode\",t_end=>1,n_steps=>1})\n"));
}

TEST_F(RunFixture, ATolerancesPatternMustFit)
{
  const std::string ode = "simulate({method=>\"ode\",t_end=>1,n_steps=>1})\n";
  request.tolerances = {{"X()", 1.0, {"t.tsv", 2, 1, 3}}, {"R(a~", 1.0, {"t.tsv", 3, 1, 4}}};
  const auto outcome = run(receptor, ode);
  ASSERT_EQ(outcome.diagnostics().size(), 2U);
  EXPECT_EQ(outcome.diagnostics()[0].code, "E1710");
  EXPECT_EQ(outcome.diagnostics()[1].span.line, 3U);
}

TEST(LeastOfEach, IsThatOfTheSpeciesThatAPlaceStandsFor)
{
  const std::vector<double> values{3.0, 1.0, 2.0, 5.0};
  const std::vector<std::int32_t> place{0, 0, -1, 1};
  EXPECT_EQ(least_of_each(values, place, 2), (std::vector{1.0, 5.0}));
}

}  // namespace
}  // namespace rascade::protocol
