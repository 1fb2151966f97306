// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rascade/knowledge/table.hpp"

namespace rascade::knowledge {

/// The items of a list, each given once (E0709) and one of `known` (E0710).
std::vector<std::string> read_items(Table& table, const Row& row, std::string_view column,
                                    std::string_view what, std::span<const std::string> known);

/// As read_items, of items that may join several names: `a + b`.
std::vector<std::string> read_combinations(Table& table, const Row& row, std::string_view column,
                                           std::string_view what,
                                           std::span<const std::string> known);

/// E0721 unless exactly one of two columns is filled; `why` says what each means.
void check_one_of(Table& table, const Row& row, std::string_view first, std::string_view second,
                  const std::string& why);

/// E0723 where a name's parents, followed upwards, lead back to it; a name that is its own parent
/// ends the way. `parents[i]` is that of `names[i]`, which stands in the table's row i.
void check_parents(Table& table, std::string_view column, std::span<const std::string> names,
                   std::span<const std::string> parents);

}  // namespace rascade::knowledge
