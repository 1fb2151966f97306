// SPDX-License-Identifier: MIT
#include "rascade/claims/evaluate.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "rascade/claims/report.hpp"
#include "support/tables.hpp"
#include "tiny_model.hpp"

namespace rascade::claims {
namespace {

TinyModel with_claims()
{
  TinyModel model = chain();
  model.change("oe:in", "parameter", "k_in", 5).change("ko:in", "parameter", "k_in", 0.1);
  model.change("oe:nobody", "parameter", "k_nobody", 5);
  model.readout("A_all", "level", 1, 1000).readout("D_all", "level", 1, 1000);
  model.readout("Q_all", "level", 1, 1000);
  model.claim("up", "none", "oe:in", "D_all", "b>>a").claim("down", "none", "ko:in", "D_all", "b<a");
  model.claim("wrong", "none", "oe:in", "D_all", "b<a");
  model.claim("same", "none", "none", "D_all", "b~a");
  model.claim("lost", "none", "oe:nobody", "D_all", "b>a");
  model.claim("unread", "none", "oe:in", "Q_all", "b>a");
  model.claim("alike", "oe:in", "oe:in + ko:in", "A_all", "b~a");
  model.claim("listed", "none", "-", "A_all", "list: this and that");
  return model;
}

const ClaimResult& find(const Evaluation& evaluation, const std::string& id)
{
  return *std::find_if(evaluation.results.begin(), evaluation.results.end(),
                       [&](const ClaimResult& r) { return r.claim->id == id; });
}

TEST(Evaluate, TellsWhatIsReproducedMissedAndNotModelled)
{
  TinyModel model = with_claims();
  const Evaluation evaluation = model.evaluated();
  EXPECT_EQ(find(evaluation, "up").status, Status::reproduced);
  EXPECT_EQ(find(evaluation, "down").status, Status::reproduced);
  EXPECT_EQ(find(evaluation, "wrong").status, Status::missed);
  EXPECT_EQ(find(evaluation, "same").status, Status::not_modelled);
  EXPECT_NE(find(evaluation, "same").reason.find("one and the same"), std::string::npos);
  EXPECT_NE(find(evaluation, "lost").reason.find("k_nobody"), std::string::npos);
  EXPECT_NE(find(evaluation, "unread").reason.find("Q_all"), std::string::npos);
  EXPECT_EQ(find(evaluation, "alike").status, Status::missed);
  EXPECT_EQ(find(evaluation, "listed").status, Status::uncounted);
}

TEST(Evaluate, ReadsTheSteadyStateOfAChain)
{
  // A = k_in / loss; each later one gain / loss times the one before.
  TinyModel model = with_claims();
  const Evaluation evaluation = model.evaluated();
  const CellReading& reading = find(evaluation, "up").readings.front();
  EXPECT_NEAR(reading.values.at("a"), 100, 0.1);
  EXPECT_NEAR(reading.values.at("b"), 500, 0.5);
}

TEST(Evaluate, RunsAnArmOnceHoweverManyClaimsNeedIt)
{
  TinyModel model = with_claims();
  const Evaluation evaluation = model.evaluated();
  // none, oe:in, ko:in, and both together.
  EXPECT_EQ(evaluation.num_runs, 4U);
}

TEST(Evaluate, APartThatIsMissingNamesItself)
{
  TinyModel model = with_claims();
  model.knowledge().parts = {{"wnt", "Wnt", "missing"}, {"mapk", "cascade", "modelled"}};
  model.knowledge().claims.claims.front().parts = {"mapk", "wnt"};
  const Evaluation evaluation = model.evaluated();
  EXPECT_EQ(find(evaluation, "up").status, Status::not_modelled);
  EXPECT_EQ(find(evaluation, "up").missing, (std::vector<std::string>{"wnt"}));
}

TEST(Evaluate, EveryCellOfTheContextMustPass)
{
  TinyModel model = with_claims();
  // In the second cell nothing is passed on, so D does not rise.
  model.knowledge().levels.push_back({"gain", "none", {0, 0, 0, "1", {}}});
  model.knowledge().claims.cells.push_back({"cut", "", {}, {"gain none"}, {}, {}});
  model.knowledge().claims.contexts.front().cells = {"tiny", "cut"};
  const Evaluation evaluation = model.evaluated();
  EXPECT_EQ(find(evaluation, "up").readings.size(), 2U);
  EXPECT_EQ(find(evaluation, "up").status, Status::missed);
  EXPECT_TRUE(find(evaluation, "up").reason.starts_with("cut:"));
}

/// The repository's tables with claims of the test's own: cells with drugs and alterations.
class OwnClaims {
 public:
  OwnClaims() : knowledge_(support::tables())
  {
    knowledge::ClaimBook& book = knowledge_.claims;
    book = {};
    knowledge_.parts.clear();
    book.cells = {{"lung", "LUAD", {"KRAS G12C"}, {}, {}, {}}};
    book.contexts = {{"lung", {"lung"}, {}, "", {}}};
    add_readout("erk", "level", "ppERK/ERK_total", 0, 1);
    add_readout("effect", "drug_effect", "ppERK", -1, 1);
    add_readout("growth", "growth", "growth", 0, 1);
    add_readout("course", "course", "ppERK", 0, 2);
    add("1", "none", "trametinib", "erk", "b<a");
    add("2", "none", "sotorasib", "erk", "b<a");
    add("3", "none", "sotorasib", "growth", "b<a");
    add("4", "sotorasib", "sotorasib + trametinib", "growth", "b<a");
    add("5", "-", "trametinib", "course", "shape: nadir<=0.7 recovery>=0.01");
  }

  /// Evaluated and written down.
  std::string json(int threads) const
  {
    Bench bench(knowledge_, support::modules());
    std::vector<const knowledge::Claim*> claims;
    for (const knowledge::Claim& c : knowledge_.claims.claims) claims.push_back(&c);
    auto evaluation = resolve_all(knowledge_, claims);
    const plan::RunControl control{1, {.threads = threads}};
    evaluate(bench, control, *evaluation);
    label_all(bench, control, *evaluation);
    return to_json(Report{"", 1, false, evaluation->results, 0, 0}).dump();
  }

 private:
  void add_readout(const std::string& name, const std::string& kind, const std::string& output,
                   double low, double high)
  {
    knowledge::Readout r;
    r.name = name;
    r.kind = kind;
    r.output = output;
    r.time_h = 24;
    r.low = low;
    r.high = high;
    r.unit = "1";
    knowledge_.claims.readouts.push_back(r);
  }

  void add(const std::string& id, const std::string& a, const std::string& b,
           const std::string& readout, const std::string& expected)
  {
    knowledge::Claim c;
    c.id = id;
    c.level = "cell";
    c.context = "lung";
    c.a = a;
    c.b = b;
    c.readout = readout;
    c.expected = expected;
    knowledge_.claims.claims.push_back(c);
  }

  knowledge::Knowledge knowledge_;
};

TEST(Evaluate, WritesTheSameBytesForAnyNumberOfThreads)
{
  const OwnClaims claims;
  const std::string one = claims.json(1);
  EXPECT_EQ(one, claims.json(2));
  // A MEK inhibitor lowers ERK's activity in a KRAS-mutant cell, whatever else the model does.
  const auto json = nlohmann::json::parse(one);
  EXPECT_EQ(json["claims"][0]["status"], "reproduced");
  EXPECT_LT(json["claims"][0]["cells"][0]["values"]["b"], json["claims"][0]["cells"][0]["values"]["a"]);
}

}  // namespace
}  // namespace rascade::claims
