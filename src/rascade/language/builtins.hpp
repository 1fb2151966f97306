// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace rascade::language {

inline constexpr std::size_t any_number = static_cast<std::size_t>(-1);

/// A function of the language itself. `if(c, a, b)` is a where c is not zero, else b; `rint(x)`
/// is the floor of x + 0.5; `mratio(a, b, x)` is M(a+1, b+1, x) / M(a, b, x), M being Kummer's
/// function.
struct Builtin {
  std::string_view name;
  std::size_t least_args;
  std::size_t most_args;
};

[[nodiscard]] std::span<const Builtin> builtins();

/// The built-in of that name, or null.
[[nodiscard]] const Builtin* find_builtin(std::string_view name);

}  // namespace rascade::language
