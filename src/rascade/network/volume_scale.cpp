// SPDX-License-Identifier: MIT
#include "rascade/network/volume_scale.hpp"

#include <algorithm>

#include "rascade/network/network.hpp"

namespace rascade::network {
namespace {

using model::Expression;
using model::nowhere;

Expression constant(double value)
{
  Expression e;
  e.number = value;
  return e;
}

Expression binary(Expression::Kind kind, Expression a, Expression b)
{
  Expression e;
  e.kind = kind;
  e.args = {std::move(a), std::move(b)};
  return e;
}

}  // namespace

std::int32_t VolumeScale::scale_of(std::span<const std::int32_t> reactants,
                                   std::span<const std::int32_t> products)
{
  std::vector<std::int32_t> places;
  for (const bool is_surface : {true, false}) {
    for (const std::int32_t place : reactants) {
      if (place != nowhere && geography_.is_surface(place) == is_surface) places.push_back(place);
    }
  }
  if (!places.empty()) {
    places.erase(places.begin());
    return places.empty() ? no_scale : intern(places, true);
  }
  for (const std::int32_t place : products) {
    if (place != nowhere) places.push_back(place);
  }
  const bool is_one_place = !places.empty() &&
                            std::count(places.begin(), places.end(), places[0]) ==
                                static_cast<std::ptrdiff_t>(places.size());
  return is_one_place ? intern({places[0]}, false) : no_scale;
}

std::int32_t VolumeScale::intern(const std::vector<std::int32_t>& places, bool is_divisor)
{
  std::vector<std::int32_t> key = places;
  key.push_back(is_divisor ? 1 : 0);
  const auto [known, is_new] = known_.emplace(key, static_cast<std::int32_t>(scales_.size()));
  if (!is_new) return known->second;
  const double per_quantity = model_.options.molecules_per_quantity;
  Expression result = constant(1.0);
  for (const std::int32_t place : places) {
    Expression size = model_.compartments[static_cast<std::size_t>(place)].size;
    if (!is_divisor) {
      result = std::move(size);
      continue;
    }
    if (per_quantity != 1.0) {
      size = binary(Expression::Kind::multiply, constant(per_quantity), std::move(size));
    }
    result = binary(Expression::Kind::divide, std::move(result), std::move(size));
  }
  scales_.push_back(std::move(result));
  return known->second;
}

}  // namespace rascade::network
