// SPDX-License-Identifier: MIT
#include "rascade/ode/law_system.hpp"

#include <cmath>
#include <cstdint>
#include <utility>

namespace rascade::ode {
namespace {

using simulate::ConservationLaw;
using simulate::Triplet;

}  // namespace

LawSystem::LawSystem(Solver& solver, std::span<const ConservationLaw> laws)
    : solver_(solver),
      laws_(laws.begin(), laws.end()),
      owns_(solver.evaluator().system().num_species(), false),
      jacobian_(solver.evaluator().system().jacobian_sparsity().rows.size())
{
  for (const ConservationLaw& law : laws_) owns_[law.owner] = true;
}

double LawSystem::move_to(double t, std::span<const double> y, std::span<const double> inputs)
{
  solver_.evaluator().jacobian(t, y, inputs, jacobian_);
  sizes_.resize(y.size());
  for (std::size_t j = 0; j < y.size(); ++j) {
    sizes_[j] = std::abs(y[j]) + solver_.tolerances().absolute_of(j);
  }
  transposed_.reset();
  lu_.emplace(entries(), owns_.size(), solver_.context());
  return lu_->error();
}

void LawSystem::solve(std::span<double> x)
{
  lu_->solve(x);
  for (std::size_t j = 0; j < x.size(); ++j) x[j] *= sizes_[j];
}

void LawSystem::solve_transposed(std::span<double> x)
{
  for (std::size_t j = 0; j < x.size(); ++j) x[j] *= sizes_[j];
  if (!transposed_) {
    std::vector<Triplet> swapped = entries();
    for (Triplet& entry : swapped) std::swap(entry.row, entry.column);
    transposed_.emplace(std::move(swapped), owns_.size(), solver_.context());
  }
  transposed_->solve(x);
}

bool LawSystem::is_saddle() const
{
  const bool is_odd = (owns_.size() - laws_.size()) % 2 == 1;
  return lu_->is_determinant_negative() != is_odd;
}

double LawSystem::sum(const ConservationLaw& law, std::span<const double> amounts)
{
  double sum = 0.0;
  for (const auto& [species, weight] : law.weights) sum += weight * amounts[species];
  return sum;
}

std::vector<Triplet> LawSystem::entries() const
{
  const simulate::Sparsity& sparsity = solver_.evaluator().system().jacobian_sparsity();
  std::vector<Triplet> result;
  for (std::size_t j = 0; j < owns_.size(); ++j) {
    for (std::int64_t k = sparsity.starts[j]; k < sparsity.starts[j + 1]; ++k) {
      const auto place = static_cast<std::size_t>(k);
      const auto i = static_cast<std::size_t>(sparsity.rows[place]);
      if (!owns_[i]) result.push_back({i, j, jacobian_[place] * sizes_[j]});
    }
  }
  for (const ConservationLaw& law : laws_) {
    for (const auto& [species, weight] : law.weights) {
      result.push_back({law.owner, species, weight * sizes_[species]});
    }
  }
  return result;
}

}  // namespace rascade::ode
