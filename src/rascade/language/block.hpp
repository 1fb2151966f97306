// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "rascade/language/lexer.hpp"
#include "rascade/language/mistakes.hpp"

namespace rascade::language {

enum class Block : std::uint8_t {
  parameters,
  compartments,
  molecule_types,
  seeds,
  observables,
  functions,
  energies,
  rules,
  population_maps,
  actions,
  skipped,  // what was reported
};

/// The words after `begin` or `end`, with single blanks: `molecule_types` is `molecule types`.
[[nodiscard]] std::string block_name(const TokenLine& line);

/// The block of that name. Reports E0101 if there is none (and goes on with the nearest, so that
/// its statements are checked), E0207 if it is one this language leaves out, and W0103 for old and
/// foreign names.
[[nodiscard]] Block find_block(const std::string& name, const Span& span, Mistakes& mistakes);

}  // namespace rascade::language
