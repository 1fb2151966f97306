// SPDX-License-Identifier: MIT
#include "rascade/atlas/answer_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "rascade/atlas/answer_json.hpp"
#include "rascade/atlas/columns.hpp"
#include "rascade/atlas/export_atlas.hpp"
#include "rascade/base/text.hpp"
#include "unit/atlas/small_review.hpp"

namespace rascade::atlas {
namespace {

Answer long_answer(std::size_t sections, std::size_t rows)
{
  Answer answer{"drug x", "X", {}, {}};
  for (std::size_t i = 0; i < sections; ++i) {
    Section section{"Section", {}};
    for (std::size_t j = 0; j < rows; ++j) {
      section.facts.push_back({"id",
                               1,
                               "title",
                               "resists",
                               std::string(300, 'w') + " end",
                               "context",
                               "clinical",
                               "countered by y",
                               "note",
                               {"doubt"},
                               {"A2001", "B2002"}});
    }
    answer.sections.push_back(section);
  }
  return answer;
}

TEST(AnswerText, FitsAScreenAndSaysWhatItLeavesOut)
{
  const std::string text = to_text(long_answer(4, 30), {}, false);
  const auto lines = split(text, '\n');
  EXPECT_LE(lines.size() - 1, screen_lines);
  for (const auto line : lines) EXPECT_LE(columns(line), screen_columns) << line;
  EXPECT_THAT(text, testing::HasSubstr("more rows, and this in full: rascade atlas drug x --all"));
}

TEST(AnswerText, InFullHoldsEveryRow)
{
  const std::string text = to_text(long_answer(2, 30), {}, true);
  std::size_t count = 0;
  for (std::size_t at = text.find("resists"); at != std::string::npos;
       at = text.find("resists", at + 1)) {
    ++count;
  }
  EXPECT_EQ(count, 60U);
}

TEST(AnswerText, EverySectionShowsARow)
{
  const std::string text = to_text(long_answer(5, 30), {}, false);
  EXPECT_THAT(text, testing::Not(testing::HasSubstr("(0 of")));
}

TEST(AnswerText, CarriesTheNotice)
{
  EXPECT_THAT(to_text(long_answer(1, 1), {}, false), testing::HasSubstr("research use only"));
  EXPECT_EQ(to_json(long_answer(1, 1), {})["research_use_only"], notice);
}

TEST(Columns, CountCharactersNotBytes)
{
  EXPECT_EQ(columns("β-catenin"), 9U);
  EXPECT_EQ(cut("βββββ", 3), "ββ…");
  EXPECT_EQ(cut("short", 10), "short");
}

TEST(ExportAtlas, HoldsEveryTableUnderItsColumns)
{
  const auto json = export_atlas(small_review());
  EXPECT_EQ(json["format"], "rascade-atlas/1");
  EXPECT_EQ(json["therapies"].size(), 5U);
  EXPECT_EQ(json["alterations"][0]["resists"], nlohmann::ordered_json::array({"firstib"}));
  EXPECT_EQ(json["edges"][1]["sign"], "-");
  EXPECT_EQ(json["claims"][0]["status"], "");
  for (const char* table : {"parts", "regulators", "nodes", "cancer_types", "gene_symbols",
                            "figures", "conflicts", "references"}) {
    EXPECT_TRUE(json[table].is_array()) << table;
  }
}

}  // namespace
}  // namespace rascade::atlas
