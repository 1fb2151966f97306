// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "rascade/reduce/drop_unreachable.hpp"
#include "rascade/reduce/drop_unseen.hpp"
#include "unit/simulate/build_network.hpp"

namespace rascade::reduce {
namespace {

using Places = std::vector<std::int32_t>;
using simulate::NetworkBuilder;

TEST(DropUnreachable, KeepsWhatIsMadeFromSeedsOrFromNothing)
{
  NetworkBuilder builder;
  builder.parameter("k", 1.0).parameter("n", 0.0);
  const std::size_t a = builder.species("A", 1.0), b = builder.species("B"),
                    drug = builder.species("D"), bound = builder.species("BD"),
                    made = builder.species("M"), maybe = builder.species("N", "n");
  builder.reaction({a}, {b}, "k").reaction({b, drug}, {bound}, "k").reaction({bound}, {b, drug}, "k");
  builder.reaction({}, {made}, "k").reaction({maybe, made}, {maybe}, "k");
  const Reduction reduction = drop_unreachable(builder.network());
  EXPECT_EQ(reduction.place, (Places{0, 1, gone, gone, 2, 3}))
      << "a parameter may get another value than 0";
  EXPECT_EQ(reduction.network.reactions.size(), 3U);
}

TEST(DropUnreachable, LeavesOneSpeciesAtLeast)
{
  NetworkBuilder builder;
  builder.species("A");
  EXPECT_EQ(drop_unreachable(builder.network()).network.species.size(), 1U);
}

TEST(DropUnseen, KeepsWhatObservablesDependOn)
{
  NetworkBuilder builder;
  const std::size_t a = builder.species("A", 1.0), b = builder.species("B", 1.0),
                    c = builder.species("C"), waste = builder.species("W"),
                    enzyme = builder.species("E", 1.0), late = builder.species("L");
  builder.reaction({a, enzyme}, {b, enzyme, waste}, 1.0).reaction({b}, {c}, 1.0);
  builder.reaction({c}, {late}, 1.0).reaction({waste}, {late}, 1.0);
  builder.observable("B", {{b, 1.0}}).observable("nothing", {{late, 0.0}});
  const Reduction reduction = drop_unseen(builder.network());
  EXPECT_EQ(reduction.place, (Places{0, 1, gone, gone, 2, gone}));
  EXPECT_EQ(reduction.network.reactions.size(), 2U) << "what B turns into is left out, its loss is not";
}

TEST(DropUnseen, KeepsWhatRatesNeed)
{
  NetworkBuilder builder;
  const std::size_t a = builder.species("A", 1.0), b = builder.species("B", 1.0);
  builder.observable("A", {{a, 1.0}}).observable("B", {{b, 1.0}});
  builder.reaction({a}, {}, "B");
  EXPECT_EQ(drop_unseen(builder.network()).network.species.size(), 2U);
}

}  // namespace
}  // namespace rascade::reduce
