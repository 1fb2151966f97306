// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "rascade/base/diagnostic.hpp"

namespace rascade::knowledge {

enum class Grade { measured, fitted, assumed };
[[nodiscard]] std::string_view to_string(Grade grade);

/// Where a value stands and where it comes from.
struct Provenance {
  std::string source;  // key in references.tsv
  Grade grade = Grade::assumed;
  std::string note;
  Span span;           // of its row
};

/// A quantity as written (in `unit`), with its range; low <= value <= high.
struct Quantity {
  double value = 0.0;
  double low = 0.0;
  double high = 0.0;
  std::string unit;
  Provenance origin;

  /// In the internal unit (units/units.hpp).
  [[nodiscard]] double internal() const;
  [[nodiscard]] double internal_low() const;
  [[nodiscard]] double internal_high() const;
};

enum class Change { set, scale };

}  // namespace rascade::knowledge
