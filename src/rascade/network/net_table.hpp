// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "rascade/base/checked.hpp"
#include "rascade/network/read_net.hpp"

namespace rascade::network {

struct NetTable {
  model::Table table;
  std::string index;  // what it is read at, as text
};

/// Reads `tfun([x,…],[y,…],index,method=>"step")` or `tfun('file',index,…)`. Reports E1607.
[[nodiscard]] Checked<NetTable> read_net_table(std::string_view text, const ReadText& read_file);

}  // namespace rascade::network
