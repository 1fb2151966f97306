// SPDX-License-Identifier: MIT
// What untreated cells must look like before any drug (the targets the model was given).
#include <gtest/gtest.h>

#include "support/lab.hpp"

namespace rascade::support {
namespace {

void expect_between(double value, double low, double high)
{
  EXPECT_GE(value, low);
  EXPECT_LE(value, high);
}

TEST(Baselines, WildTypeRasIsMostlyOff)
{
  const Lab lab;
  // In V600E melanoma ERK holds receptors and SOS1 down, and RAS falls below that range: not asked.
  for (const pathway::Cell& cell : {lung_g12c(), colon_g12c(), normal_cell()}) {
    expect_between(lab.share(cell, "GTP_NHRAS_wt", "total_NHRAS_wt"), 0.02, 0.10);
  }
}

TEST(Baselines, MutantRasIsMostlyOn)
{
  const Lab lab;
  expect_between(lab.share(lung_g12c(), "GTP_KRAS_G12C", "total_KRAS_G12C"), 0.60, 0.80);
  expect_between(lab.share(lung_g12d(), "GTP_KRAS_G12D", "total_KRAS_G12D"), 0.50, 0.90);
}

TEST(Baselines, ErkInABrafMutantMelanomaCanRiseAndFall)
{
  expect_between(Lab().share(melanoma_v600e(), "ppERK", "ERK_total"), 0.04, 0.15);
}

}  // namespace
}  // namespace rascade::support
