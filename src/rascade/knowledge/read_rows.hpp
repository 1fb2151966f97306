// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "rascade/knowledge/knowledge.hpp"

namespace rascade::knowledge {

/// Readers of one or a few tables each; they add to `knowledge` and report into `mistakes`.
void read_references(const std::string& folder, Knowledge& knowledge, std::vector<Diagnostic>& mistakes);
void read_parameters(const std::string& folder, Knowledge& knowledge, std::vector<Diagnostic>& mistakes);
void read_genes(const std::string& folder, Knowledge& knowledge, std::vector<Diagnostic>& mistakes);
void read_variants(const std::string& folder, Knowledge& knowledge, std::vector<Diagnostic>& mistakes);
void read_mechanisms(const std::string& folder, Knowledge& knowledge, std::vector<Diagnostic>& mistakes);
void read_drugs(const std::string& folder, Knowledge& knowledge, std::vector<Diagnostic>& mistakes);
void read_switches(const std::string& folder, Knowledge& knowledge, std::vector<Diagnostic>& mistakes);
void read_cancers(const std::string& folder, Knowledge& knowledge, std::vector<Diagnostic>& mistakes);
void read_levels(const std::string& folder, Knowledge& knowledge, std::vector<Diagnostic>& mistakes);
void read_routes(const std::string& folder, Knowledge& knowledge, std::vector<Diagnostic>& mistakes);
void read_trials(const std::string& folder, Knowledge& knowledge, std::vector<Diagnostic>& mistakes);
void read_baselines(const std::string& folder, Knowledge& knowledge, std::vector<Diagnostic>& mistakes);

/// Hash of the tables and models as Knowledge::hash describes it.
[[nodiscard]] std::string hash_of(const std::string& tables, const std::string& models);

}  // namespace rascade::knowledge
