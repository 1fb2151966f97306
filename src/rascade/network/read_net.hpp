// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "rascade/base/checked.hpp"
#include "rascade/network/network.hpp"

namespace rascade::network {

/// The text of a file that a network names (a table of points); nothing if it cannot be read.
using ReadText = std::function<std::optional<std::string>(const std::string& name)>;

/// Reads a network in BioNetGen's `.net` format; blocks that say nothing about it are passed over.
///
/// @param file  the name that diagnostics give; nothing is opened but through `read_file`
/// @return the network, or every mistake: E1601 about blocks, E1602 lines that lack something,
///         E1603 a name given twice, E1604 a number that is none or counts out of turn, E1605 a
///         species that is not there, E1606 names that need each other, E1607 tables; in formulas
///         E02xx as in the language
[[nodiscard]] Checked<Network> read_net(std::string_view text, const std::string& file,
                                        const ReadText& read_file = {});

}  // namespace rascade::network
