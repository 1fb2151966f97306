// SPDX-License-Identifier: MIT
#include "rascade/service/atlas_service.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <optional>

#include "rascade/atlas/answer_json.hpp"
#include "rascade/atlas/answer_text.hpp"
#include "rascade/atlas/export_atlas.hpp"
#include "rascade/atlas/questions.hpp"
#include "rascade/base/text.hpp"
#include "rascade/service/claim_outcomes.hpp"
#include "rascade/service/fill_page.hpp"

namespace rascade::service {
namespace {

namespace fs = std::filesystem;

struct Question {
  const char* subject;
  const char* example;
  Checked<atlas::Answer> (*answer)(const atlas::NameIndex&, const knowledge::Knowledge&,
                                   const std::string&);
};

constexpr Question questions[] = {
    {"drug", "drug NAME", atlas::answer_drug},
    {"gene", "gene SYMBOL", atlas::answer_gene},
    {"variant", "variant GENE:VARIANT", atlas::answer_variant},
    {"regulator", "regulator NAME", atlas::answer_regulator},
    {"escape", "escape 'THERAPY @ CANCER GENE VARIANT'", atlas::answer_escape},
    {"combine", "combine 'THERAPY @ CANCER GENE VARIANT'", atlas::answer_combine},
    {"search", "search WORDS", atlas::answer_search},
};

Diagnostic mistake(const char* code, std::string message, std::string hint)
{
  return {Severity::error, code, {"atlas", 0, 0, 0}, std::move(message), std::move(hint)};
}

/// The tables, and beside each claim what became of it on the bundled model.
nlohmann::ordered_json atlas_with_outcomes(const Session& session)
{
  nlohmann::ordered_json json = atlas::export_atlas(session.knowledge());
  const auto outcomes = read_claim_outcomes(session.folders().claims);
  for (nlohmann::ordered_json& claim : json["claims"]) {
    const auto outcome = outcomes.find(claim["id"].get<std::string>());
    if (outcome == outcomes.end()) continue;
    claim["status"] = outcome->second.status;
    claim["label"] = outcome->second.label;
  }
  return json;
}

}  // namespace

Checked<std::string> ask_atlas(const Session& session, const AtlasRequest& request)
{
  std::vector<std::string> subjects;
  for (const Question& question : questions) {
    subjects.emplace_back(question.subject);
    if (request.subject != question.subject) continue;
    if (trim(request.text).empty()) {
      return mistake("E1312", fmt::format("'{}' of what?", request.subject),
                     fmt::format("Ask: rascade atlas {}", question.example));
    }
    const knowledge::Knowledge& tables = session.knowledge();
    const atlas::NameIndex index(tables);
    const Checked<atlas::Answer> answer =
        question.answer(index, tables, std::string(trim(request.text)));
    if (!answer) return answer.diagnostics();
    if (request.is_json) return atlas::to_json(*answer, tables).dump(1) + "\n";
    return atlas::to_text(*answer, tables, request.is_full);
  }
  return mistake("E1311",
                 request.subject.empty() ? "the atlas needs a question"
                                         : fmt::format("the atlas has no '{}'", request.subject),
                 suggest(request.subject, subjects));
}

Checked<std::string> write_atlas_page(const Session& session, const std::string& folder)
{
  const std::string& source = session.folders().atlas_page;
  const Checked<std::string> page = read_text(source);
  std::optional<std::string> filled;
  if (page) {
    filled = fill_page(*page, "rascade-atlas", atlas_with_outcomes(session).dump());
  }
  if (!filled) {
    return Diagnostic{Severity::error,
                      "E1313",
                      {source, 0, 0, 0},
                      "the page has not been built",
                      "Build it with 'make web'."};
  }
  const fs::path target = fs::path(folder) / "index.html";
  const fs::path draft = target.string() + ".partial";
  std::error_code failed;
  fs::create_directories(folder, failed);
  std::ofstream file(draft, std::ios::binary);
  file << *filled;
  file.close();
  if (file.good()) fs::rename(draft, target, failed);
  if (file.good() && !failed) return target.string();
  fs::remove(draft, failed);
  return Diagnostic{Severity::error,
                    "E1401",
                    {folder, 0, 0, 0},
                    "the page cannot be written here",
                    "Give a folder you may write to with --html."};
}

}  // namespace rascade::service
