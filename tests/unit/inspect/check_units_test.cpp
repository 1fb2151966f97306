// SPDX-License-Identifier: MIT
#include "rascade/inspect/check_units.hpp"

#include <gmock/gmock.h>

#include "rascade/network/expand.hpp"
#include "support.hpp"

namespace rascade::inspect {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// A and B in uM that bind; parameters start in line 2.
std::string binding(const std::string& parameters, const std::string& functions = "",
                    const std::string& rule = "A(b)+B(a)->A(b!1).B(a!1) k")
{
  return block("parameters", parameters) + block("molecule types", "A(b)\nB(a)") +
         block("seed species", "A(b) 1  # [uM]\nB(a) 2  # [uM]") +
         block("observables", "Molecules A_free A(b)") + block("functions", functions) +
         block("reaction rules", rule);
}

UnitCheck units_of(const std::string& text) { return check_units(parse(text), nullptr); }

std::vector<std::string> found_in(const std::string& text) { return codes(units_of(text).diagnostics); }

TEST(CheckUnits, ABimolecularRateNeedsOnePerAmountAndTime)
{
  EXPECT_THAT(found_in(binding("k 1  # [1/(uM s)]")), IsEmpty());
  const UnitCheck wrong = units_of(binding("k 1  # [1/s]"));
  ASSERT_THAT(codes(wrong.diagnostics), ElementsAre("E1923"));
  EXPECT_THAT(wrong.diagnostics[0].message, HasSubstr("m^3/(molecule s)"));
  EXPECT_EQ(wrong.diagnostics[0].span.line, 19U);
}

TEST(CheckUnits, RatesPerNanomolarAmongMicromolarsDifferInScaleOnly)
{
  const std::string rules = "A(b)+B(a)->A(b!1).B(a!1) k\nA(b!1).B(a!1)->A(b)+B(a) l";
  EXPECT_THAT(found_in(binding("k 1  # [1/(nM s)]\nl 1  # [1/s]", "", rules)), ElementsAre("W1908"));
  EXPECT_THAT(found_in(binding("k 1  # [1/(uM s)]\nl 1  # [1/min]", "", rules)),
              ElementsAre("W1908"));
  EXPECT_THAT(found_in(binding("k 1  # [1/(uM s)]\nl 1  # [1/s]", "", rules)), IsEmpty());
}

TEST(CheckUnits, SumsOfUnlikeUnitsAreErrorsWhereTheyStand)
{
  const UnitCheck wrong =
      units_of(binding("k 1  # [1/(uM s)]\nK 2  # [uM]\nt 1  # [s]", "f() = K + t"));
  ASSERT_THAT(codes(wrong.diagnostics), ElementsAre("E1921"));
  EXPECT_EQ(wrong.diagnostics[0].span.line, 18U);
  EXPECT_THAT(found_in(binding("k 1  # [1/(uM s)]\nK 2  # [uM]", "f() = A_free/(K + A_free)")),
              IsEmpty());
  EXPECT_THAT(found_in(binding("k 1  # [1/(uM s)]\nK 2  # [uM]", "f() = if(A_free > K, 1, 2)")),
              IsEmpty());
}

TEST(CheckUnits, OneIsNotAConcentrationButZeroIsAnything)
{
  EXPECT_THAT(found_in(binding("k 1  # [1/(uM s)]\nK 2  # [uM]", "f() = 1 + K")),
              ElementsAre("E1921"));
  EXPECT_THAT(found_in(binding("k 1  # [1/(uM s)]\nK 2  # [uM]", "f() = max(0, K)")), IsEmpty());
}

TEST(CheckUnits, ExponentialsTakeNumbers)
{
  EXPECT_THAT(found_in(binding("k 1  # [1/(uM s)]\nK 2  # [uM]", "f() = exp(A_free)")),
              ElementsAre("E1922"));
  EXPECT_THAT(found_in(binding("k 1  # [1/(uM s)]\nK 2  # [uM]", "f() = ln(A_free/K)")), IsEmpty());
  EXPECT_THAT(found_in(binding("k 1  # [1/(uM s)]\nK 2  # [uM]", "f() = 2^K")),
              ElementsAre("E1922"));
}

TEST(CheckUnits, AnAnnotationMustFitItsFormula)
{
  EXPECT_THAT(found_in(binding("k kr/Kd  # [1/(uM s)]\nkr 1  # [1/s]\nKd 1  # [uM]")), IsEmpty());
  const UnitCheck wrong = units_of(binding("k kr*Kd  # [1/(uM s)]\nkr 1  # [1/s]\nKd 1  # [uM]"));
  ASSERT_THAT(codes(wrong.diagnostics), ElementsAre("E1924"));
  EXPECT_EQ(wrong.diagnostics[0].span.line, 2U);
}

TEST(CheckUnits, WhatIsNotAnnotatedSaysNothing)
{
  const UnitCheck unknown = units_of(binding("k 1", "f() = k + A_free"));
  EXPECT_THAT(unknown.diagnostics, IsEmpty());
  EXPECT_LT(unknown.num_known, unknown.num_formulas);
}

TEST(CheckUnits, ABareNumberInAProductMayBeAConversion)
{
  EXPECT_THAT(found_in(binding("k 1000*k_nM\nk_nM 1  # [1/(nM s)]\nl 1  # [1/(uM s)]", "",
                               "A(b)+B(a)->A(b!1).B(a!1) k\nA(b)+A(b)->A(b) l")),
              IsEmpty());
}

TEST(CheckUnits, AUnitThatIsNotUnderstoodIsSaid)
{
  EXPECT_THAT(found_in(binding("k 1  # [furlongs]")), ElementsAre("W1911"));
}

TEST(CheckUnits, SaturationNeedsAHalfSaturationInTheUnitOfAmounts)
{
  EXPECT_THAT(found_in(binding("kc 1  # [1/s]\nK 2  # [uM]", "", "A(b)+B(a)->B(a) Sat(kc,K)")),
              IsEmpty());
  EXPECT_THAT(found_in(binding("kc 1  # [1/s]\nK 2  # [1/s]", "", "A(b)+B(a)->B(a) Sat(kc,K)")),
              ElementsAre("E1921"));
}

TEST(CheckUnits, AcrossCompartmentsTheVolumeIsPartOfTheRate)
{
  const auto text = [](const std::string& k) {
    return block("parameters", "k 1  # [" + k + "]\nV 2  # [fL]") +
           block("compartments", "C 3 V  # [fL]") + block("molecule types", "A(b)\nB(a)") +
           block("seed species", "@C:A(b) 100  # [molecules]\n@C:B(a) 100  # [molecules]") +
           block("reaction rules", "A(b)+B(a)->A(b!1).B(a!1) k");
  };
  const auto codes_of = [&](const std::string& k) {
    const model::Model model = parse(text(k));
    const auto network = network::expand(model);
    return codes(check_units(model, &*network).diagnostics);
  };
  EXPECT_THAT(codes_of("fL/(molecules s)"), IsEmpty());
  EXPECT_THAT(codes_of("1/(molecules s)"), ElementsAre("E1923"));
}

}  // namespace
}  // namespace rascade::inspect
