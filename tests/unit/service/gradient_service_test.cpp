// SPDX-License-Identifier: MIT
#include "rascade/service/gradient_service.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

namespace rascade::service {
namespace {

/// X is made at rate k and lost at rate d; at time t, X = k/d (1 - exp(-d t)).
constexpr const char* birth_death = R"(begin model
begin parameters
  k 4.0
  d 0.3
  twice 2*k
end parameters
begin molecule types
  X()
end molecule types
begin seed species
  X() 0
end seed species
begin observables
  Molecules total X()
end observables
begin functions
  double() twice/k*total
end functions
begin reaction rules
  0 -> X() k
  X() -> 0 d
end reaction rules
end model
)";

class GradientService : public testing::Test {
 protected:
  GradientService()
  {
    const std::string name = testing::UnitTest::GetInstance()->current_test_info()->name();
    path_ = std::filesystem::temp_directory_path() / ("rascade_gradient_" + name + ".bngl");
    std::ofstream(path_) << birth_death;
    request_.file = path_.string();
    request_.output = "total";
    request_.time = 5.0;
  }
  ~GradientService() override { std::filesystem::remove(path_); }

  [[nodiscard]] std::string refusal() const
  {
    const auto response = find_gradient(request_);
    return response ? "" : response.diagnostics().front().code;
  }

  std::filesystem::path path_;
  GradientRequest request_;
};

TEST_F(GradientService, GivesSlopesAndElasticitiesByIndependentParameters)
{
  for (const char* method : {"auto", "forward", "adjoint"}) {
    request_.method = method;
    const auto response = find_gradient(request_);
    ASSERT_TRUE(response) << to_string(response.diagnostics());
    ASSERT_EQ(response->rows.size(), 2U);
    const double e = std::exp(-0.3 * 5.0), x = 4.0 / 0.3 * (1 - e);
    // A few times what is tolerated of an amount, 1e-6.
    EXPECT_NEAR(response->value, x, 1e-5);
    EXPECT_NEAR(response->rows[0].slope, x / 4.0, 1e-5);
    EXPECT_NEAR(response->rows[0].elasticity, 1.0, 1e-5);
    EXPECT_NEAR(response->rows[1].slope, -x / 0.3 + 4.0 / 0.3 * 5.0 * e, 1e-4);
  }
}

TEST_F(GradientService, StartsFromRestIfAsked)
{
  request_.equilibrates = true;
  request_.output = "double";
  const auto response = find_gradient(request_);
  ASSERT_TRUE(response);
  EXPECT_NEAR(response->value, 2 * 4.0 / 0.3, 1e-6);
  EXPECT_NEAR(response->rows[0].elasticity, 1.0, 1e-6);
  EXPECT_NEAR(response->rows[1].elasticity, -1.0, 1e-6);
}

TEST_F(GradientService, TheCheckAgreesAndIsPrinted)
{
  request_.checks = true;
  request_.parameters = {"d"};
  const auto response = find_gradient(request_);
  ASSERT_TRUE(response);
  ASSERT_TRUE(response->worst);
  EXPECT_LT(*response->worst, agreement);
  EXPECT_NE(to_tsv(*response).find("Research use only"), std::string::npos);
  EXPECT_NE(to_tsv(*response).find("agree:"), std::string::npos);
  const auto json = nlohmann::json::parse(to_json(*response));
  EXPECT_TRUE(json["agrees"]);
  EXPECT_TRUE(json.contains("research_use_only"));
  EXPECT_EQ(json["gradient"][0]["parameter"], "d");
}

TEST_F(GradientService, TheCheckStaysAboveAnAmountOfZero)
{
  // X binds a drug that is not there: below zero there is no rest to be found.
  std::ofstream(path_) << "begin model\nbegin parameters\n  X0 10\n  D0 0\n  k 0.2\n  l 0.5\n"
                          "end parameters\nbegin molecule types\n  X(b)\n  D(b)\n"
                          "end molecule types\nbegin seed species\n  X(b) X0\n  D(b) D0\n"
                          "end seed species\nbegin observables\n  Molecules total X(b)\n"
                          "end observables\nbegin reaction rules\n"
                          "  X(b) + D(b) <-> X(b!1).D(b!1) k,l\nend reaction rules\nend model\n";
  request_.equilibrates = request_.checks = true;
  const auto response = find_gradient(request_);
  ASSERT_TRUE(response) << to_string(response.diagnostics());
  EXPECT_LT(*response->worst, agreement);
  // One drug more takes X / (X + l / k) of a molecule away.
  EXPECT_NEAR(response->rows[1].slope, -10.0 / (10.0 + 2.5), 1e-6);
}

TEST_F(GradientService, ReducesWhatTheOutputDoesNotNeed)
{
  request_.method = "forward";
  const auto smaller = find_gradient(request_);
  request_.reduces = false;
  const auto whole = find_gradient(request_);
  ASSERT_TRUE(smaller && whole);
  EXPECT_EQ(smaller->sizes, "1 of 1 species (100 %), 2 of 2 reactions (100 %)");
  EXPECT_TRUE(whole->sizes.empty());
  for (std::size_t i = 0; i < whole->rows.size(); ++i) {
    EXPECT_NEAR(smaller->rows[i].slope, whole->rows[i].slope, 1e-6);
  }
}

TEST_F(GradientService, TakesTolerancesBySpecies)
{
  const std::string table = path_.string() + ".tsv";
  request_.tolerances_file = table;
  std::ofstream(table) << "species\tatol\nX()\t1e-9\n";
  const auto response = find_gradient(request_);
  ASSERT_TRUE(response);
  EXPECT_NEAR(response->value, 4.0 / 0.3 * (1.0 - std::exp(-1.5)), 1e-7);
  std::ofstream(table) << "species\tatol\nY()\t1e-9\n";
  EXPECT_EQ(refusal(), "E1710");
  std::filesystem::remove(table);
  EXPECT_EQ(refusal(), "E1001");
}

TEST_F(GradientService, RefusesNamesThatTheModelLacks)
{
  request_.output = "totl";
  EXPECT_EQ(refusal(), "E1821");
  request_.output = "total";
  request_.parameters = {"kk"};
  EXPECT_EQ(refusal(), "E1821");
}

TEST_F(GradientService, RefusesMethodsAndTimesThatCannotBe)
{
  request_.method = "backward";
  EXPECT_EQ(refusal(), "E1822");
  request_.method = "auto";
  request_.time = -1.0;
  EXPECT_EQ(refusal(), "E1822");
}

}  // namespace
}  // namespace rascade::service
