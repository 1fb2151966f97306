// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "rascade/base/checked.hpp"
#include "rascade/language/read_tables.hpp"
#include "rascade/network/network.hpp"

namespace rascade::network {

/// Reads a network in BioNetGen's `.net` format; blocks that say nothing about it are passed over.
///
/// @param file  the name that diagnostics give; nothing is opened but through `read_file`
/// @return the network, or every mistake: E1601 about blocks, E1602 lines that lack something,
///         E1603 a name given twice, E1604 a number that is none or counts out of turn, E1605 a
///         species that is not there, E1606 names that need each other; in formulas and tables
///         E02xx as in the language
[[nodiscard]] Checked<Network> read_net(std::string_view text, const std::string& file,
                                        const language::ReadFile& read_file = {});

}  // namespace rascade::network
