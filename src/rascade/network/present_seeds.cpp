// SPDX-License-Identifier: MIT
#include "rascade/network/present_seeds.hpp"

#include <algorithm>

namespace rascade::network {
namespace {

bool is_zero(const model::Expression& amount, const std::vector<model::Parameter>& parameters)
{
  if (amount.kind == model::Expression::Kind::number) return amount.number == 0.0;
  if (amount.kind != model::Expression::Kind::name) return false;
  return std::any_of(parameters.begin(), parameters.end(), [&](const model::Parameter& p) {
    return p.name == amount.name && p.value.kind == model::Expression::Kind::number &&
           p.value.number == 0.0;
  });
}

}  // namespace

std::vector<std::size_t> present_seeds(const model::Model& model)
{
  std::vector<std::size_t> present;
  for (std::size_t s = 0; s < model.seeds.size(); ++s) {
    if (!is_zero(model.seeds[s].amount, model.parameters)) present.push_back(s);
  }
  return present;
}

}  // namespace rascade::network
