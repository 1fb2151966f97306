// SPDX-License-Identifier: MIT
#include "rascade/claims/draws.hpp"

#include <algorithm>
#include <cmath>

#include "rascade/random/stream.hpp"

namespace rascade::claims {
namespace {

constexpr std::uint32_t purpose = 3;  // patients and tumours use other numbers

double fold_of(knowledge::Grade grade)
{
  switch (grade) {
    case knowledge::Grade::measured: return 1.5;
    case knowledge::Grade::fitted: return 2;
    case knowledge::Grade::assumed: return 5;
  }
  return 5;
}

bool is_share(const knowledge::Quantity& q)
{
  return (q.unit == "1" || q.unit.empty()) && q.low < q.high && q.high <= 1;
}

}  // namespace

DrawRange draw_range(const knowledge::Quantity& quantity)
{
  if (quantity.low <= 0 || quantity.value <= 0) return {quantity.low, quantity.high, false};
  const double fold = fold_of(quantity.origin.grade);
  DrawRange range{std::min(quantity.low, quantity.value / fold),
                  std::max(quantity.high, quantity.value * fold), true};
  if (is_share(quantity)) range.high = std::min(range.high, 1.0);
  return range;
}

pathway::Draw draw_widely(const pathway::Catalogue& catalogue, std::uint64_t seed,
                          std::uint32_t number)
{
  random::Stream stream(seed, {purpose, number});
  pathway::Draw draw;
  draw.values.reserve(catalogue.entries().size());
  for (const pathway::Catalogue::Entry& entry : catalogue.entries()) {
    const knowledge::Quantity& quantity = *entry.quantity;
    DrawRange range = draw_range(quantity);
    if (entry.is_setting) range = {quantity.low, quantity.high, range.is_log};
    const double u = stream.uniform();
    draw.values.push_back(range.is_log ? range.low * std::pow(range.high / range.low, u)
                                       : range.low + (range.high - range.low) * u);
  }
  return draw;
}

}  // namespace rascade::claims
