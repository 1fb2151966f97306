// SPDX-License-Identifier: MIT
#include "rascade/protocol/run_actions.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "unit/protocol/run_fixture.hpp"

namespace rascade::protocol {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* decay = R"(begin model
begin parameters
  k 0.5
  A0 100
end parameters
begin molecule types
  A(x,y~u~p)
end molecule types
begin seed species
  A(x,y~u) A0
end seed species
begin observables
  Molecules A A()
end observables
begin reaction rules
  A(y~u) -> 0 k
end reaction rules
end model
)";

class RunActions : public RunFixture {
 protected:
  Checked<Outcome> run(const std::string& actions) { return RunFixture::run(decay, actions); }
  std::vector<std::string> codes(const std::string& actions)
  {
    return RunFixture::codes(decay, actions);
  }
};

TEST_F(RunActions, WritesTheNetworkAndTheTables)
{
  ASSERT_TRUE(run("generate_network({overwrite=>1})\n"
                  "simulate({method=>\"ode\",t_end=>4,n_steps=>2,atol=>1e-10,rtol=>1e-10})\n"));
  EXPECT_THAT(text("m.net"), HasSubstr("1 A(x,y~u) A0"));
  EXPECT_THAT(text("m.gdat"), HasSubstr("#              time                   A\n"
                                        " 0.000000000000e+00  1.000000000000e+02\n"));
  const auto table = rows("m.gdat");
  ASSERT_EQ(table.size(), 3U);
  EXPECT_NEAR(table[2][1], 100.0 * std::exp(-2.0), 1e-6);
  EXPECT_EQ(rows("m.cdat").size(), 3U);
  EXPECT_FALSE(exists("m.gdat.partial"));
}

TEST_F(RunActions, ContinuesWhereTheLastRunEnded)
{
  ASSERT_TRUE(run("simulate_ode({t_end=>1,n_steps=>1})\n"
                  "setConcentration(\"A(y~u,x)\",\"A0/2\")\n"
                  "simulate_ode({continue=>1,t_end=>3,n_steps=>2,atol=>1e-10,rtol=>1e-10})\n"));
  const auto table = rows("m.gdat");
  ASSERT_EQ(table.size(), 4U);
  EXPECT_EQ(table[3][0], 3.0);
  EXPECT_NEAR(table[3][1], 50.0 * std::exp(-1.0), 1e-6);
}

TEST_F(RunActions, SavesResetsAndSets)
{
  ASSERT_TRUE(run("simulate_ode({t_end=>1,n_steps=>1,suffix=>\"a\"})\n"
                  "resetConcentrations()\nsetParameter(\"A0\",10)\n"
                  "addConcentration(\"A(x,y~u)\",5)\n"
                  "simulate_ode({t_end=>1,n_steps=>1,suffix=>\"b\"})\n"));
  EXPECT_EQ(rows("m_b.gdat")[0][1], 15.0);
  EXPECT_TRUE(exists("m_a.cdat"));
}

TEST_F(RunActions, ScansAParameter)
{
  ASSERT_TRUE(run("parameter_scan({parameter=>\"k\",par_min=>0.1,par_max=>10,n_scan_pts=>3,"
                  "log_scale=>1,method=>\"ode\",t_end=>1,n_steps=>1,atol=>1e-9,rtol=>1e-9})\n"));
  const auto table = rows("m_k.scan");
  ASSERT_EQ(table.size(), 3U);
  EXPECT_NEAR(table[1][0], 1.0, 1e-9);
  for (const auto& row : table) EXPECT_NEAR(row[1], 100.0 * std::exp(-row[0]), 1e-5);
  EXPECT_TRUE(exists("m_k/m_k_00003.gdat"));
}

TEST_F(RunActions, TheSeedDecidesAStochasticRun)
{
  ASSERT_TRUE(run("simulate_ssa({t_end=>1,n_steps=>9,seed=>3,suffix=>\"a\"})\n"
                  "resetConcentrations()\n"
                  "simulate_ssa({t_end=>1,n_steps=>9,seed=>3,suffix=>\"b\"})\n"));
  EXPECT_EQ(text("m_a.gdat"), text("m_b.gdat"));
}

TEST_F(RunActions, StopsAtTheConditionAndAtQuit)
{
  ASSERT_TRUE(run("simulate_ode({t_end=>10,n_steps=>10,stop_if=>\"A<50\"})\nquit()\nnothing()\n"));
  EXPECT_EQ(rows("m.gdat").back()[0], 2.0);  // 100 exp(-k t) < 50 from t = 1.39
}

