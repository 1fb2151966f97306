// SPDX-License-Identifier: MIT
#include "rascade/units/units.hpp"

#include <algorithm>
#include <array>
#include <cassert>

namespace rascade::units {
namespace {

constexpr double minute = 60.0;                    // s
constexpr double per_nM = 1.0 / molecules_per_nM;  // 1/(nM s) in 1/(molecule s)
constexpr double kilocalorie = 4.184;              // kJ, thermochemical

constexpr std::array table{
    Unit{"1", Dimension::number, 1.0},
    Unit{"%", Dimension::number, 0.01},
    Unit{"molecules", Dimension::amount, 1.0},
    Unit{"pM", Dimension::amount, 1e-3 * molecules_per_nM},
    Unit{"nM", Dimension::amount, molecules_per_nM},
    Unit{"uM", Dimension::amount, 1e3 * molecules_per_nM},
    Unit{"mM", Dimension::amount, 1e6 * molecules_per_nM},
    Unit{"M", Dimension::amount, 1e9 * molecules_per_nM},
    Unit{"1/s", Dimension::rate, 1.0},
    Unit{"1/min", Dimension::rate, 1.0 / minute},
    Unit{"1/h", Dimension::rate, 1.0 / hour},
    Unit{"1/d", Dimension::rate, 1.0 / day},
    Unit{"1/(molecule s)", Dimension::bimolecular, 1.0},
    Unit{"1/(nM s)", Dimension::bimolecular, per_nM},
    Unit{"1/(uM s)", Dimension::bimolecular, 1e-3 * per_nM},
    Unit{"1/(M s)", Dimension::bimolecular, 1e-9 * per_nM},
    Unit{"kcal/mol", Dimension::energy, 1.0},
    Unit{"kJ/mol", Dimension::energy, 1.0 / kilocalorie},
    Unit{"mg", Dimension::mass, 1.0},
    Unit{"g", Dimension::mass, 1e3},
    Unit{"L", Dimension::volume, 1.0},
    Unit{"mL", Dimension::volume, 1e-3},
    Unit{"L/h", Dimension::flow, 1.0},
    Unit{"L/d", Dimension::flow, 1.0 / 24.0},
    Unit{"s", Dimension::time, 1.0},
    Unit{"min", Dimension::time, minute},
    Unit{"h", Dimension::time, hour},
    Unit{"d", Dimension::time, day},
};

[[maybe_unused]] bool is_share(double x) { return x >= 0.0 && x <= 1.0; }

}  // namespace

std::span<const Unit> known_units() { return table; }

std::optional<Unit> find_unit(std::string_view name)
{
  const auto found = std::find_if(table.begin(), table.end(),
                                  [name](const Unit& unit) { return unit.name == name; });
  if (found == table.end()) return std::nullopt;
  return *found;
}

FreeConcentration free_at_target(PlasmaTotal total, double fraction_unbound, double kp_uu)
{
  assert(is_share(fraction_unbound) && kp_uu >= 0.0);
  return {total.nM * fraction_unbound * kp_uu};
}

FreeConcentration free_in_medium(double nominal_nM, double medium_fraction_unbound)
{
  assert(is_share(medium_fraction_unbound));
  return {nominal_nM * medium_fraction_unbound};
}

}  // namespace rascade::units
