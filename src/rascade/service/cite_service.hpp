// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "rascade/service/session.hpp"

namespace rascade::service {

/// What a saved run says of itself.
struct CitedRun {
  std::string folder;
  std::string knowledge;             // hash of the tables it was made with
  std::vector<std::string> sources;  // keys
};

/// How to cite the program, of CITATION.cff.
struct SoftwareCitation {
  std::string title, version;
  std::vector<std::string> authors;
};

/// Reads plan.json, else claims.json of a run's folder. Reports E2101 if there is neither or it
/// cannot be read as what it should be, E2102 if it lists no sources.
[[nodiscard]] Checked<CitedRun> read_cited_run(const std::string& folder);

/// Title, version and names of a CITATION.cff; E2103 if it lacks a title or a version.
[[nodiscard]] Checked<SoftwareCitation> read_citation_file(const std::string& path);

enum class CiteFormat { text, bibtex, json };

/// Every source a saved run used, then the program itself.
[[nodiscard]] Checked<std::string> cite_run(const Session& session, const std::string& folder,
                                            CiteFormat format);

}  // namespace rascade::service
