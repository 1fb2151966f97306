// SPDX-License-Identifier: MIT
#include "rascade/inspect/unit.hpp"

#include <cctype>
#include <cmath>
#include <cstdlib>
#include <utility>

#include <fmt/format.h>

#include "rascade/base/text.hpp"
#include "rascade/units/units.hpp"

namespace rascade::inspect {
namespace {

constexpr double same = 1e-9;

struct Named {
  std::string_view name;
  Unit unit;
  bool takes_prefix = false;
};

//                                amount length time energy mass temperature
constexpr Named table[] = {
    {"M", {{1, -3, 0, 0, 0, 0}, units::avogadro * 1e3}, true},
    {"mol", {{1, 0, 0, 0, 0, 0}, units::avogadro}, true},
    {"molecule", {{1, 0, 0, 0, 0, 0}, 1.0}},
    {"molecules", {{1, 0, 0, 0, 0, 0}, 1.0}},
    {"L", {{0, 3, 0, 0, 0, 0}, 1e-3}, true},
    {"l", {{0, 3, 0, 0, 0, 0}, 1e-3}, true},
    {"m", {{0, 1, 0, 0, 0, 0}, 1.0}, true},
    {"s", {{0, 0, 1, 0, 0, 0}, 1.0}, true},
    {"sec", {{0, 0, 1, 0, 0, 0}, 1.0}},
    {"min", {{0, 0, 1, 0, 0, 0}, 60.0}},
    {"h", {{0, 0, 1, 0, 0, 0}, 3600.0}},
    {"hr", {{0, 0, 1, 0, 0, 0}, 3600.0}},
    {"d", {{0, 0, 1, 0, 0, 0}, 86400.0}},
    {"day", {{0, 0, 1, 0, 0, 0}, 86400.0}},
    {"J", {{0, 0, 0, 1, 0, 0}, 1.0}, true},
    {"cal", {{0, 0, 0, 1, 0, 0}, 4.184}, true},
    {"g", {{0, 0, 0, 0, 1, 0}, 1.0}, true},
    {"K", {{0, 0, 0, 0, 0, 1}, 1.0}},
    {"cell", {}},
    {"%", {{}, 0.01}},
};

constexpr std::pair<std::string_view, double> prefixes[] = {
    {"f", 1e-15}, {"p", 1e-12}, {"n", 1e-9}, {"u", 1e-6}, {"\xc2\xb5", 1e-6},
    {"\xce\xbc", 1e-6}, {"m", 1e-3}, {"c", 1e-2}, {"d", 1e-1}, {"k", 1e3},
};

std::optional<Unit> find_named(std::string_view name)
{
  for (const Named& known : table) {
    if (known.name == name) return known.unit;
  }
  for (const auto& [prefix, factor] : prefixes) {
    if (!name.starts_with(prefix)) continue;
    for (const Named& known : table) {
      if (!known.takes_prefix || known.name != name.substr(prefix.size())) continue;
      Unit unit = known.unit;
      unit.factor *= factor;
      return unit;
    }
  }
  return std::nullopt;
}

/// product = factor { [ "*" | "." | "/" ] factor };
/// factor = ( number | name | "(" product ")" ) [ "^" number ].
class UnitReader {
 public:
  explicit UnitReader(std::string_view text) : rest_(text) {}

  std::optional<Unit> read()
  {
    const std::optional<Unit> unit = product();
    skip_blanks();
    return rest_.empty() ? unit : std::nullopt;
  }

 private:
  void skip_blanks() { rest_ = trim(rest_); }

  bool take(char c)
  {
    skip_blanks();
    if (rest_.empty() || rest_.front() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }

  std::optional<Unit> product()
  {
    std::optional<Unit> unit = factor();
    while (unit) {
      const bool is_divided = take('/');
      if (!is_divided) static_cast<void>(take('*') || take('.'));
      skip_blanks();
      if (!is_divided && (rest_.empty() || rest_.front() == ')')) break;
      const std::optional<Unit> next = factor();
      if (!next) return std::nullopt;
      unit = is_divided ? divide(*unit, *next) : multiply(*unit, *next);
    }
    return unit;
  }

  std::optional<Unit> factor()
  {
    std::optional<Unit> unit;
    if (take('(')) {
      unit = product();
      if (!take(')')) return std::nullopt;
    } else {
      skip_blanks();
      unit = word();
    }
    if (!unit || !take('^')) return unit;
    const std::optional<double> exponent = number();
    return exponent ? std::optional(raise(*unit, *exponent)) : std::nullopt;
  }

  std::optional<Unit> word()
  {
    if (const std::optional<double> value = number()) return Unit{{}, *value};
    std::size_t end = 0;
    while (end < rest_.size() && std::string_view(" \t*/^().").find(rest_[end]) == std::string_view::npos) {
      ++end;
    }
    const std::optional<Unit> unit = find_named(rest_.substr(0, end));
    rest_.remove_prefix(end);
    return unit;
  }

  std::optional<double> number()
  {
    std::size_t end = 0;
    constexpr std::string_view of_numbers = "+-.0123456789e";
    while (end < rest_.size() && of_numbers.find(rest_[end]) != std::string_view::npos) {
      ++end;
    }
    while (end > 0) {
      if (const std::optional<double> value = parse_number(rest_.substr(0, end))) {
        rest_.remove_prefix(end);
        return value;
      }
      --end;
    }
    return std::nullopt;
  }

  std::string_view rest_;
};

}  // namespace

bool Unit::is_plain() const { return is_alike(*this, {}); }

Unit base_unit(Base base)
{
  Unit unit;
  unit.powers[static_cast<std::size_t>(base)] = 1.0;
  return unit;
}

bool is_alike(const Unit& a, const Unit& b)
{
  for (std::size_t i = 0; i < num_bases; ++i) {
    if (std::abs(a.powers[i] - b.powers[i]) > same) return false;
  }
  return true;
}

bool is_equal_scale(const Unit& a, const Unit& b)
{
  return std::abs(a.factor / b.factor - 1.0) < same;
}

Unit multiply(const Unit& a, const Unit& b)
{
  Unit result{a.powers, a.factor * b.factor};
  for (std::size_t i = 0; i < num_bases; ++i) result.powers[i] += b.powers[i];
  return result;
}

Unit divide(const Unit& a, const Unit& b) { return multiply(a, raise(b, -1.0)); }

Unit raise(const Unit& unit, double exponent)
{
  Unit result{unit.powers, std::pow(unit.factor, exponent)};
  for (double& power : result.powers) power *= exponent;
  return result;
}

std::optional<Unit> parse_unit(std::string_view text)
{
  if (trim(text) == "1/mol") return Unit{{}, 1.0 / units::avogadro};
  return UnitReader(trim(text)).read();
}

std::string dimension_text(const Unit& unit)
{
  constexpr const char* names[num_bases] = {"molecule", "m", "s", "J", "g", "K"};
  std::string above, below;
  std::size_t num_below = 0;
  for (std::size_t i = 0; i < num_bases; ++i) {
    const double power = unit.powers[i];
    if (std::abs(power) < same) continue;
    std::string& side = power > 0.0 ? above : below;
    num_below += power < 0.0 ? 1 : 0;
    const double size = std::abs(power);
    side += (side.empty() ? "" : " ") + std::string(names[i]);
    if (std::abs(size - 1.0) > same) side += fmt::format("^{:g}", size);
  }
  if (above.empty()) above = "1";
  if (below.empty()) return above;
  return above + "/" + (num_below > 1 ? "(" + below + ")" : below);
}

}  // namespace rascade::inspect
