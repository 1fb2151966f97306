// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "rascade/base/checked.hpp"
#include "rascade/network/network.hpp"

namespace rascade::sbml {

/// The network as SBML, Level 3 Version 2 core.
///
/// Species are amounts in items and keep their BNGL text as names; parameters, observables and
/// functions keep their names as identifiers where SBML allows. Observables and functions are
/// assignment rules, formulas of parameters initial assignments, tables and the law MM function
/// definitions.
///
/// @param name  of the model
/// @return the document, or every mistake: E1801 a function that SBML has not, E1802 a name that
///         stands for nothing, E1803 a rate law that SBML cannot say or that lacks something, E1804
///         a table without points
[[nodiscard]] Checked<std::string> write_sbml(const network::Network& network,
                                              const std::string& name);

}  // namespace rascade::sbml
