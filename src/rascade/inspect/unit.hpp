// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace rascade::inspect {

enum class Base { amount, length, time, energy, mass, temperature };
inline constexpr std::size_t num_bases = 6;

/// A product of powers of molecules, m, s, J, g and K, and how many of these it is.
struct Unit {
  std::array<double, num_bases> powers{};
  double factor = 1.0;

  [[nodiscard]] bool is_plain() const;  // a number without dimension
};

[[nodiscard]] Unit base_unit(Base base);
[[nodiscard]] bool is_alike(const Unit& a, const Unit& b);  // of one dimension
[[nodiscard]] bool is_equal_scale(const Unit& a, const Unit& b);
[[nodiscard]] Unit multiply(const Unit& a, const Unit& b);
[[nodiscard]] Unit divide(const Unit& a, const Unit& b);
[[nodiscard]] Unit raise(const Unit& unit, double exponent);

/// Reads `uM`, `1/(nM s)`, `1/uM/s`, `um^2`, `molecules/fl`, `kcal/mol`, `%`; SI prefixes go before
/// M, mol, L, l, m, s, g, J and cal. A mole is an amount like molecules; `1/mol` alone is Avogadro's
/// molecules per mole. Nothing if any of it is not understood.
[[nodiscard]] std::optional<Unit> parse_unit(std::string_view text);

/// In base units: `molecule/s`, `1/(m^3)`; `1` for a number.
[[nodiscard]] std::string dimension_text(const Unit& unit);

}  // namespace rascade::inspect
