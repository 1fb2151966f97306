// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "rascade/reduce/lump_backward.hpp"
#include "rascade/reduce/lump_forward.hpp"
#include "unit/network/model_text.hpp"
#include "unit/simulate/build_network.hpp"

namespace rascade::reduce {
namespace {

using network::ModelText;
using Places = std::vector<std::int32_t>;
using simulate::NetworkBuilder;

/// `n` sites of unlike names and like rates, modified one independently of the other.
ModelText multisite(int n, const std::string& rate_of_first = "k")
{
  std::string sites, seed, rules, observable;
  for (int i = 1; i <= n; ++i) {
    const std::string s = "s" + std::to_string(i);
    sites += (i > 1 ? "," : "") + s + "~u~p";
    seed += (i > 1 ? "," : "") + s + "~u";
    rules += "A(" + s + "~u) -> A(" + s + "~p) " + (i > 1 ? "k" : rate_of_first) + "\n";
    rules += "A(" + s + "~p) -> A(" + s + "~u) l\n";
    observable += (i > 1 ? "," : "") + ("A(" + s + "~p)");
  }
  return {.types = "A(" + sites + ")",
          .seeds = "A(" + seed + ") 100",
          .rules = rules,
          .observables = "Molecules P " + observable,
          .parameters = "k 1\nl 2\nk2 1\n"};
}

TEST(LumpForward, CountsModifiedSitesOnly)
{
  for (const int n : {2, 3, 4, 6}) {
    const auto network = network::expand_text(multisite(n));
    ASSERT_EQ(network.species.size(), std::size_t{1} << static_cast<unsigned>(n));
    EXPECT_EQ(lump_forward(network).network.species.size(), static_cast<std::size_t>(n + 1));
  }
}

TEST(LumpBackward, CountsModifiedSitesOnly)
{
  const auto network = network::expand_text(multisite(5));
  EXPECT_EQ(lump_backward(network).network.species.size(), 6U);
}

TEST(LumpForward, KeepsApartWhatIsEqualInValueOnly)
{
  // k2 has the value of k, which another draw need not give it: 2 x 3 states.
  const auto network = network::expand_text(multisite(3, "k2"));
  EXPECT_EQ(lump_forward(network).network.species.size(), 6U);
  EXPECT_EQ(lump_backward(network).network.species.size(), 6U);
}

TEST(LumpForward, RespectsObservables)
{
  ModelText text = multisite(3);
  text.observables = "Molecules P A(s1~p)";
  EXPECT_EQ(lump_forward(network::expand_text(text)).network.species.size(), 2U)
      << "the other sites are nobody's business";
  text.observables = "Molecules P A(s1~p,s2~p,s3~u)";
  EXPECT_EQ(lump_forward(network::expand_text(text)).network.species.size(), 6U)
      << "(none, one, both of the first two) x the third";
}

TEST(LumpBackward, RespectsAmountsAtTheStart)
{
  ModelText text = multisite(2);
  text.seeds += "\nA(s1~p,s2~u) 5";
  EXPECT_EQ(lump_backward(network::expand_text(text)).network.species.size(), 4U);
  text.seeds += "\nA(s1~u,s2~p) 5";
  EXPECT_EQ(lump_backward(network::expand_text(text)).network.species.size(), 3U);
}

TEST(LumpForward, LeavesFixedSpeciesAndSaturatingSubstratesAlone)
{
  NetworkBuilder builder;
  builder.parameter("k", 1.0);
  const std::size_t a = builder.species("A", 1.0), b = builder.species("B", 1.0),
                    held = builder.species("H", 1.0, true), c = builder.species("C");
  builder.reaction({a}, {c}, "k").reaction({b}, {c}, "k").reaction({held}, {c, held}, "k");
  builder.observable("C", {{c, 1.0}});
  EXPECT_EQ(forward_blocks(builder.network()), (Places{0, 0, 1, 2}));
  network::Network saturating = builder.network();
  saturating.rate_laws[0].kind = model::RateLaw::Kind::Sat;
  saturating.rate_laws[0].args.push_back(simulate::Formula("k").tree);
  EXPECT_EQ(forward_blocks(saturating), (Places{0, 1, 2, 3}));
}

TEST(LumpForward, CountsPairsOfAlikeSpecies)
{
  // A1 + A1, A1 + A2 and A2 + A2 with 1/2, 1 and 1/2 are (A1 + A2)^2 / 2; without the halves not.
  for (const double half : {0.5, 1.0}) {
    NetworkBuilder builder;
    const std::size_t a1 = builder.species("A1", 1.0), a2 = builder.species("A2", 2.0),
                      d = builder.species("D");
    builder.observable("D", {{d, 1.0}});
    builder.reaction({a1, a1}, {d}, "k", half).reaction({a2, a2}, {d}, "k", half);
    builder.reaction({a1, a2}, {d}, "k");
    EXPECT_EQ(forward_blocks(builder.network()), half == 0.5 ? (Places{0, 0, 1}) : (Places{0, 1, 2}));
  }
}

}  // namespace
}  // namespace rascade::reduce
