// SPDX-License-Identifier: MIT
#include "rascade/network/pattern_graph.hpp"

#include <gtest/gtest.h>

#include "model_text.hpp"

namespace rascade::network {
namespace {

TEST(MoleculeKinds, SitesOfOneNameShareAKindAndOthersDoNot)
{
  const model::Model model = parse({"A(x,y,x)\nB(x)"});
  const MoleculeKinds kinds(model.molecule_types);
  const model::MoleculeTypeIndex a(0), b(1);
  EXPECT_EQ(kinds.kind(a, 0), kinds.kind(a, 2));
  EXPECT_NE(kinds.kind(a, 0), kinds.kind(a, 1));
  EXPECT_NE(kinds.kind(a, 0), kinds.kind(b, 0));
}

TEST(ToSitePattern, KeepsTheOrderWrittenAndJoinsBonds)
{
  const model::Model model =
      parse({"A(x,y~u~p)\nB(z)", "", "", "Molecules O A(y~p!+,x!1).B(z!1)"});
  const MoleculeKinds kinds(model.molecule_types);
  const graph::SitePattern pattern =
      to_site_pattern(model.observables[0].patterns[0], kinds);
  ASSERT_EQ(pattern.sites.size(), 3U);
  EXPECT_EQ(pattern.sites[0].state, 1);
  EXPECT_EQ(pattern.sites[0].link, graph::SitePattern::Link::any_bond);
  EXPECT_EQ(pattern.sites[1].partner, 2U);
  EXPECT_EQ(pattern.sites[2].partner, 1U);
  EXPECT_EQ(pattern.sites[2].molecule, 1U);
}

TEST(ToSiteGraph, OrdersSitesAsTheTypeDoes)
{
  const model::Model model = parse({"A(x,y~u~p)", "A(y~p,x!1).A(y~u,x!1) 1"});
  const MoleculeKinds kinds(model.molecule_types);
  const graph::SiteGraph species = to_site_graph(model.seeds[0].pattern, kinds);
  EXPECT_EQ(species.sites[0].partner, 2U);
  EXPECT_EQ(species.sites[1].state, 1);
  EXPECT_EQ(to_string(species, kinds), "A(x!1,y~p).A(x!1,y~u)");
}

}  // namespace
}  // namespace rascade::network
