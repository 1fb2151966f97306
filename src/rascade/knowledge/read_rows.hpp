// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "rascade/knowledge/knowledge.hpp"

namespace rascade::knowledge {

/// Where tables are read from and what has been found so far.
struct Reading {
  std::string folder;
  Knowledge knowledge;
  std::vector<Diagnostic> mistakes;
};

/// Readers of one or a few tables each. They check names against tables read before: the order in
/// load_knowledge.cpp is that in which tables name each other.
void read_references(Reading& reading);
void read_parameters(Reading& reading);
void read_genes(Reading& reading);
void read_mechanisms(Reading& reading);
void read_drugs(Reading& reading);  // with their parameters and pharmacokinetics
void read_variants(Reading& reading);
void read_switches(Reading& reading);
void read_cancers(Reading& reading);
void read_levels(Reading& reading);
void read_routes(Reading& reading);
void read_trials(Reading& reading);
void read_baselines(Reading& reading);
void read_review(Reading& reading);  // the tables of review/; none of them without that folder
void read_claims(Reading& reading);  // the tables of claims/; none of them without that folder

/// E0712 for a source or a ref that references.tsv does not hold, E0713 for one there that nothing
/// cites and that has no number in the review.
void check_sources(Reading& reading);

/// Hash of the tables and models as Knowledge::hash describes it.
[[nodiscard]] std::string hash_of(const std::string& tables, const std::string& models);

}  // namespace rascade::knowledge
