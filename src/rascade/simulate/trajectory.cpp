// SPDX-License-Identifier: MIT
#include "rascade/simulate/trajectory.hpp"

#include <fmt/format.h>

#include <utility>

namespace rascade::simulate {
namespace {

std::string describe(double time, const std::string& species, const std::string& why,
                     const std::string& rate)
{
  std::string text = fmt::format("integration stopped at t = {:.6g} s", time);
  if (!species.empty()) text += ", worst species " + species;
  text += ": " + why;
  return rate.empty() ? text : text + "; " + rate;
}

}  // namespace

IntegrationFailed::IntegrationFailed(double at_time, std::string worst_species,
                                     const std::string& why, std::string rate_to_blame)
    : std::runtime_error(describe(at_time, worst_species, why, rate_to_blame)),
      time(at_time),
      species(std::move(worst_species)),
      rate(std::move(rate_to_blame))
{
}

}  // namespace rascade::simulate
