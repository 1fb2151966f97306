// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>

#include "rascade/base/checked.hpp"
#include "rascade/knowledge/knowledge.hpp"
#include "rascade/pathway/modules.hpp"
#include "rascade/plan/tumour_file.hpp"

namespace rascade::service {

/// Where the data lie: tables, BNGL modules, and the built pages.
struct Folders {
  std::string knowledge;
  std::string models;
  std::string report_page;  // report.html
  std::string examples;     // bundled tumour files
  std::string citation = {};    // CITATION.cff
  std::string atlas_page = {};  // atlas.html
  std::string claims = {};      // claims.tsv: what became of each claim; may be missing
};

/// The loaded tables and modules; shared by every request.
class Session {
 public:
  [[nodiscard]] static Checked<Session> open(const Folders& folders);

  [[nodiscard]] const knowledge::Knowledge& knowledge() const { return *knowledge_; }
  [[nodiscard]] const pathway::Modules& modules() const { return *modules_; }
  [[nodiscard]] const Folders& folders() const { return folders_; }

 private:
  Folders folders_;
  std::shared_ptr<const knowledge::Knowledge> knowledge_;
  std::shared_ptr<const pathway::Modules> modules_;
};

/// The whole file; E1001 if it cannot be read.
[[nodiscard]] Checked<std::string> read_text(const std::string& path);

/// A tumour file, read and checked.
[[nodiscard]] Checked<plan::TumourCase> read_tumour_file(const Session& session,
                                                         const std::string& path);

/// The drugs of these names; E0904 for each unknown one.
[[nodiscard]] Checked<std::vector<const knowledge::Drug*>> find_drugs(
    const Session& session, const std::vector<std::string>& names);

}  // namespace rascade::service
