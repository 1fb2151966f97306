// SPDX-License-Identifier: MIT
#include "rascade/language/builtins.hpp"

#include <array>

namespace rascade::language {
namespace {

constexpr std::array<Builtin, 25> table{{
    {"exp", 1, 1}, {"ln", 1, 1}, {"log10", 1, 1}, {"log2", 1, 1}, {"sqrt", 1, 1}, {"abs", 1, 1},
    {"rint", 1, 1}, {"sin", 1, 1}, {"cos", 1, 1}, {"tan", 1, 1}, {"asin", 1, 1}, {"acos", 1, 1},
    {"atan", 1, 1}, {"sinh", 1, 1}, {"cosh", 1, 1}, {"tanh", 1, 1}, {"asinh", 1, 1},
    {"acosh", 1, 1}, {"atanh", 1, 1}, {"min", 1, any_number}, {"max", 1, any_number},
    {"sum", 1, any_number}, {"avg", 1, any_number}, {"mratio", 3, 3}, {"if", 3, 3},
}};

}  // namespace

std::span<const Builtin> builtins() { return table; }

const Builtin* find_builtin(std::string_view name)
{
  for (const Builtin& builtin : table) {
    if (builtin.name == name) return &builtin;
  }
  return nullptr;
}

}  // namespace rascade::language
