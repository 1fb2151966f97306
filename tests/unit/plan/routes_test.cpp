// SPDX-License-Identifier: MIT
#include "rascade/plan/routes.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "support/tables.hpp"

namespace rascade::plan {
namespace {

const pathway::Cell lung{"LUAD", {{"KRAS", {"G12C"}, 2}}, {{"KRAS", 1}}, {}};

knowledge::Route route(std::string kind, std::string gene, std::string variant, std::string needs = "")
{
  return {"r", "r", std::move(kind), std::move(gene), std::move(variant), "3", std::move(needs), {}};
}

TEST(AlteredCell, AddsASecondSiteToTheAlteredCopies)
{
  const auto cell = altered_cell(support::tables(), lung, route("second_site", "KRAS", "Y96D"));
  ASSERT_TRUE(cell);
  EXPECT_EQ(cell->alleles.front().variants, (std::vector<std::string>{"G12C", "Y96D"}));
  EXPECT_EQ(cell->alleles.front().copies, 2);
}

TEST(AlteredCell, TakesANewAlleleFromTheWildTypeCopies)
{
  const auto cell = altered_cell(support::tables(), lung, route("new_allele", "KRAS", "G12V"));
  ASSERT_TRUE(cell);
  EXPECT_EQ(cell->wild_type_copies.at("KRAS"), 0);
  EXPECT_EQ(cell->alleles.size(), 2U);
}

TEST(AlteredCell, MultipliesTheAlteredCopies)
{
  const auto cell = altered_cell(support::tables(), lung, route("amplification", "KRAS", ""));
  ASSERT_TRUE(cell);
  EXPECT_EQ(cell->alleles.front().copies, 6);
  EXPECT_EQ(cell->wild_type_copies.at("KRAS"), 1);
}

TEST(AlteredCell, NeedsWhatTheRouteNeedsAndIsNewToTheCell)
{
  EXPECT_FALSE(altered_cell(support::tables(), lung, route("gene", "MET", "amplification", "BRAF V600E")));
  EXPECT_FALSE(altered_cell(support::tables(), lung, route("new_allele", "KRAS", "G12C")));
  EXPECT_TRUE(altered_cell(support::tables(), lung, route("gene", "MET", "amplification", "KRAS G12C")));
}

TEST(CloneRoutes, OfTheBundledTablesApplyToTheirTumours)
{
  const auto lung_routes = clone_routes(support::tables(), lung);
  const auto braf_routes = clone_routes(support::tables(), {"SKCM", {{"BRAF", {"V600E"}, 1}}, {}, {}});
  const auto has = [](const std::vector<CloneRoute>& all, const std::string& name) {
    return std::any_of(all.begin(), all.end(), [&](const auto& c) { return c.route->name == name; });
  };
  EXPECT_TRUE(has(lung_routes, "kras_pocket"));
  EXPECT_FALSE(has(lung_routes, "braf_splice"));
  EXPECT_TRUE(has(braf_routes, "braf_splice"));
  EXPECT_FALSE(has(braf_routes, "kras_pocket"));
}

}  // namespace
}  // namespace rascade::plan
