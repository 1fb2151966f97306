// SPDX-License-Identifier: MIT
#include "rascade/base/index.hpp"

#include <gtest/gtest.h>

#include <type_traits>
#include <unordered_set>
#include <vector>

namespace rascade {
namespace {

using CatIndex = Index<struct CatTag>;
using DogIndex = Index<struct DogTag>;

static_assert(!std::is_convertible_v<std::size_t, CatIndex>);
static_assert(!std::is_assignable_v<CatIndex&, DogIndex>);

TEST(Index, SubscriptsOrdersAndHashes)
{
  const std::vector<int> lives{9, 8};
  EXPECT_EQ(lives[CatIndex{1}], 8);
  EXPECT_LT(CatIndex{0}, CatIndex{1});
  EXPECT_EQ(std::unordered_set({CatIndex{1}, CatIndex{1}}).size(), 1u);
}

}  // namespace
}  // namespace rascade
