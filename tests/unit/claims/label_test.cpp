// SPDX-License-Identifier: MIT
#include "rascade/claims/label.hpp"

#include <gtest/gtest.h>

#include "tiny_model.hpp"

namespace rascade::claims {
namespace {

const ClaimResult& only(const Evaluation& evaluation) { return evaluation.results.front(); }

TEST(LabelOf, TwoEdgesOrFewerAreEncoded)
{
  TinyModel model = chain();
  model.change("oe:in", "parameter", "k_in", 5).readout("A_all", "level", 1, 1000);
  model.readout("B_all", "level", 1, 1000).readout("D_all", "level", 1, 1000);
  model.claim("near", "none", "oe:in", "A_all", "b>a").claim("next", "none", "oe:in", "B_all", "b>a");
  const Evaluation evaluation = model.evaluated();
  EXPECT_EQ(evaluation.results[0].status, Status::reproduced);
  EXPECT_EQ(evaluation.results[0].label, "encoded");
  EXPECT_EQ(evaluation.results[1].label, "encoded");
}

TEST(LabelOf, ALongSinglePathEntails)
{
  TinyModel model = chain();
  model.change("oe:in", "parameter", "k_in", 5).readout("D_all", "level", 1, 1000);
  model.claim("far", "none", "oe:in", "D_all", "b>a");
  const Evaluation evaluation = model.evaluated();
  EXPECT_EQ(only(evaluation).status, Status::reproduced);
  EXPECT_EQ(only(evaluation).label, "entailed");
}

TEST(LabelOf, TwoPathsOfOppositeSignAreEmergent)
{
  TinyModel model = fork();
  model.change("oe:in", "parameter", "k_in", 5).readout("E_all", "level", 1, 1000);
  model.claim("both", "none", "oe:in", "E_all", "b>a");
  const Evaluation evaluation = model.evaluated();
  EXPECT_EQ(only(evaluation).status, Status::reproduced);
  EXPECT_EQ(only(evaluation).label, "emergent");
}

TEST(LabelOf, AParameterReadBackIsInput)
{
  TinyModel model = chain();
  model.change("oe:in", "parameter", "k_in", 5).readout("k_in", "rate", 0, 100);
  model.claim("rate", "none", "oe:in", "k_in", "b>a");
  const Evaluation evaluation = model.evaluated();
  EXPECT_EQ(only(evaluation).status, Status::reproduced);
  EXPECT_EQ(only(evaluation).label, "input");
}

TEST(LabelOf, WhatRestsOnTheClaimsOwnSourceIsEncoded)
{
  TinyModel model = chain();
  model.change("oe:in", "parameter", "k_in", 5).readout("D_all", "level", 1, 1000);
  model.claim("far", "none", "oe:in", "D_all", "b>a");
  model.knowledge().references.push_back({"Own2020"});
  model.knowledge().claims.perturbations.back().amount.origin.source = "Own2020";
  model.knowledge().claims.claims.back().refs = {"Own2020"};
  const Evaluation evaluation = model.evaluated();
  EXPECT_EQ(only(evaluation).label, "encoded");
  EXPECT_NE(only(evaluation).label_reason.find("Own2020"), std::string::npos);
  EXPECT_EQ(only(evaluation).sources, (std::vector<std::string>{"Own2020", "assumed"}));
}

TEST(LabelOf, AMoleculeThatChangesFormGoesOneWay)
{
  // X turns Y into Yp, which makes Z: more X means less Y, but Y and Yp are one amount.
  TinyModel model(
      "begin molecule types\n X()\n Y(s~u~p)\n Z()\n W()\nend molecule types\n"
      "begin seed species\n X() 10\n Y(s~u) 100\n Z() 1\n W() 1\nend seed species\n"
      "begin observables\n Molecules X_all X()\n Molecules W_all W()\nend observables\n"
      "begin functions\n rate() = k*X_all\nend functions\n"
      "begin reaction rules\n 0 -> X() make\n X() -> 0 loss\n Y(s~u) -> Y(s~p) rate()\n"
      " Y(s~p) -> Y(s~u) back\n Y(s~p) -> Y(s~p) + Z() gain\n Z() -> 0 loss\n Z() -> Z() + W() gain\n"
      " W() -> 0 loss\nend reaction rules\n",
      {{"make", 1}, {"loss", 0.1}, {"k", 0.01}, {"back", 0.1}, {"gain", 0.1}});
  model.change("oe:make", "parameter", "make", 5).readout("W_all", "level", 1, 1000);
  model.claim("form", "none", "oe:make", "W_all", "b>a");
  const Evaluation evaluation = model.evaluated();
  EXPECT_EQ(only(evaluation).status, Status::reproduced);
  EXPECT_EQ(only(evaluation).label, "entailed");
}

}  // namespace
}  // namespace rascade::claims
