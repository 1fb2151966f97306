// SPDX-License-Identifier: MIT
#include <map>
#include <utility>

#include "rascade/simulate/slope_program.hpp"
#include "rascade/simulate/slope_system.hpp"

namespace rascade::simulate {
namespace {

using Row = std::map<std::size_t, double>;  // unknown, slope

/// The slots of parameters and amounts at the start, with the parameters as given.
std::vector<double> run_settings(const SlopeSystem::Program& program,
                                 std::span<const double> values)
{
  const RateSystem::Program& rates = program.system.program();
  std::vector<double> slots = program.settings.slots;
  for (std::size_t p = 0; p < values.size(); ++p) slots[rates.settings.leaves[p]] = values[p];
  run(program.settings.steps, slots, rates.tables);
  return slots;
}

void add(Row& to, double factor, const Row& row)
{
  for (const auto& [unknown, slope] : row) to[unknown] += factor * slope;
}

Row row_of(const SparseRows& rows, std::size_t i)
{
  Row row;
  for (std::uint32_t k = rows.starts[i]; k < rows.starts[i + 1]; ++k) {
    row[rows.columns[k]] = rows.coefficients[k];
  }
  return row;
}

SparseRows from_rows(const std::vector<Row>& rows)
{
  std::vector<Triplet> triplets;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (const auto& [unknown, slope] : rows[i]) triplets.push_back({i, unknown, slope});
  }
  return SparseRows::from(std::move(triplets), rows.size());
}

/// What each parameter owes to the unknowns by its own formula, or as itself one of them.
class Chain {
 public:
  Chain(const SlopeSystem::Program& program, std::span<const double> values)
      : program_(program),
        slots_(run_settings(program, values)),
        rows_(values.size()),
        is_held_(values.size(), false)
  {
    for (std::size_t u = 0; u < program.unknowns.size(); ++u) {
      const Unknown& unknown = program.unknowns[u];
      if (unknown.kind == Unknown::Kind::parameter) rows_[unknown.which][u] = 1.0;
    }
  }

  /// Owes nothing to other parameters.
  void hold(ParameterIndex p) { is_held_[p] = true; }

  void hold_as(ParameterIndex p, Row row)
  {
    rows_[p] = std::move(row);
    is_held_[p] = true;
  }

  SparseRows slopes()
  {
    for (const Partial& p : program_.settings.parameters) {
      if (!is_held_[p.of]) add(rows_[p.of], slots_[p.slope], rows_[p.by]);
    }
    return from_rows(rows_);
  }

 private:
  const SlopeSystem::Program& program_;
  std::vector<double> slots_;
  std::vector<Row> rows_;
  std::vector<bool> is_held_;
};

}  // namespace

ParameterPoint SlopeSystem::base(std::span<const Override> overrides) const
{
  ParameterPoint point{system().parameter_values(overrides), {}};
  Chain chain(*program_, point.values);
  for (const Override& o : overrides) chain.hold(o.parameter);
  point.slopes = chain.slopes();
  return point;
}

ParameterPoint SlopeSystem::at(const ParameterPoint& base, std::span<const Override> overrides,
                               std::span<const Setting> settings) const
{
  std::vector<Override> held(overrides.begin(), overrides.end());
  for (const Setting& s : settings) {
    const double of = s.multiple_of ? base.values[*s.multiple_of] : 1.0;
    held.push_back({s.parameter, s.value * of});
  }
  ParameterPoint point{system().parameter_values(held), {}};
  Chain chain(*program_, point.values);
  for (const Override& o : overrides) chain.hold(o.parameter);
  for (const Setting& s : settings) {
    Row row;
    if (s.multiple_of) add(row, s.value, row_of(base.slopes, *s.multiple_of));
    chain.hold_as(s.parameter, std::move(row));
  }
  point.slopes = chain.slopes();
  return point;
}

SparseRows SlopeSystem::initial_slopes(const ParameterPoint& base) const
{
  const std::vector<double> slots = run_settings(*program_, base.values);
  std::vector<Row> rows(system().num_species());
  for (const Partial& p : program_->settings.amounts) {
    add(rows[p.of], slots[p.slope], row_of(base.slopes, p.by));
  }
  for (std::size_t u = 0; u < program_->unknowns.size(); ++u) {
    const Unknown& unknown = program_->unknowns[u];
    if (unknown.kind == Unknown::Kind::initial_amount) rows[unknown.which][u] += 1.0;
  }
  return from_rows(rows);
}

}  // namespace rascade::simulate
