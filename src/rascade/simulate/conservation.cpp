// SPDX-License-Identifier: MIT
#include "rascade/simulate/conservation.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <map>
#include <set>
#include <utility>

namespace rascade::simulate {
namespace {

/// Arithmetic modulo a prime: exact, and nothing grows. What it finds is verified afterwards.
constexpr std::uint64_t prime = 2147483647;  // 2^31 - 1

/// Largest numerator and denominator that can be told from a residue: 2 * bound^2 < prime.
constexpr std::int64_t bound = 32767;

using Residues = std::map<std::size_t, std::uint64_t>;  // by species, none is zero
using Change = std::vector<std::pair<std::size_t, std::int64_t>>;

std::uint64_t to_residue(std::int64_t x)
{
  const auto p = static_cast<std::int64_t>(prime);
  return static_cast<std::uint64_t>((x % p + p) % p);
}

std::uint64_t inverse(std::uint64_t x)
{
  std::uint64_t result = 1;
  for (std::uint64_t power = prime - 2; power > 0; power /= 2) {
    if (power % 2 == 1) result = result * x % prime;
    x = x * x % prime;
  }
  return result;
}

void add_multiple(Residues& to, std::uint64_t factor, const Residues& row)
{
  for (const auto& [species, value] : row) {
    const auto [place, is_new] = to.try_emplace(species, 0);
    place->second = (place->second + factor * value) % prime;
    if (place->second == 0) to.erase(place);
  }
}

/// The fraction a/b with small a and b that the residue stands for, if there is one: where Euclid's
/// algorithm first meets a small remainder.
std::optional<double> to_fraction(std::uint64_t residue)
{
  std::int64_t r0 = static_cast<std::int64_t>(prime), r1 = static_cast<std::int64_t>(residue);
  std::int64_t t0 = 0, t1 = 1;
  while (r1 > bound) {
    const std::int64_t quotient = r0 / r1;
    r0 = std::exchange(r1, r0 - quotient * r1);
    t0 = std::exchange(t1, t0 - quotient * t1);
  }
  if (t1 == 0 || std::abs(t1) > bound) return std::nullopt;
  return static_cast<double>(r1) / static_cast<double>(t1);
}

/// Distinct changes up to sign.
std::set<Change> distinct_changes(const SparseRows& changes, const std::vector<bool>& active)
{
  std::set<Change> distinct;
  for (std::size_t r = 0; r < changes.num_rows(); ++r) {
    Change change;
    for (std::uint32_t k = changes.starts[r]; k < changes.starts[r + 1]; ++k) {
      const auto whole = static_cast<std::int64_t>(std::llround(changes.coefficients[k]));
      if (whole != 0) change.emplace_back(changes.columns[k], whole);
    }
    if (!active[r] || change.empty()) continue;
    if (change.front().second < 0) {
      for (auto& [species, net] : change) net = -net;
    }
    distinct.insert(std::move(change));
  }
  return distinct;
}

/// Rows of the form `pivot + earlier species that are no pivots`, one for each independent change.
class Echelon {
 public:
  void add(const Change& change)
  {
    Residues row;
    for (const auto& [species, net] : change) row[species] = to_residue(net);
    reduce(row);
    if (row.empty()) return;
    const auto [pivot, value] = *row.rbegin();
    const std::uint64_t factor = inverse(value);
    for (auto& [species, x] : row) x = x * factor % prime;
    rows_.emplace(pivot, std::move(row));
  }

  /// Removes every pivot from a row, the latest first: each brings in earlier species only.
  void reduce(Residues& row) const
  {
    for (auto place = row.rbegin(); place != row.rend();) {
      const std::size_t species = place->first;
      const auto found = rows_.find(species);
      if (found == rows_.end()) {
        ++place;
        continue;
      }
      add_multiple(row, prime - place->second, found->second);
      place = std::make_reverse_iterator(row.lower_bound(species));
    }
  }

  /// So that no row holds another's pivot.
  void finish()
  {
    for (auto& [pivot, row] : rows_) {
      row.erase(pivot);
      reduce(row);
      row[pivot] = 1;
    }
  }

  [[nodiscard]] const std::map<std::size_t, Residues>& rows() const { return rows_; }

 private:
  std::map<std::size_t, Residues> rows_;  // by pivot
};

/// A change may be a fraction of what the law weighs, so the sum is exact only up to rounding.
bool keeps(const ConservationLaw& law, const Change& change)
{
  double sum = 0.0, size = 0.0;
  for (const auto& [species, net] : change) {
    const auto found =
        std::lower_bound(law.weights.begin(), law.weights.end(), std::pair(species, -1e300));
    if (found == law.weights.end() || found->first != species) continue;
    sum += found->second * static_cast<double>(net);
    size += std::abs(found->second * static_cast<double>(net));
  }
  return std::abs(sum) <= 1e-14 * size;
}

}  // namespace

std::optional<std::vector<ConservationLaw>> conservation_laws(const SparseRows& changes,
                                                              const std::vector<bool>& active,
                                                              std::size_t num_species)
{
  const std::set<Change> distinct = distinct_changes(changes, active);
  Echelon echelon;
  for (const Change& change : distinct) echelon.add(change);
  echelon.finish();
  std::map<std::size_t, ConservationLaw> laws;
  for (std::size_t s = 0; s < num_species; ++s) {
    if (!echelon.rows().contains(s)) laws[s] = {s, {{s, 1.0}}};
  }
  // The row `pivot + sum of a * free` says: the law of a free species weighs the pivot by -a.
  for (const auto& [pivot, row] : echelon.rows()) {
    for (const auto& [species, value] : row) {
      if (species == pivot) continue;
      const std::optional<double> weight = to_fraction(prime - value);
      if (!weight) return std::nullopt;
      laws.at(species).weights.emplace_back(pivot, *weight);
    }
  }
  std::vector<ConservationLaw> result;
  for (auto& [owner, law] : laws) {
    std::sort(law.weights.begin(), law.weights.end());
    for (const Change& change : distinct) {
      if (!keeps(law, change)) return std::nullopt;
    }
    result.push_back(std::move(law));
  }
  return result;
}

}  // namespace rascade::simulate
