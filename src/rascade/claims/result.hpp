// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rascade/claims/reading.hpp"

namespace rascade::claims {

enum class Status { reproduced, missed, not_modelled, uncounted };
[[nodiscard]] std::string_view to_string(Status status);

/// Draws in which a reproduced claim holds too. Counting stops where the verdict is clear.
struct RobustShare {
  int holds = 0;
  int fails = 0;
  std::size_t tried = 0;  // draws looked at for plausible ones, of all cells

  [[nodiscard]] double share() const { return static_cast<double>(holds) / (holds + fails); }
  [[nodiscard]] bool is_robust() const;
};

/// What came of one claim.
struct ClaimResult {
  const knowledge::Claim* claim = nullptr;
  Status status = Status::not_modelled;
  std::string reason;                  // why it is missed, not modelled or in no numerator
  std::vector<std::string> missing;    // parts it waits for
  std::vector<CellReading> readings;   // at the central draw
  std::string label;                   // input | encoded | entailed | emergent; empty: none
  std::string label_reason;
  std::optional<RobustShare> robust;
  std::vector<std::string> sources;    // keys of the references it rests on, sorted
};

inline constexpr int robust_draws = 50;
inline constexpr int robust_least = 40;

}  // namespace rascade::claims
