// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "rascade/knowledge/read_rows.hpp"
#include "rascade/knowledge/table.hpp"

namespace rascade::knowledge {

/// Readers of the tables of claims/, in the order in which they name each other. Besides what every
/// table reports: E0741 (missing parts), E0742 (allele of a cell), E0743 (target of a perturbation),
/// E0744 (empty token), E0745 (hash of a row).
void read_claim_cells(Reading& reading);
void read_claim_contexts(Reading& reading);
void read_perturbations(Reading& reading);
void read_readouts(Reading& reading);
void read_claim_rows(Reading& reading);

/// The column `missing`: parts without which the row means nothing. E0741 unless it is filled
/// exactly where `is_missing`.
std::vector<std::string> read_missing(Table& table, const Row& row, bool is_missing,
                                      const Knowledge& knowledge);

}  // namespace rascade::knowledge
