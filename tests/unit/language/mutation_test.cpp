// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <random>
#include <string>

#include "rascade/language/parse_model.hpp"
#include "rascade/language/print_model.hpp"

namespace rascade::language {
namespace {

const std::string seed_text =
    "begin model\nbegin parameters\n k 1e-3\n l = 2*k^2\nend parameters\n"
    "begin molecule types\n A(b,s~u~p)\n B(a,a)\nend molecule types\n"
    "begin seed species\n $A(b!1,s~u).B(a!1,a) 10*k\nend seed species\n"
    "begin observables\n Molecules X A(b!+),A(s~p,b!?)\nend observables\n"
    "begin functions\n f() = if(X>1&&!(k==2),min(k,l),-time())\nend functions\n"
    "begin reaction rules\n r: A(b)+B(a) <-> A(b!1).B(a!1) k,f()\n"
    " A() -> 0 k DeleteMolecules\nend reaction rules\nend model\n";

const std::string rich_text =
    "setOption(\"SpeciesObservables\",\"CountUnique\")\nbegin parameters\n k a__FREE # [1/s]\n"
    "end parameters\nbegin compartments\n c 3 k\n w 2 1 c\nend compartments\n"
    "begin species\n $@c:A(b,s~0) 1\n B(a)@w k\nend species\n"
    "begin observables\n Species X @c:A()>=2,B\n Molecules Y 0\nend observables\n"
    "begin functions\n f(x)=X(x)+k\n g()=tfun([0,1],[1,-2],time,method=>\"step\")\nend functions\n"
    "begin energy patterns\n e: A(b!1).B(a!1) k\nend energy patterns\n"
    "begin reaction rules\n %x:A(s~0)%y -> A(s~1)%y FunctionProduct(\"f(x)\",\"g()\")\n"
    " A(b)+B(a) <-> A(b!1).B(a!1) Arrhenius(0.5,k)\n"
    " {MatchOnce}A()+$B() -> B() MM(k,1) exclude_reactants(1,B,A(b!+)) MoveConnected\n"
    "end reaction rules\nsimulate({method=>'ode',at=>[1,{R=>2}]});\n";

std::string mutate(std::string text, std::mt19937& random)
{
  static const std::string alphabet = "begin dAB()!~.,+->0123^*/\n #\\{}@%$=:?\"\xc2\xb5";
  const std::size_t num_edits = 1 + random() % 4;
  for (std::size_t i = 0; i < num_edits && !text.empty(); ++i) {
    const std::size_t at = random() % text.size();
    const std::size_t length = 1 + random() % 8;
    switch (random() % 4) {
      case 0:
        text.erase(at, length);
        break;
      case 1:
        text[at] = alphabet[random() % alphabet.size()];
        break;
      case 2:
        text.insert(at, 1, alphabet[random() % alphabet.size()]);
        break;
      default:
        text.insert(random() % text.size(), text.substr(at, length));
    }
  }
  return text;
}

/// Whatever the text: a model that prints and reads back the same, or mistakes with places.
void expect_sound(const std::string& text)
{
  const Checked<Document> document = parse_document(text, "m.bngl");
  EXPECT_TRUE(document || has_error(document.diagnostics()));
  const Checked<model::Model> model = parse_model(text, "m.bngl");
  if (!model) {
    EXPECT_TRUE(has_error(model.diagnostics()));
    for (const Diagnostic& d : model.diagnostics()) {
      EXPECT_GE(d.span.line, 1U) << text;
      EXPECT_GE(d.span.column, 1U) << text;
      EXPECT_FALSE(d.message.empty()) << text;
    }
    return;
  }
  const std::string printed = print_model(*model);
  const Checked<model::Model> again = parse_model(printed, "printed.bngl");
  ASSERT_TRUE(again) << text << printed << to_string(again.diagnostics());
  EXPECT_EQ(print_model(*again), printed);
}

TEST(Mutations, NeverCrashTheReader)
{
  std::mt19937 random(20250101);
  expect_sound(seed_text);
  expect_sound(rich_text);
  for (int i = 0; i < 1500; ++i) expect_sound(mutate(seed_text, random));
  for (int i = 0; i < 1000; ++i) expect_sound(mutate(rich_text, random));
}

TEST(Mutations, CutTextsNeverCrashTheReader)
{
  for (std::size_t n = 0; n < seed_text.size(); ++n) expect_sound(seed_text.substr(0, n));
  for (std::size_t n = 0; n < rich_text.size(); ++n) expect_sound(rich_text.substr(0, n));
}

}  // namespace
}  // namespace rascade::language
