// SPDX-License-Identifier: MIT
#include "rascade/claims/robust.hpp"

#include <gtest/gtest.h>

#include <filesystem>

#include "tiny_model.hpp"

namespace rascade::claims {
namespace {

TinyModel with_draws()
{
  TinyModel model = chain();
  for (knowledge::Parameter& p : model.knowledge().parameters) {
    p.quantity.origin.grade = knowledge::Grade::assumed;
  }
  model.change("oe:in", "parameter", "k_in", 5);
  model.change("oe:little", "parameter", "k_in", 1.2);
  // Of the range of D the little change is a hundredth in part of the draws only.
  model.readout("A_all", "level", 1, 1e-3).readout("D_all", "level", 1, 1000);
  model.claim("sure", "none", "oe:in", "A_all", "b>a");
  model.claim("frail", "none", "oe:little", "D_all", "b>a");
  return model;
}

std::vector<RobustShare> try_all(ensemble::Control members = {.threads = 1})
{
  TinyModel model = with_draws();
  Evaluation evaluation = model.evaluated();
  try_draws(model.bench(), {1, std::move(members)}, evaluation);
  std::vector<RobustShare> shares;
  for (const ClaimResult& result : evaluation.results) shares.push_back(*result.robust);
  return shares;
}

void expect_same(const std::vector<RobustShare>& one, const std::vector<RobustShare>& other)
{
  ASSERT_EQ(one.size(), other.size());
  for (std::size_t i = 0; i < one.size(); ++i) {
    EXPECT_EQ(one[i].holds, other[i].holds);
    EXPECT_EQ(one[i].fails, other[i].fails);
    EXPECT_EQ(one[i].tried, other[i].tried);
  }
}

TEST(TryDraws, StopsWhereTheVerdictIsClear)
{
  const std::vector<RobustShare> shares = try_all();
  for (const RobustShare& share : shares) {
    EXPECT_TRUE((share.holds == 40 && share.fails <= 10) || (share.fails == 11 && share.holds < 40));
  }
  // Five times the input is five times A in every draw; a fifth more is often too little of D.
  EXPECT_TRUE(shares[0].is_robust());
  EXPECT_EQ(shares[0].fails, 0);
  EXPECT_FALSE(shares[1].is_robust());
}

TEST(TryDraws, GoesOnFromAJournalCutAnywhere)
{
  const std::string path = testing::TempDir() + "rascade_robust.journal";
  std::filesystem::remove(path);
  const auto journal = [&] { return *ensemble::Journal::open(path, "key"); };
  const std::vector<RobustShare> whole = try_all({.threads = 2, .journal = journal()});
  expect_same(whole, try_all());
  const std::uintmax_t n = std::filesystem::file_size(path);
  for (const std::uintmax_t length : {n - 3, n / 2, n / 5, std::uintmax_t{0}}) {
    std::filesystem::resize_file(path, length);
    expect_same(try_all({.threads = 1, .journal = journal()}), whole);
    EXPECT_EQ(std::filesystem::file_size(path), n);
  }
  journal()->remove();
}

TEST(TryDraws, DoesNotDependOnThreads) { expect_same(try_all(), try_all({.threads = 2})); }

TEST(TryDraws, ReplacesDrawsThatAreNotPlausible)
{
  TinyModel model = with_draws();
  // A / B = loss / gain: asked to lie below its central value, about half of the draws are out.
  knowledge::Baseline baseline{"ratio", "A_all", "B_all", {}};
  baseline.share.low = 0.01;
  baseline.share.high = 1.0001;
  model.knowledge().baselines.push_back(baseline);
  Evaluation evaluation = model.evaluated();
  try_draws(model.bench(), {1, {.threads = 1}}, evaluation);
  const auto& [key, draws] = *evaluation.draws.begin();
  EXPECT_EQ(draws.numbers.size(), 50U);
  EXPECT_GT(draws.tried, 70U);
  EXPECT_LT(draws.tried, 170U);
  EXPECT_EQ(evaluation.results[0].robust->tried, draws.tried);
}

TEST(TryDraws, LeavesAlikenessAndMissesAlone)
{
  TinyModel model = with_draws();
  model.claim("missed", "none", "oe:in", "D_all", "b<a");
  Evaluation evaluation = model.evaluated();
  try_draws(model.bench(), {1, {.threads = 1}}, evaluation);
  EXPECT_FALSE(evaluation.results[2].robust.has_value());
}

}  // namespace
}  // namespace rascade::claims