TEST_F(RunActions, RefusesByName)
{
  EXPECT_THAT(codes("simulate_nf({t_end=>1})\n"), ElementsAre("E1702"));
  EXPECT_THAT(codes("simulate({method=>\"nf\",t_end=>1})\n"), ElementsAre("E1702"));
  EXPECT_THAT(codes("visualize()\n"), ElementsAre("E1702"));
  EXPECT_THAT(codes("simulate_ode({t_ned=>1})\n"), ElementsAre("E1704"));
  EXPECT_THAT(codes("simulate_ode({n_steps=>1})\n"), ElementsAre("E1704"));
  EXPECT_THAT(codes("setConcentration(\"A(x,y~p)\",1)\n"), ElementsAre("E1705"));
  EXPECT_THAT(codes("resetConcentrations(\"x\")\n"), ElementsAre("E1708"));
}

TEST_F(RunActions, LeavesNoTableOfASimulationThatFails)
{
  // X = 1 / (1 - t) has no value from t = 1 on.
  const std::string explosion =
      "begin model\nbegin molecule types\n  X()\nend molecule types\n"
      "begin seed species\n  X() 1\nend seed species\n"
      "begin observables\n  Molecules X X()\nend observables\n"
      "begin reaction rules\n  grow: X() + X() -> X() + X() + X() 2\nend reaction rules\n"
      "end model\n";
  const std::string whole = "simulate_ode({t_end=>0.5,n_steps=>50})\nresetConcentrations()\n";
  ASSERT_TRUE(RunFixture::run(explosion, whole));
  ASSERT_TRUE(exists("m.gdat") && exists("m.cdat"));
  const auto outcome = RunFixture::run(explosion, "simulate_ode({t_end=>2,n_steps=>200})\n");
  ASSERT_EQ(outcome.diagnostics().size(), 1U);
  const Diagnostic& why = outcome.diagnostics()[0];
  EXPECT_EQ(why.code, "E1706");
  EXPECT_EQ(why.span.line, 15U);
  EXPECT_THAT(why.message, HasSubstr("worst species X()"));
  EXPECT_THAT(why.message, HasSubstr("X() + X() -> X() + X() + X(), rule grow, rate law 2"));
  for (const char* ending : {"gdat", "cdat", "gdat.partial", "cdat.partial"}) {
    EXPECT_FALSE(exists(std::string("m.") + ending)) << ending;
  }
}

TEST_F(RunActions, LeavesNoScanOfWhichAPointFails)
{
  const std::string scan = "parameter_scan({parameter=>\"k\",par_scan_vals=>[1,2],method=>\"ode\","
                           "t_end=>1,n_steps=>1";
  ASSERT_TRUE(run(scan + "})\n"));
  ASSERT_TRUE(exists("m_k.scan"));
  EXPECT_THAT(codes(scan + ",max_sim_steps=>2})\n"), ElementsAre("E1706"));
  EXPECT_FALSE(exists("m_k.scan"));
}

TEST_F(RunActions, GoesToASteadyStateWithoutRowsBetween)
{
  // A and B at 2 : 1, B and C at 3 : 1, slowly.
  const std::string model =
      "begin model\nbegin parameters\nk 1\nend parameters\n"
      "begin molecule types\nX(s~a~b~c)\nend molecule types\n"
      "begin seed species\nX(s~a) 10\nend seed species\n"
      "begin observables\nMolecules A X(s~a)\nMolecules B X(s~b)\nMolecules C X(s~c)\n"
      "end observables\n"
      "begin reaction rules\nX(s~a) <-> X(s~b) k, 2*k\nX(s~b) <-> X(s~c) 1e-6, 3e-6\n"
      "end reaction rules\nend model\n";
  ASSERT_TRUE(RunFixture::run(model, "generate_network({overwrite=>1})\n"
                                     "simulate_ode({t_end=>1e9,n_steps=>1,steady_state=>1})\n"));
  const std::vector<double> last = rows("m.gdat").back();
  EXPECT_THAT(last, ElementsAre(1e9, DoubleNear(6, 1e-7), DoubleNear(3, 1e-7), DoubleNear(1, 1e-7)));
}

TEST_F(RunActions, LeavesNoTableWithoutTheSteadyStateAskedFor)
{
  EXPECT_THAT(codes("simulate_ode({t_end=>1,n_steps=>4,steady_state=>1})\n"), ElementsAre("E1706"));
  EXPECT_FALSE(exists("m.gdat"));
}

TEST_F(RunActions, ARunThatFailsLeavesWhatItWouldHaveContinued)
{
  ASSERT_TRUE(run("simulate_ode({t_end=>1,n_steps=>1})\n"));
  const std::string before = text("m.gdat");
  EXPECT_THAT(codes("simulate_ode({t_end=>1,n_steps=>1})\n"
                    "simulate_ode({continue=>1,t_end=>2,n_steps=>1,max_sim_steps=>2})\n"),
              ElementsAre("E1706"));
  EXPECT_EQ(text("m.gdat"), before);
}

}  // namespace
}  // namespace rascade::protocol
