// SPDX-License-Identifier: MIT
#include "rascade/claims/robust.hpp"

#include <gtest/gtest.h>

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

struct Tried {
  std::string log;
  std::vector<RobustShare> shares;
  std::size_t runs = 0;
};

Tried try_all(const std::string& before, int threads = 1)
{
  TinyModel model = with_draws();
  Evaluation evaluation = model.evaluated();
  JournalText known = read_journal(before, "key");
  Tried tried{known.believed, {}, 0};
  evaluation.num_runs = 0;
  const plan::RunControl control{1, threads, {}};
  try_draws(model.bench(), control, known.journal,
            [&](const std::string& lines) { tried.log += lines; }, evaluation);
  for (const ClaimResult& result : evaluation.results) tried.shares.push_back(*result.robust);
  tried.runs = evaluation.num_runs;
  return tried;
}

TEST(TryDraws, StopsWhereTheVerdictIsClear)
{
  const Tried tried = try_all("");
  for (const RobustShare& share : tried.shares) {
    EXPECT_TRUE((share.holds == 40 && share.fails <= 10) || (share.fails == 11 && share.holds < 40));
  }
  // Five times the input is five times A in every draw; a fifth more is often too little of D.
  EXPECT_TRUE(tried.shares[0].is_robust());
  EXPECT_EQ(tried.shares[0].fails, 0);
  EXPECT_FALSE(tried.shares[1].is_robust());
}

TEST(TryDraws, GoesOnFromAJournalCutAnywhere)
{
  const Tried whole = try_all("");
  const std::size_t n = whole.log.size();
  for (const std::size_t length : {std::size_t{0}, n / 5, n / 2, n - 3, n}) {
    const Tried resumed = try_all(whole.log.substr(0, length));
    EXPECT_EQ(resumed.log, whole.log) << length;
    for (std::size_t i = 0; i < whole.shares.size(); ++i) {
      EXPECT_EQ(resumed.shares[i].holds, whole.shares[i].holds);
      EXPECT_EQ(resumed.shares[i].fails, whole.shares[i].fails);
    }
  }
  EXPECT_EQ(try_all(whole.log).runs, 0U);  // nothing is run again
}

TEST(TryDraws, DoesNotDependOnThreads) { EXPECT_EQ(try_all("", 1).log, try_all("", 2).log); }

TEST(TryDraws, ReplacesDrawsThatAreNotPlausible)
{
  TinyModel model = with_draws();
  // A / B = loss / gain: asked to lie below its central value, about half of the draws are out.
  knowledge::Baseline baseline{"ratio", "A_all", "B_all", {}};
  baseline.share.low = 0.01;
  baseline.share.high = 1.0001;
  model.knowledge().baselines.push_back(baseline);
  Evaluation evaluation = model.evaluated();
  try_draws(model.bench(), {1, 1, {}}, {}, [](const std::string&) {}, evaluation);
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
  try_draws(model.bench(), {1, 1, {}}, {}, [](const std::string&) {}, evaluation);
  EXPECT_FALSE(evaluation.results[2].robust.has_value());
}

}  // namespace
}  // namespace rascade::claims
