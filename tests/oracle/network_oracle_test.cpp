// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "oracle/compare.hpp"
#include "oracle/random_model.hpp"
#include "rascade/network/expand.hpp"

namespace rascade::oracle {
namespace {

network::ExpansionOptions options(std::size_t max_molecules)
{
  network::ExpansionOptions result;
  result.limits.max_molecules = max_molecules;
  result.limits.max_species = 60;
  return result;
}

TEST(Oracle, NetworksAreTheTwins)
{
  std::size_t num_done = 0;
  std::size_t num_reactions = 0;
  for (std::uint64_t seed = 0; seed < 1500; ++seed) {
    Dice dice(1000 + seed);
    const model::Model model = random_model(dice);
    const std::size_t max_molecules = 3 + dice(2);
    const auto fast = network::expand(model, options(max_molecules));
    if (!fast || fast->reactions.size() > 400) continue;
    const twin::Network slow = twin::expand(model, max_molecules);
    if (!slow.is_clear) continue;
    ++num_done;
    num_reactions += fast->reactions.size();
    const std::string text = differences(*fast, slow, model);
    EXPECT_TRUE(text.empty()) << text << "seed " << seed << "\n" << print(model);
  }
  EXPECT_GT(num_done, 1000U);
  EXPECT_GT(num_reactions, 10000U);
}

}  // namespace
}  // namespace rascade::oracle
