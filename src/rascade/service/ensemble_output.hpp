// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "rascade/service/table_stream.hpp"
#include "rascade/trial/running_summary.hpp"

namespace rascade::service {

/// What one member gave: the outputs asked for at each time, or why there are none.
struct MemberResult {
  std::vector<double> values;          // [n_times x n_outputs], row-major; empty if it failed
  std::optional<std::string> failure;  // where, when and why
};

/// For a journal; see ensemble::Saver.
template <class Archive>
void fields(Archive& archive, MemberResult& result)
{
  archive(result.values, result.failure);
}

struct EnsembleShape {
  std::vector<double> times;         // s
  std::vector<std::string> outputs;  // names
  bool is_summary = false;
};

/// Writes an ensemble as its members come: a row for each member and time, or, at the end, one for
/// each output and time with count, mean, spread and quantiles. A member that failed has rows of
/// `nan`, counts in no summary, and is named in a remark.
class EnsembleOutput {
 public:
  EnsembleOutput(WriteText write, bool as_json, std::vector<std::string> notes,
                 const EnsembleShape& shape);

  /// @param member  from 0; named from 1
  void add(std::size_t member, const MemberResult& result);
  void finish();

  [[nodiscard]] std::size_t num_members() const { return num_members_; }
  [[nodiscard]] std::size_t num_failed() const { return num_failed_; }

 private:
  void add_rows(std::size_t member, const MemberResult& result);
  void add_to_summary(const MemberResult& result);
  void write_summary();

  const EnsembleShape& shape_;
  TableStream table_;
  std::vector<trial::RunningSummary> summaries_;  // [n_times x n_outputs]
  std::vector<double> row_;
  std::size_t num_members_ = 0, num_failed_ = 0;
};

}  // namespace rascade::service
