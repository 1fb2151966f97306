// SPDX-License-Identifier: MIT
#pragma once

#include "rascade/knowledge/read_rows.hpp"

namespace rascade::knowledge {

/// Readers of one table of `review/` each, in the order in which the tables name each other.
void read_parts(Reading& reading);
void read_gene_symbols(Reading& reading);
void read_cancer_types(Reading& reading);
void read_therapies(Reading& reading);
void read_nodes(Reading& reading);
void read_edges(Reading& reading);
void read_alterations(Reading& reading);
void read_regulators(Reading& reading);
void read_figures(Reading& reading);
void read_conflicts(Reading& reading);

}  // namespace rascade::knowledge
