// SPDX-License-Identifier: MIT
#include "rascade/simulate/read_table.hpp"

#include <algorithm>
#include <cstddef>

namespace rascade::simulate {
namespace {

/// The last point that is not beyond x, which lies between the first and the last.
std::size_t point_before(const model::Table& table, double x)
{
  const auto next = std::upper_bound(table.x.begin(), table.x.end(), x);
  return static_cast<std::size_t>(next - table.x.begin()) - 1;
}

}  // namespace

double value_at(const model::Table& table, double x)
{
  if (!(x > table.x.front())) return table.y.front();
  if (x >= table.x.back()) return table.y.back();
  const std::size_t i = point_before(table, x);
  if (table.method == model::Table::Method::step) return table.y[i];
  const double share = (x - table.x[i]) / (table.x[i + 1] - table.x[i]);
  return table.y[i] + share * (table.y[i + 1] - table.y[i]);
}

double slope_at(const model::Table& table, double x)
{
  if (table.method == model::Table::Method::step) return 0.0;
  if (!(x >= table.x.front()) || x >= table.x.back()) return 0.0;
  const std::size_t i = point_before(table, x);
  return (table.y[i + 1] - table.y[i]) / (table.x[i + 1] - table.x[i]);
}

}  // namespace rascade::simulate
