// SPDX-License-Identifier: MIT
#include "rascade/ensemble/archive.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace rascade::ensemble {
namespace {

struct Point {
  double x = 0;
  std::vector<std::string> names;

  friend bool operator==(const Point&, const Point&) = default;
};

template <class Archive>
void fields(Archive& archive, Point& point)
{
  archive(point.x, point.names);
}

template <class T>
T there_and_back(const T& value)
{
  Saver saver;
  saver(value);
  T result{};
  Loader loader(saver.bytes());
  loader(result);
  EXPECT_TRUE(loader.is_at_end());
  return result;
}

template <class T>
void expect_same(const T& value)
{
  EXPECT_EQ(there_and_back(value), value);
}

TEST(Archive, GivesBackTheSameValues)
{
  expect_same(std::vector<double>{1.0 / 3.0, -0.0, 5e-324});
  expect_same(std::vector<bool>{true, false, true});
  expect_same(std::string("a\0b", 3));
  expect_same(std::set<std::string>{"b", "a"});
  expect_same(std::map<std::string, std::vector<double>>{{"k", {1, 2}}, {"", {}}});
  expect_same(std::optional<Point>(Point{2.5, {"one", "two"}}));
  expect_same(std::optional<int>());
  expect_same(std::vector<Point>{{1, {}}, {2, {"x"}}});
  EXPECT_TRUE(std::isnan(there_and_back(std::numeric_limits<double>::quiet_NaN())));
}

TEST(Archive, RefusesBytesThatEndTooEarly)
{
  Saver saver;
  saver(std::map<std::string, std::vector<double>>{{"key", {1, 2, 3}}});
  for (std::size_t length = 0; length < saver.bytes().size(); ++length) {
    std::map<std::string, std::vector<double>> value;
    Loader loader(std::string_view(saver.bytes()).substr(0, length));
    EXPECT_THROW(loader(value), BadBytes) << length;
  }
}

}  // namespace
}  // namespace rascade::ensemble
