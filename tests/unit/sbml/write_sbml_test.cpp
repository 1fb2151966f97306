// SPDX-License-Identifier: MIT
#include "rascade/sbml/write_sbml.hpp"

#include <cstdlib>
#include <memory>
#include <stdexcept>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sbml/SBMLTypes.h>

#include "rascade/language/parse_model.hpp"
#include "rascade/network/expand.hpp"

namespace rascade::sbml {
namespace {

using testing::HasSubstr;
using Document = std::unique_ptr<SBMLDocument>;

Checked<std::string> convert(const std::string& bngl)
{
  const auto model = language::parse_model(bngl, "m.bngl");
  if (!model) throw std::runtime_error(to_string(model.diagnostics()));
  const auto network = network::expand(*model);
  if (!network) throw std::runtime_error(to_string(network.diagnostics()));
  return write_sbml(*network, "m");
}

/// What libSBML reads from it, after its checks of consistency.
Document read_back(const std::string& bngl)
{
  const auto text = convert(bngl);
  if (!text) throw std::runtime_error(to_string(text.diagnostics()));
  Document document(readSBMLFromString(text->c_str()));
  document->checkConsistency();
  return document;
}

std::string errors_of(const SBMLDocument& document)
{
  std::string text;
  for (unsigned i = 0; i < document.getNumErrors(); ++i) {
    const SBMLError& error = *document.getError(i);
    if (error.isError() || error.isFatal()) text += error.getMessage();
  }
  return text;
}

std::string formula(const ASTNode* math)
{
  const std::unique_ptr<char, decltype(&std::free)> text(SBML_formulaToL3String(math), &std::free);
  return text.get();
}

std::string kinetic_law(const Document& document, unsigned reaction)
{
  return formula(document->getModel()->getReaction(reaction)->getKineticLaw()->getMath());
}

std::string rule_of(const Document& document, const std::string& variable)
{
  return formula(document->getModel()->getRule(variable)->getMath());
}

constexpr const char* dimers =
    "begin parameters\nk 1\nl 2*k\nend parameters\n"
    "begin molecule types\nA(b)\nC()\nend molecule types\n"
    "begin seed species\nA(b) 10*k\n$C() 3\nend seed species\n"
    "begin observables\nMolecules D A(b!1).A(b!1)\nend observables\n"
    "begin functions\nf() = if(D>2 && time<5,k,0)\nend functions\n"
    "begin reaction rules\nbind: A(b)+A(b)<->A(b!1).A(b!1) k,f()\nmake: C()->C()+A(b) l\n"
    "end reaction rules\n";

TEST(WriteSbml, IsConsistent)
{
  const Document document = read_back(dimers);
  EXPECT_EQ(errors_of(*document), "");
  EXPECT_EQ(document->getLevel(), 3U);
  EXPECT_EQ(document->getVersion(), 2U);
}

TEST(WriteSbml, HoldsSpeciesAsAmountsUnderTheirText)
{
  const Document document = read_back(dimers);
  const Model& model = *document->getModel();
  ASSERT_EQ(model.getNumSpecies(), 3U);
  EXPECT_EQ(model.getSpecies(0)->getName(), "A(b)");
  EXPECT_EQ(model.getSpecies(2)->getName(), "A(b!1).A(b!1)");
  for (unsigned s = 0; s < 3; ++s) EXPECT_TRUE(model.getSpecies(s)->getHasOnlySubstanceUnits());
  EXPECT_FALSE(model.getSpecies(0)->getBoundaryCondition());
  EXPECT_TRUE(model.getSpecies(1)->getBoundaryCondition());
  EXPECT_TRUE(model.getSpecies(1)->getConstant());
  EXPECT_EQ(model.getSpecies(1)->getInitialAmount(), 3.0);
  ASSERT_EQ(model.getNumCompartments(), 1U);
  EXPECT_EQ(model.getCompartment(0)->getSize(), 1.0);
}

TEST(WriteSbml, GivesFormulasByInitialAssignments)
{
  const Document document = read_back(dimers);
  const Model& model = *document->getModel();
  EXPECT_EQ(model.getParameter("k")->getValue(), 1.0);
  EXPECT_EQ(formula(model.getInitialAssignment("l")->getMath()), "2 * k");
  EXPECT_EQ(formula(model.getInitialAssignment("S1")->getMath()), "10 * k");
}

TEST(WriteSbml, GivesNumbersWithASignAsTheyAre)
{
  const Document document = read_back(
      "begin parameters\nk -6.5\nend parameters\nbegin seed species\nA() 1\nend seed species\n");
  EXPECT_EQ(document->getModel()->getParameter("k")->getValue(), -6.5);
  EXPECT_EQ(document->getModel()->getInitialAssignment("k"), nullptr);
}

TEST(WriteSbml, MultipliesFactorLawAndAmounts)
{
  const Document document = read_back(dimers);
  EXPECT_EQ(kinetic_law(document, 0), "0.5 * k * S1 * S1");
  const Reaction& bind = *document->getModel()->getReaction(0);
  EXPECT_EQ(bind.getReactant(0)->getStoichiometry(), 2.0);
  EXPECT_EQ(bind.getName(), "bind");
  EXPECT_FALSE(bind.getReversible());
}

TEST(WriteSbml, MakesObservablesAndFunctionsRules)
{
  const Document document = read_back(dimers);
  EXPECT_EQ(rule_of(document, "D"), "2 * S3");
  EXPECT_EQ(rule_of(document, "f"), "piecewise(k, (D > 2) && (time < 5), 0)");
}

std::string decay(const std::string& rate, const std::string& functions = "")
{
  return "begin parameters\nk 2\nK 3\nn 4\nend parameters\n"
         "begin molecule types\nA()\nE()\nend molecule types\n"
         "begin seed species\nA() 5\nE() 1\nend seed species\n"
         "begin observables\nMolecules X A()\nend observables\n"
         "begin functions\n" + functions + "\nend functions\n"
         "begin reaction rules\n" + rate + "\nend reaction rules\n";
}

TEST(WriteSbml, SaysSaturationAndHillInFull)
{
  const Document sat = read_back(decay("A()+E()->E() Sat(k,K)"));
  EXPECT_EQ(errors_of(*sat), "");
  EXPECT_EQ(kinetic_law(sat, 0), "k * (S1 / (K + S1)) * S2");
  const Document hill = read_back(decay("A()->0 Hill(k,K,n)"));
  EXPECT_EQ(errors_of(*hill), "");
  EXPECT_EQ(kinetic_law(hill, 0), "k * S1^n / (K^n + S1^n)");
}

TEST(WriteSbml, DefinesMichaelisMentenByWhatIsFree)
{
  const Document document = read_back(decay("A()+E()->E() MM(k,K)"));
  EXPECT_EQ(errors_of(*document), "");
  EXPECT_EQ(kinetic_law(document, 0), "MM(k, K, S1, S2)");
  const Model& model = *document->getModel();
  EXPECT_EQ(formula(model.getFunctionDefinition("free_substrate")->getBody()),
            "0.5 * ((S - Km - E) + root(2, (S - Km - E)^2 + 4 * S * Km))");
  EXPECT_EQ(formula(model.getFunctionDefinition("MM")->getBody()),
            "kcat * E * free_substrate(S, E, Km) / (Km + free_substrate(S, E, Km))");
}

TEST(WriteSbml, ReadsTablesPieceByPiece)
{
  const Document document =
      read_back(decay("A()->0 f()", "f() = tfun([0,1,3],[5,7,3],time)\n"
                                    "g() = tfun([0,1],[5,7],time,method=>\"step\")"));
  EXPECT_EQ(errors_of(*document), "");
  EXPECT_EQ(rule_of(document, "f"), "table(time)");
  const Model& model = *document->getModel();
  EXPECT_EQ(formula(model.getFunctionDefinition("table")->getBody()),
            "piecewise(5, x <= 0, 5 + 2 * (x - 0), x < 1, 7 + -2 * (x - 1), x < 3, 3)");
  EXPECT_EQ(formula(model.getFunctionDefinition("table_2")->getBody()),
            "piecewise(5, x <= 0, 5, x < 1, 7)");
}

TEST(WriteSbml, KeepsCompartmentsAndDividesBySize)
{
  const Document document = read_back(
      "begin parameters\nk 1\nV 4\nend parameters\n"
      "begin compartments\nC 3 V\nend compartments\n"
      "begin molecule types\nA()\nB()\nend molecule types\n"
      "begin seed species\nA()@C 10\nend seed species\n"
      "begin reaction rules\nA()+A()->B() k\nend reaction rules\n");
  EXPECT_EQ(errors_of(*document), "");
  const Model& model = *document->getModel();
  ASSERT_EQ(model.getNumCompartments(), 1U);
  EXPECT_EQ(model.getCompartment(0)->getId(), "C");
  EXPECT_EQ(formula(model.getInitialAssignment("C")->getMath()), "V");
  EXPECT_EQ(kinetic_law(document, 0), "0.5 * scale1 * k * S1 * S1");
  EXPECT_EQ(formula(model.getInitialAssignment("scale1")->getMath()), "1 / V");
}

TEST(WriteSbml, SaysEveryBuiltinThatSbmlKnows)
{
  const Document document = read_back(
      decay("A()->0 f()",
            "f() = log2(X)+log10(X)+sqrt(X)+rint(X)+avg(X,k)+sum(X,k)+min(X,k)+max(X,k)+ln(X)\n"
            "g() = asin(0.1)+acosh(X)+tanh(X)+abs(-X)+!X+(X>1)"));
  EXPECT_EQ(errors_of(*document), "");
  EXPECT_EQ(rule_of(document, "f"),
            "log(2, X) + log(10, X) + root(2, X) + floor(X + 0.5) + (X + k) / 2 + X + k + "
            "min(X, k) + max(X, k) + ln(X)");
}

TEST(WriteSbml, RefusesByNameWhatSbmlHasNot)
{
  const auto text = convert(decay("A()->0 f()", "f() = mratio(1,2,X)"));
  ASSERT_FALSE(text);
  ASSERT_EQ(text.diagnostics().size(), 1U);
  EXPECT_EQ(text.diagnostics()[0].code, "E1801");
  EXPECT_THAT(text.diagnostics()[0].message, HasSubstr("mratio"));
}

TEST(WriteSbml, RefusesLawsThatLackSomething)
{
  network::Network network;
  network.species.resize(1);
  network.rate_laws.push_back({model::RateLaw::Kind::arrhenius, {}, false});
  network.rule_names = {"decay"};
  network.reactions.push_back({{network::SpeciesIndex(0U)}, {}, network::RateLawIndex(0U)});
  const auto text = write_sbml(network, "m");
  ASSERT_FALSE(text);
  EXPECT_EQ(text.diagnostics()[0].code, "E1803");
  EXPECT_THAT(text.diagnostics()[0].message, HasSubstr("decay"));
}

TEST(WriteSbml, KeepsNamesApartThatSbmlDoesNot)
{
  const Document document = read_back(
      "begin parameters\nS1 1\nR1 2\nend parameters\n"
      "begin molecule types\nA()\nend molecule types\n"
      "begin seed species\nA() 1\nend seed species\n"
      "begin reaction rules\nA()->0 S1*R1\nend reaction rules\n");
  EXPECT_EQ(errors_of(*document), "");
  EXPECT_EQ(kinetic_law(document, 0), "S1 * R1 * S1_2");
}

}  // namespace
}  // namespace rascade::sbml
