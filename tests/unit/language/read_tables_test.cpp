// SPDX-License-Identifier: MIT
#include "rascade/language/read_tables.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support.hpp"

namespace rascade::language {
namespace {

using testing::ElementsAre;

/// The value of the function stands in line 2, column 7.
std::string with_value(const std::string& value)
{
  return "begin functions\nf() = " + value + "\nend functions\n";
}

std::optional<std::string> one_file(const std::string& name)
{
  if (name != "dose.tfun") return std::nullopt;
  return "# time f\n0 1\n 1.5\t-2e1 # half\n\n3,0\n";
}

TEST(ReadTables, ReadsPointsInTheText)
{
  const auto model =
      parse_model(with_value("2*tfun([0, 1e-1,2], [-1,.5,+3], t, method=>\"step\")"), "m.bngl");
  ASSERT_TRUE(model) << to_string(model.diagnostics());
  ASSERT_EQ(model->tables.size(), 1U);
  EXPECT_THAT(model->tables[0].x, ElementsAre(0.0, 0.1, 2.0));
  EXPECT_THAT(model->tables[0].y, ElementsAre(-1.0, 0.5, 3.0));
  EXPECT_EQ(model->tables[0].method, model::Table::Method::step);
  const model::Expression& table = model->functions[0].value.args[1];
  EXPECT_EQ(table.kind, model::Expression::Kind::table);
  EXPECT_EQ(table.args[0].name, "time");
}

TEST(ReadTables, ReadsPointsFromAFile)
{
  for (const char* value : {"tfun('dose.tfun')", "tfun(\"dose.tfun\",time)",
                            "TFUN(time,'dose.tfun')", "tfun('dose.tfun',method=>'linear')"}) {
    const auto model = parse_model(with_value(value), "m.bngl", one_file);
    ASSERT_TRUE(model) << value << to_string(model.diagnostics());
    EXPECT_THAT(model->tables[0].x, ElementsAre(0.0, 1.5, 3.0)) << value;
    EXPECT_THAT(model->tables[0].y, ElementsAre(1.0, -20.0, 0.0)) << value;
    EXPECT_EQ(model->tables[0].file, "dose.tfun") << value;
    EXPECT_EQ(model->functions[0].value.args[0].name, "time") << value;
  }
}

TEST(ReadTables, SaysThatAFileIsNotThere)
{
  const auto model = parse_model(with_value("tfun('other.tfun')"), "m.bngl", one_file);
  EXPECT_THAT(places(model.diagnostics()), ElementsAre("E0210@2:12"));
  EXPECT_THAT(mistakes_in(with_value("tfun('dose.tfun')")), ElementsAre("E0210@2:12"));
}

TEST(ReadTables, RefusesPointsThatAreNoTable)
{
  EXPECT_THAT(mistakes_in(with_value("tfun([0,1],[0,1,2],time)")), ElementsAre("E0209@2:7"));
  EXPECT_THAT(mistakes_in(with_value("tfun([0,0],[0,1],time)")), ElementsAre("E0209@2:7"));
  EXPECT_THAT(mistakes_in(with_value("tfun([0],[1],time)")), ElementsAre("E0209@2:7"));
  EXPECT_THAT(mistakes_in(with_value("tfun([0,k],[1,2],time)")), ElementsAre("E0201@2:15"));
  EXPECT_THAT(mistakes_in(with_value("tfun([0,1],[1,2],time,method=>\"cubic\")")),
              ElementsAre("E0201@2:37"));
  const auto bad =
      parse_model(with_value("tfun('x')"), "m.bngl", [](const std::string&) { return "0 1\n2\n"; });
  EXPECT_THAT(places(bad.diagnostics()), ElementsAre("E0209@2:12"));
}

}  // namespace
}  // namespace rascade::language
