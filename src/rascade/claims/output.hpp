// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "rascade/knowledge/knowledge.hpp"
#include "rascade/pathway/cell.hpp"

namespace rascade::claims {

/// A read-out's formula: a sum of outputs, or one sum over another.
struct Output {
  std::vector<std::string> numerator, denominator;  // denominator may be empty

  /// The value, given the value of each output.
  [[nodiscard]] double value(const std::function<double(const std::string&)>& of) const;
  [[nodiscard]] std::vector<std::string> names() const;
};

/// Reads `X`, `X+Y`, `X/Y` or `X+Y/Z+W` (a sum over a sum).
[[nodiscard]] Output parse_output(std::string_view text);

/// Fills the slots of a name: `<GENE>` with the instance of the gene's altered allele in this cell,
/// else of its wild-type pool; `<allele>` with that of the cell's last altered allele.
[[nodiscard]] std::string fill_slots(std::string name, const knowledge::Knowledge& knowledge,
                                     const pathway::Cell& cell);

/// Stands for the mean growth signal where an output is asked for.
inline constexpr std::string_view growth_output = "growth";

}  // namespace rascade::claims
