// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rascade/base/checked.hpp"
#include "rascade/simulate/rate_system.hpp"

namespace rascade::service {

/// What a parameter is drawn from.
struct Distribution {
  enum class Kind { lognormal, normal, uniform, loguniform };
  Kind kind = Kind::lognormal;
  double first = 0.0;   // median | mean | low | low
  double second = 0.0;  // coefficient of variation | standard deviation | high | high
};

/// The parameters that differ between members, and their values.
class EnsembleDraws {
 public:
  /// A member a row: tab-separated, a header of parameter names, `#` for comments; a column
  /// `member` is left alone. Reports E2711 (unknown parameter), E2712 (a cell that is no number,
  /// too many or too few cells, a repeated column, no rows).
  [[nodiscard]] static Checked<EnsembleDraws> read(std::string_view text, const std::string& file,
                                                   const simulate::RateSystem& system,
                                                   std::span<const std::string> parameters);

  /// `name=lognormal(median,cv)`, `name=lognormal(cv)` around the model's own value,
  /// `name=normal(mean,sd)`, `name=uniform(low,high)`, `name=loguniform(low,high)`. A member's
  /// value depends on the seed, its number and the parameter alone, not on what else varies.
  /// Reports E2711 and E2713 (not one of these forms, or numbers that make no sense).
  [[nodiscard]] static Checked<EnsembleDraws> vary(std::span<const std::string> varied,
                                                   std::size_t members, std::uint64_t seed,
                                                   const simulate::RateSystem& system,
                                                   std::span<const std::string> parameters);

  [[nodiscard]] std::size_t num_members() const { return num_members_; }
  [[nodiscard]] std::span<const std::string> names() const { return names_; }
  /// What member i overrides, in the order of `names`.
  [[nodiscard]] std::vector<simulate::Override> overrides(std::size_t member) const;

  /// The table that `read` takes, with a column `member` from 1.
  [[nodiscard]] std::string to_table() const;

 private:
  std::vector<std::string> names_;
  std::vector<simulate::ParameterIndex> parameters_;  // [n_names]
  std::vector<double> values_;                        // [n_members x n_names], of a table
  std::vector<Distribution> distributions_;           // [n_names], without a table
  std::size_t num_members_ = 0;
  std::uint64_t seed_ = 1;
};

}  // namespace rascade::service
