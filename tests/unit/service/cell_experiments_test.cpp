// SPDX-License-Identifier: MIT
#include "rascade/service/cell_experiments.hpp"

#include <gtest/gtest.h>

#include "support/tables.hpp"

namespace rascade::service {
namespace {

TEST(Crossing, IsLogLinear)
{
  EXPECT_NEAR(crossing({1, 100}, {1.0, 0.0}, 0.5).value(), 10, 1e-9);
  EXPECT_FALSE(crossing({1, 10}, {1.0, 0.9}, 0.5).has_value());
}

class CellExperiments : public testing::Test {
 protected:
  static Session session()
  {
    const std::string root = support::source_folder();
    return *Session::open({root + "/knowledge", root + "/models", "", root + "/examples"});
  }
  static std::string example(const std::string& name)
  {
    return support::source_folder() + "/examples/" + name + ".toml";
  }
};

TEST_F(CellExperiments, SimulateStartsUntreatedAndFallsUnderDrug)
{
  SimulateRequest request;
  request.tumour_file = example("nsclc-kras-g12c");
  request.drugs = {"sotorasib"};
  request.outputs = {"ppERK"};
  request.hours = 6;
  const auto table = simulate_cell(session(), request);
  ASSERT_TRUE(table) << to_string(table.diagnostics());
  EXPECT_EQ(table->rows.size(), 13U);
  EXPECT_LT(table->rows.back()[1], 0.8 * table->rows.front()[1]);
}

TEST_F(CellExperiments, NamesAnUnknownOutput)
{
  SimulateRequest request;
  request.tumour_file = example("nsclc-kras-g12c");
  request.outputs = {"ppERKK"};
  const auto table = simulate_cell(session(), request);
  ASSERT_FALSE(table);
  EXPECT_EQ(table.diagnostics().front().code, "E1201");
  EXPECT_NE(table.diagnostics().front().hint.find("ppERK"), std::string::npos);
}

TEST_F(CellExperiments, DoseResponseGivesAnIc50)
{
  DoseRequest request;
  request.tumour_file = example("melanoma-braf-v600e");
  request.drugs = {"trametinib"};
  const auto table = dose_response(session(), request);
  ASSERT_TRUE(table) << to_string(table.diagnostics());
  EXPECT_NE(table->notes.front().find("IC50"), std::string::npos);
  EXPECT_GT(table->rows.front()[1], 0.8);
  EXPECT_LT(table->rows.back()[1], 0.2);
}

}  // namespace
}  // namespace rascade::service
