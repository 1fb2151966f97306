// SPDX-License-Identifier: MIT
#include "rascade/language/builtins.hpp"

#include <array>

namespace rascade::language {
namespace {

constexpr std::array<Builtin, 9> table{{{"exp", 1, 1},
                                        {"ln", 1, 1},
                                        {"log10", 1, 1},
                                        {"log2", 1, 1},
                                        {"sqrt", 1, 1},
                                        {"abs", 1, 1},
                                        {"min", 2, 2},
                                        {"max", 2, 2},
                                        {"if", 3, 3}}};

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
