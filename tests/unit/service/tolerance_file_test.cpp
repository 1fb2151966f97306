// SPDX-License-Identifier: MIT
#include "rascade/service/tolerance_file.hpp"

#include <gtest/gtest.h>

namespace rascade::service {
namespace {

TEST(ParseTolerances, TakesPatternsAndMolecules)
{
  const auto rows =
      parse_tolerances("# scarce ones\nspecies\tatol\n\nA(b!1).B(a!1)\t1e-6\n C() \t 2\n", "t.tsv");
  ASSERT_TRUE(rows) << to_string(rows.diagnostics());
  ASSERT_EQ(rows->size(), 2U);
  EXPECT_EQ((*rows)[0].pattern, "A(b!1).B(a!1)");
  EXPECT_EQ((*rows)[0].absolute, 1e-6);
  EXPECT_EQ((*rows)[0].span.line, 4U);
  EXPECT_EQ((*rows)[1].pattern, "C()");
  EXPECT_EQ((*rows)[1].absolute, 2.0);
}

TEST(ParseTolerances, SaysWhichLinesAreNone)
{
  const auto rows = parse_tolerances("species\tatol\nA()\t0\nB()\nC()\tsmall\nD()\t1\n", "t.tsv");
  ASSERT_EQ(rows.diagnostics().size(), 3U);
  const std::vector<std::uint32_t> lines{2, 3, 4}, columns{5, 1, 5};
  for (std::size_t i = 0; i < 3; ++i) {
    const Diagnostic& d = rows.diagnostics()[i];
    EXPECT_EQ(d.code, "E1851");
    EXPECT_EQ(d.span.file, "t.tsv");
    EXPECT_EQ(d.span.line, lines[i]);
    EXPECT_EQ(d.span.column, columns[i]);
  }
}

TEST(ParseTolerances, WantsTitles)
{
  const auto rows = parse_tolerances("A()\t1\n", "t.tsv");
  ASSERT_EQ(rows.diagnostics().size(), 1U);
  EXPECT_EQ(rows.diagnostics()[0].code, "E1851");
}

}  // namespace
}  // namespace rascade::service
