// SPDX-License-Identifier: MIT
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <ostream>
#include <string>
#include <utility>

#include "rascade/knowledge/knowledge.hpp"
#include "unit/knowledge/small_tables.hpp"

namespace rascade::knowledge {

/// One change to the small tables and what must be said about it.
struct Mistake {
  const char *name, *table;
  const char *from, *to;  // the change
  const char* cell;       // where the wrong cell begins after it
  const char* code;
  const char* hint;  // part of it
};

inline void PrintTo(const Mistake& mistake, std::ostream* out) { *out << mistake.name; }

/// Line and column, from 1, of the only place in `text` that reads `cell`.
inline std::pair<std::size_t, std::size_t> place_of(const std::string& text,
                                                    const std::string& cell)
{
  const std::size_t at = text.find(cell);
  EXPECT_NE(at, std::string::npos) << cell;
  EXPECT_EQ(text.find(cell, at + 1), std::string::npos) << cell;
  const std::string before = text.substr(0, at);
  const auto lines = std::count(before.begin(), before.end(), '\n');
  const std::size_t newline = before.rfind('\n');
  return {static_cast<std::size_t>(lines) + 1,
          newline == std::string::npos ? at + 1 : at - newline};
}

/// That the change is reported, once, at its cell.
inline void expect_reported(SmallTables& tables, const Mistake& m)
{
  const Checked<Knowledge> loaded = tables.change(m.table, m.from, m.to).load();
  ASSERT_FALSE(loaded);
  const std::string text = to_string(loaded.diagnostics());
  ASSERT_EQ(loaded.diagnostics().size(), 1u) << text;
  const Diagnostic& found = loaded.diagnostics().front();
  EXPECT_EQ(found.code, m.code) << text;
  EXPECT_EQ(found.span.file, tables.folder() + "/tables/" + m.table + ".tsv");
  const auto [line, column] = place_of(tables.text(m.table), m.cell);
  EXPECT_EQ(found.span.line, line) << text;
  EXPECT_EQ(found.span.column, column) << text;
  EXPECT_THAT(found.hint, testing::HasSubstr(m.hint));
}

inline const auto name_of = [](const auto& one) { return std::string(one.param.name); };

}  // namespace rascade::knowledge
