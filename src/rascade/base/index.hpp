// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace rascade {

/// A position in one particular array: an `Index<SpeciesTag>` is not an `Index<RuleTag>`.
template <class Tag>
struct Index {
  std::uint32_t value = 0;

  constexpr Index() = default;
  constexpr explicit Index(std::size_t i) : value(static_cast<std::uint32_t>(i)) {}
  constexpr operator std::size_t() const { return value; }  // NOLINT: subscripting is its purpose
  friend constexpr auto operator<=>(Index, Index) = default;
  friend constexpr bool operator==(Index, Index) = default;
};

}  // namespace rascade

template <class Tag>
struct std::hash<rascade::Index<Tag>> {
  std::size_t operator()(rascade::Index<Tag> i) const noexcept { return i.value; }
};
