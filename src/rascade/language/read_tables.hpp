// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "rascade/language/line_cursor.hpp"
#include "rascade/model/expression.hpp"
#include "rascade/model/model.hpp"

namespace rascade::language {

/// Gives the text of a file that the model names, or nothing if there is none.
using ReadFile = std::function<std::optional<std::string>(const std::string& name)>;

/// Collects the functions given by points.
class TableReader {
 public:
  TableReader() = default;
  explicit TableReader(ReadFile read_file) : read_file_(std::move(read_file)) {}

  /// Reads what follows `tfun(`: `[x,…],[y,…],index)`, `'file',index)` or, as an old form,
  /// `index,'file')`, each perhaps with `method=>"step"`. Without an index it is the time.
  ///
  /// Reports E0201, E0209 (points that are no table) and E0210 (a file that is not there).
  [[nodiscard]] std::optional<model::Expression> read(LineCursor& cursor, const Span& span);

  [[nodiscard]] std::vector<model::Table> take() { return std::exchange(tables_, {}); }

 private:
  bool read_points(LineCursor& cursor, model::Table& table);
  bool read_file(LineCursor& cursor, model::Table& table);
  bool read_rest(LineCursor& cursor, model::Table& table,
                 std::optional<model::Expression>& index);

  ReadFile read_file_;
  std::vector<model::Table> tables_;
};

}  // namespace rascade::language
