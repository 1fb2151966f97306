// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "rascade/model/model.hpp"
#include "rascade/network/geography.hpp"

namespace rascade::network {

/// Turns rate constants per concentration into ones per molecule: a reaction of n species is divided
/// by the sizes of n - 1 compartments (those of the volumes if any reactant is on a surface), and
/// synthesis from nothing multiplied by the size of the product's.
class VolumeScale {
 public:
  VolumeScale(const model::Model& model, const Geography& geography)
      : model_(model), geography_(geography)
  {
  }

  /// Position in `scales`, or no_scale. Spans: compartments of the species on either side.
  [[nodiscard]] std::int32_t scale_of(std::span<const std::int32_t> reactants,
                                      std::span<const std::int32_t> products);

  [[nodiscard]] const std::vector<model::Expression>& scales() const { return scales_; }

 private:
  std::int32_t intern(const std::vector<std::int32_t>& places, bool is_divisor);

  const model::Model& model_;
  const Geography& geography_;
  std::map<std::vector<std::int32_t>, std::int32_t> known_;
  std::vector<model::Expression> scales_;
};

}  // namespace rascade::network
