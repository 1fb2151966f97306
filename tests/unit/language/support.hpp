// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include <fmt/format.h>

#include "rascade/language/parse_model.hpp"

namespace rascade::language {

/// Every diagnostic of a text as `code@line:column`, in order.
inline std::vector<std::string> places(const std::vector<Diagnostic>& diagnostics)
{
  std::vector<std::string> found;
  for (const Diagnostic& d : diagnostics) {
    found.push_back(fmt::format("{}@{}:{}", d.code, d.span.line, d.span.column));
  }
  return found;
}

inline std::vector<std::string> mistakes_in(const std::string& text)
{
  return places(parse_model(text, "m.bngl").diagnostics());
}

/// A model of two molecule types to which a test adds blocks; they start in line 5.
inline std::string with_types(const std::string& blocks)
{
  return "begin molecule types\n"
         "  A(b,s~u~p)\n"
         "  B(a,a)\n"
         "end molecule types\n" +
         blocks;
}

/// One rule at line 6, column 3, with a parameter k.
inline std::string with_rule(const std::string& rule)
{
  return with_types("begin reaction rules\n  " + rule +
                    "\nend reaction rules\nbegin parameters\n  k 1\nend parameters\n");
}

}  // namespace rascade::language
