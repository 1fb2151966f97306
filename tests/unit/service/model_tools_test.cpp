// SPDX-License-Identifier: MIT
#include <cmath>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rascade/service/compile_model.hpp"
#include "rascade/service/convert_model.hpp"
#include "rascade/service/inspect_service.hpp"
#include "rascade/service/run_service.hpp"

namespace rascade::service {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::StartsWith;

constexpr const char* decay = R"(begin model
begin parameters
  k 2
end parameters
begin molecule types
  A(b)
  B(a)
end molecule types
begin seed species
  A(b!1).B(a!1) 100
end seed species
begin observables
  Molecules AB A(b!1).B(a!1)
end observables
begin reaction rules
  part: A(b!1).B(a!1) -> A(b) + B(a) k
end reaction rules
end model
simulate({method=>"ode",t_end=>1,n_steps=>4,atol=>1e-12,rtol=>1e-10})
)";

constexpr const char* chain = R"(begin molecule types
  A(l,r)
end molecule types
begin seed species
  A(l,r) 1
end seed species
begin reaction rules
  A(r) + A(l) -> A(r!1).A(l!1) 1
end reaction rules
generate_network({max_agg=>5})
)";

/// A folder of its own with one model in it.
class ModelTools : public testing::Test {
 protected:
  void SetUp() override
  {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::path(testing::TempDir()) / (std::string("rascade-tools-") + test->name());
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string save(const std::string& name, const std::string& text) const
  {
    std::ofstream(folder_ / name) << text;
    return (folder_ / name).string();
  }

  std::string load(const std::string& name) const
  {
    std::ostringstream text;
    text << std::ifstream(folder_ / name).rdbuf();
    return text.str();
  }

  fs::path folder_;
};

TEST_F(ModelTools, EveryPassGivesText)
{
  const std::string file = save("decay.bngl", decay);
  const auto after = [&](const std::string& pass) { return compile_model({file, pass, false, {}}); };
  EXPECT_THAT(after("model")->text, HasSubstr("part: A(b!1).B(a!1) -> A(b) + B(a) k"));
  EXPECT_THAT(after("rules")->text, HasSubstr("symmetry factor: 1"));
  EXPECT_THAT(after("network")->text, HasSubstr("1 1 2,3 k #part"));
  EXPECT_THAT(after("equations")->text, HasSubstr("d["));
  EXPECT_EQ(after("magic").diagnostics().at(0).code, "E1811");
}

TEST_F(ModelTools, ALimitLeavesWhatWasFoundAndSaysSo)
{
  const std::string file = save("chain.bngl", chain);
  CompileRequest request{file, "network", false, {}};
  EXPECT_TRUE(compile_model(request)->stopped_by.empty());  // the text's own max_agg ends it
  request.expansion.max_molecules = 1000;
  request.expansion.max_species = 20;
  const auto cut = compile_model(request);
  ASSERT_TRUE(cut);
  ASSERT_FALSE(cut->stopped_by.empty());
  EXPECT_EQ(cut->stopped_by[0].code, "E1501");
  EXPECT_THAT(cut->text, StartsWith("# Incomplete"));
  EXPECT_THAT(cut->text, HasSubstr("A(l,r)"));
}

TEST_F(ModelTools, ANetworkConvertsThereAndBack)
{
  const std::string file = save("decay.bngl", decay);
  const auto net = convert_model({file, "net", {}});
  ASSERT_TRUE(net);
  const auto again = convert_model({save("decay.net", *net), "net", {}});
  ASSERT_TRUE(again) << to_string(again.diagnostics());
  EXPECT_EQ(*again, *net);
  EXPECT_THAT(*convert_model({file, "sbml", {}}), HasSubstr("<sbml"));
  EXPECT_EQ(convert_model({file, "magic", {}}).diagnostics().at(0).code, "E1811");
}

TEST_F(ModelTools, ARunWritesItsFilesUnderTheModelsName)
{
  RunRequest request;
  request.file = save("decay.bngl", decay);
  request.folder = folder_.string();
  const auto outcome = run_file(request);
  ASSERT_TRUE(outcome) << to_string(outcome.diagnostics());
  EXPECT_TRUE(fs::exists(folder_ / "decay.net"));
  std::istringstream rows(load("decay.gdat"));
  std::string header;
  std::getline(rows, header);
  EXPECT_THAT(header, HasSubstr("AB"));
  double time = 0.0, bound = 0.0;
  int num_rows = 0;
  for (; rows >> time >> bound; ++num_rows) EXPECT_NEAR(bound, 100 * std::exp(-2 * time), 1e-6);
  EXPECT_EQ(num_rows, 5);
}

TEST_F(ModelTools, AMistakeLeavesNoFiles)
{
  RunRequest request;
  request.file = save("bad.bngl", "begin molecule types\n  A(\nend molecule types\n");
  request.folder = (folder_ / "out").string();
  EXPECT_FALSE(run_file(request));
  EXPECT_FALSE(fs::exists(folder_ / "out"));
}

TEST_F(ModelTools, ACheckFindsTheChain)
{
  const auto found = check_file(save("chain.bngl", chain));
  ASSERT_TRUE(found);
  EXPECT_FALSE(has_error(found->diagnostics));
  EXPECT_THAT(to_tsv(*found), HasSubstr("W1906"));
  EXPECT_THAT(to_json(*found), HasSubstr("research_use_only"));
}

}  // namespace
}  // namespace rascade::service
