// SPDX-License-Identifier: MIT
#include "rascade/simulate/trajectory.hpp"

#include <fmt/format.h>

#include <utility>

namespace rascade::simulate {
namespace {

std::string describe(double time, const std::string& species, const std::string& why)
{
  if (species.empty()) return fmt::format("integration stopped at t = {:.6g} s: {}", time, why);
  return fmt::format("integration stopped at t = {:.6g} s, worst species {}: {}", time, species,
                     why);
}

}  // namespace

IntegrationFailed::IntegrationFailed(double at_time, std::string worst_species,
                                     const std::string& why)
    : std::runtime_error(describe(at_time, worst_species, why)),
      time(at_time),
      species(std::move(worst_species))
{
}

}  // namespace rascade::simulate
