// SPDX-License-Identifier: MIT
#include "rascade/service/ensemble_output.hpp"

#include <fmt/format.h>

#include <cmath>
#include <limits>
#include <utility>

namespace rascade::service {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr double levels[] = {0.05, 0.25, 0.5, 0.75, 0.95};

std::vector<std::string> columns_of(const EnsembleShape& shape)
{
  std::vector<std::string> columns;
  if (!shape.is_summary) {
    columns = {"member", "time"};
    columns.insert(columns.end(), shape.outputs.begin(), shape.outputs.end());
    return columns;
  }
  columns.emplace_back("time");
  for (const std::string& output : shape.outputs) {
    for (const char* what : {"n", "mean", "sd", "q05", "q25", "median", "q75", "q95"}) {
      columns.push_back(output + "_" + what);
    }
  }
  return columns;
}

}  // namespace

EnsembleOutput::EnsembleOutput(WriteText write, bool as_json, std::vector<std::string> notes,
                               const EnsembleShape& shape)
    : shape_(shape), table_(std::move(write), as_json, notes, columns_of(shape))
{
  if (shape.is_summary) summaries_.resize(shape.times.size() * shape.outputs.size());
}

void EnsembleOutput::add(std::size_t member, const MemberResult& result)
{
  ++num_members_;
  if (result.failure) {
    ++num_failed_;
    table_.remark(fmt::format("member {} failed: {}", member + 1, *result.failure));
  }
  if (shape_.is_summary) {
    add_to_summary(result);
  } else {
    add_rows(member, result);
  }
}

void EnsembleOutput::add_rows(std::size_t member, const MemberResult& result)
{
  const std::size_t n = shape_.outputs.size();
  for (std::size_t t = 0; t < shape_.times.size(); ++t) {
    row_ = {static_cast<double>(member + 1), shape_.times[t]};
    for (std::size_t o = 0; o < n; ++o) {
      row_.push_back(result.failure ? none : result.values[t * n + o]);
    }
    table_.add_row(row_);
  }
}

void EnsembleOutput::add_to_summary(const MemberResult& result)
{
  for (std::size_t i = 0; i < result.values.size(); ++i) {
    if (std::isfinite(result.values[i])) summaries_[i].add(result.values[i]);
  }
}

void EnsembleOutput::write_summary()
{
  const std::size_t n = shape_.outputs.size();
  for (std::size_t t = 0; t < shape_.times.size(); ++t) {
    row_ = {shape_.times[t]};
    for (std::size_t o = 0; o < n; ++o) {
      const trial::RunningSummary& s = summaries_[t * n + o];
      const bool is_empty = s.count() == 0;
      row_.push_back(static_cast<double>(s.count()));
      row_.push_back(is_empty ? none : s.mean());
      row_.push_back(is_empty ? none : s.standard_deviation());
      for (const double level : levels) row_.push_back(is_empty ? none : s.quantile(level));
    }
    table_.add_row(row_);
  }
}

void EnsembleOutput::finish()
{
  if (shape_.is_summary) write_summary();
  table_.remark(fmt::format("{} members, {} failed", num_members_, num_failed_));
  table_.finish();
}

}  // namespace rascade::service
