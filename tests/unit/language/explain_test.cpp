// SPDX-License-Identifier: MIT
#include "rascade/language/explain.hpp"

#include <gtest/gtest.h>

#include "support.hpp"

namespace rascade::language {
namespace {

TEST(Explain, ShowsTheLineAndMarksThePlace)
{
  const std::string text = "begin parameters\n\tk1 2\n\tk2 2*konn\nend parameters\n";
  const auto model = parse_model(text, "m.bngl");
  ASSERT_EQ(model.diagnostics().size(), 1U);
  EXPECT_EQ(explain(model.diagnostics()[0], text),
            "m.bngl:3:7: error E0302: there is no name 'konn'\n"
            "  3 | \tk2 2*konn\n"
            "    | \t     ^~~~\n"
            "  hint: Declare it as a parameter, an observable or a function.");
}

TEST(Explain, CountsCharactersNotBytes)
{
  const Diagnostic d{Severity::error, "E1", {"f", 1, 6, 2}, "what", ""};
  EXPECT_EQ(explain(d, "\xc2\xb5\xc2\xb5 xy z"),
            "f:1:6: error E1: what\n  1 | \xc2\xb5\xc2\xb5 xy z\n    |    ^~");
}

TEST(Explain, ShowsThePartOfALongLine)
{
  const std::string line(500, 'a');
  const Diagnostic d{Severity::error, "E1", {"f", 1, 301, 1}, "what", ""};
  EXPECT_EQ(explain(d, line), "f:1:301: error E1: what\n  1 | " + std::string(100, 'a') +
                                  "\n    | " + std::string(50, ' ') + "^");
}

TEST(Explain, IsThePlainTextWhereThePlaceIsNotInTheText)
{
  const Diagnostic d{Severity::error, "E1", {"f", 7, 1, 1}, "what", "do"};
  EXPECT_EQ(explain(d, "one\n"), to_string(d));
}

}  // namespace
}  // namespace rascade::language
