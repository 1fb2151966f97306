// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rascade::service {

/// Takes text as it comes.
using WriteText = std::function<void(std::string_view)>;

/// A table written row by row, of any length, in the forms of service::Table: TSV with `# ` notes,
/// or JSON {research_use_only, notes, columns, rows, remarks}.
class TableStream {
 public:
  TableStream(WriteText write, bool as_json, std::span<const std::string> notes,
              std::span<const std::string> columns);

  /// A number that is none is `nan` or, in JSON, null.
  void add_row(std::span<const double> values);
  /// About the rows at hand: a comment there, or one of the remarks at the end.
  void remark(std::string text);
  /// @pre nothing is added any more
  void finish();

 private:
  WriteText write_;
  bool as_json_;
  bool is_first_row_ = true;
  std::string line_;
  std::vector<std::string> remarks_;  // JSON
};

}  // namespace rascade::service
