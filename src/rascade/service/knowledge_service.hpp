// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "rascade/service/session.hpp"

namespace rascade::service {

/// A .tsv file as text, below a folder of tables.
struct PlainTable {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;  // [n_rows][n_columns]
};

/// Every table below `folder` by its path without `.tsv` (`drugs`, `review/edges`). Reports E2111
/// if there is none, E2112 for a row with more cells than columns.
[[nodiscard]] Checked<std::map<std::string, PlainTable>> read_plain_tables(
    const std::string& folder);

/// The hash of the tables and models, and each table's rows.
struct KnowledgeSummary {
  std::string hash;
  std::vector<std::pair<std::string, std::size_t>> rows;  // table, number of rows
};
[[nodiscard]] Checked<KnowledgeSummary> summarise_knowledge(const Session& session);

/// One difference between two folders of tables.
struct KnowledgeChange {
  std::string table;
  std::string change;            // added | removed | changed; column added | column removed
  std::vector<std::string> key;  // of the row; empty for a column
  std::string column;            // of a changed cell, or the column itself
  std::string before, after;     // the cell; for a whole row its cells after the key
};

/// Rows that were added, removed or changed, table by table in the order of names, in each first
/// what the new folder holds, in its order.
///
/// A row is known by its first cells, as few as are different in all rows of both tables; rows that
/// are wholly alike are told apart by their count. Cells of columns that only one table has are not
/// compared. Reports E2111 and E2112.
[[nodiscard]] Checked<std::vector<KnowledgeChange>> compare_knowledge(const std::string& before,
                                                                      const std::string& after);

enum class KnowledgeFormat { text, tsv, json };

[[nodiscard]] std::string to_text(const KnowledgeSummary& summary, KnowledgeFormat format);
[[nodiscard]] std::string to_text(const std::vector<KnowledgeChange>& changes,
                                  KnowledgeFormat format);

}  // namespace rascade::service
