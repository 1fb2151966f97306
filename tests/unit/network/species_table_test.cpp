// SPDX-License-Identifier: MIT
#include "rascade/network/species_table.hpp"

#include <gtest/gtest.h>

#include "model_text.hpp"
#include "rascade/network/pattern_graph.hpp"

namespace rascade::network {
namespace {

TEST(SpeciesTable, HoldsEachSpeciesOnce)
{
  const model::Model model = parse({"A(b,s~u~p)\nB(a)",
                                    "A(b!1,s~u).B(a!1) 1\nB(a!1).A(s~u,b!1) 1\n"
                                    "A(b!1,s~p).B(a!1) 1\nA(b,s~u) 1\nB(a) 1"});
  const MoleculeKinds kinds(model.molecule_types);
  SpeciesTable table;
  std::vector<std::size_t> found;
  for (const model::SeedSpecies& seed : model.seeds) {
    found.push_back(table.add(to_site_graph(seed.pattern, kinds)));
  }
  EXPECT_EQ(found, (std::vector<std::size_t>{0, 0, 1, 2, 3}));
  EXPECT_EQ(table.size(), 4U);
  EXPECT_EQ(to_string(table[SpeciesIndex(0)], kinds), "A(b!1,s~u).B(a!1)");
}

}  // namespace
}  // namespace rascade::network
