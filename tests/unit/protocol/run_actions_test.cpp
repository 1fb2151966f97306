// SPDX-License-Identifier: MIT
#include "rascade/protocol/run_actions.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace rascade::protocol {
namespace {

namespace fs = std::filesystem;
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

class RunActions : public testing::Test {
 protected:
  RunActions() : folder_(fs::temp_directory_path() / fs::path(name()))
  {
    fs::remove_all(folder_);
  }
  ~RunActions() override { fs::remove_all(folder_); }

  static std::string name()
  {
    return std::string("rascade_") + testing::UnitTest::GetInstance()->current_test_info()->name();
  }

  Checked<Outcome> run(const std::string& actions)
  {
    auto document = language::parse_document(decay + actions, "m.bngl");
    if (!document) return document.diagnostics();
    Request request;
    request.document = *std::move(document);
    request.name = "m";
    request.folder = folder_.string();
    return run_actions(std::move(request));
  }

  std::string text(const std::string& file) const
  {
    std::ifstream in(folder_ / file);
    std::ostringstream all;
    all << in.rdbuf();
    return all.str();
  }

  /// The numbers of a table, row by row.
  std::vector<std::vector<double>> rows(const std::string& file) const
  {
    std::vector<std::vector<double>> result;
    std::istringstream in(text(file));
    for (std::string line; std::getline(in, line);) {
      if (line.starts_with("#")) continue;
      std::istringstream items(line);
      std::vector<double>& row = result.emplace_back();
      for (double value = 0.0; items >> value;) row.push_back(value);
    }
    return result;
  }

  std::vector<std::string> codes(const std::string& actions)
  {
    std::vector<std::string> result;
    const auto outcome = run(actions);
    for (const Diagnostic& d : outcome.diagnostics()) result.push_back(d.code);
    return result;
  }

  fs::path folder_;
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
  EXPECT_FALSE(fs::exists(folder_ / "m.gdat.partial"));
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
  EXPECT_TRUE(fs::exists(folder_ / "m_a.cdat"));
}

TEST_F(RunActions, ScansAParameter)
{
  ASSERT_TRUE(run("parameter_scan({parameter=>\"k\",par_min=>0.1,par_max=>10,n_scan_pts=>3,"
                  "log_scale=>1,method=>\"ode\",t_end=>1,n_steps=>1,atol=>1e-9,rtol=>1e-9})\n"));
  const auto table = rows("m_k.scan");
  ASSERT_EQ(table.size(), 3U);
  EXPECT_NEAR(table[1][0], 1.0, 1e-9);
  for (const auto& row : table) EXPECT_NEAR(row[1], 100.0 * std::exp(-row[0]), 1e-5);
  EXPECT_TRUE(fs::exists(folder_ / "m_k" / "m_k_00003.gdat"));
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

}  // namespace
}  // namespace rascade::protocol
