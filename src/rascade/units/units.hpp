// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace rascade::units {

inline constexpr double hour = 3600.0;  // s
inline constexpr double day = 86400.0;  // s

/// Cell volume that turns concentrations into molecules, L.
inline constexpr double cell_volume = 1e-12;
inline constexpr double avogadro = 6.02214076e23;  // 1/mol

/// Molecules per cell of a concentration of 1 nM: N_A * 1e-9 * 1 pL.
inline constexpr double molecules_per_nM = avogadro * 1e-9 * cell_volume;

enum class Dimension { number, amount, rate, bimolecular, energy, mass, volume, flow, time };

/// What a unit is and how to reach the internal one: molecules (amount and concentration), s, 1/s,
/// 1/(molecule s), kcal/mol; pharmacokinetics keeps mg, L, L/h and h on its side of the border.
struct Unit {
  std::string_view name;
  Dimension dimension = Dimension::number;
  double factor = 1.0;  // internal = value * factor, > 0
};

/// All units accepted in tables and tumour files, e.g. `nM`, `uM`, `molecules`, `1/s`, `1/h`,
/// `1/d`, `1/(M s)`, `1/(molecule s)`, `kcal/mol`, `s`, `min`, `h`, `d`, `mg`, `L`, `L/h`, `1`;
/// names are case-sensitive.
[[nodiscard]] std::span<const Unit> known_units();
[[nodiscard]] std::optional<Unit> find_unit(std::string_view name);

/// Total drug in plasma, bound and unbound, nM. Its only way to a target is `free_at_target`.
struct PlasmaTotal { double nM = 0.0; };
/// Unbound drug, nM: what a target can see.
struct FreeConcentration { double nM = 0.0; };

/// @param fraction_unbound  0..1
/// @param kp_uu  free drug in tumour relative to free drug in plasma, >= 0
[[nodiscard]] FreeConcentration free_at_target(PlasmaTotal total, double fraction_unbound,
                                               double kp_uu);
/// @param medium_fraction_unbound  0..1
[[nodiscard]] FreeConcentration free_in_medium(double nominal_nM, double medium_fraction_unbound);
/// Molecules per cell volume, as model inputs expect.
[[nodiscard]] constexpr double to_molecules(FreeConcentration c) { return c.nM * molecules_per_nM; }

}  // namespace rascade::units
