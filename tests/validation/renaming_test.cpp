// SPDX-License-Identifier: MIT
// Science rule 1: the advice must not depend on what drugs, genes and tumours are called.
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "rascade/plan/plan.hpp"
#include "support/lab.hpp"

namespace rascade::plan {
namespace {

std::string renamed(const std::string& name) { return name.empty() ? name : "Q" + name + "q"; }

/// Every drug, gene and cancer type under another name, wherever the tables use it.
knowledge::Knowledge rename_all(knowledge::Knowledge k)
{
  for (knowledge::Drug& d : k.drugs) {
    d.name = renamed(d.name);
    d.synonyms.clear();
  }
  for (knowledge::Gene& g : k.genes) g.name = renamed(g.name);
  for (knowledge::Variant& v : k.variants) {
    v.gene = renamed(v.gene);
    for (knowledge::VariantEffect& e : v.effects) {
      e.gene = renamed(e.gene);
      if (k.find_mechanism(e.drug) == nullptr) e.drug = renamed(e.drug);
    }
  }
  for (knowledge::Cancer& c : k.cancers) c.code = renamed(c.code);
  for (knowledge::Route& r : k.routes) {
    r.gene = renamed(r.gene);
    const std::size_t space = r.needs.find(' ');
    const std::string rest = space == std::string::npos ? "" : r.needs.substr(space);
    r.needs = renamed(r.needs.substr(0, space)) + rest;
  }
  return k;
}

TumourCase rename_tumour(TumourCase tumour)
{
  tumour.cell.cancer = renamed(tumour.cell.cancer);
  for (pathway::Allele& a : tumour.cell.alleles) a.gene = renamed(a.gene);
  return tumour;
}

Plan plan_of(const knowledge::Knowledge& tables, const TumourCase& tumour, const std::string& drug)
{
  PlanRequest request;
  request.base = {tables.find_drug(drug)};
  request.patients = 4;
  auto plan = make_plan(tables, support::modules(), tumour, request);
  if (!plan) throw std::runtime_error(to_string(plan.diagnostics()));
  return *std::move(plan);
}

TEST(Renaming, LeavesTheAdviceUnchanged)
{
  TumourCase tumour;
  tumour.cell = support::lung_g12c();
  const TumourCase other = rename_tumour(tumour);
  const knowledge::Knowledge other_tables = rename_all(support::tables());
  const Plan plan = plan_of(support::tables(), tumour, "sotorasib");
  const Plan again = plan_of(other_tables, other, renamed("sotorasib"));

  ASSERT_EQ(plan.arms.size(), again.arms.size());
  for (std::size_t a = 0; a < plan.arms.size(); ++a) {
    ASSERT_EQ(plan.arms[a].drugs.size(), again.arms[a].drugs.size());
    for (std::size_t d = 0; d < plan.arms[a].drugs.size(); ++d) {
      EXPECT_EQ(renamed(plan.arms[a].drugs[d]->name), again.arms[a].drugs[d]->name);
    }
    EXPECT_EQ(plan.arms[a].pfs_months.value, again.arms[a].pfs_months.value);
    EXPECT_EQ(plan.arms[a].waterfall, again.arms[a].waterfall);
  }
  ASSERT_EQ(plan.routes.size(), again.routes.size());
  for (std::size_t r = 0; r < plan.routes.size(); ++r) {
    EXPECT_EQ(plan.routes[r].share.value, again.routes[r].share.value);
  }
}

}  // namespace
}  // namespace rascade::plan
