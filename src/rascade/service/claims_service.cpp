// SPDX-License-Identifier: MIT
#include "rascade/service/claims_service.hpp"

#include <filesystem>
#include <utility>

#include <fmt/format.h>

#include "rascade/claims/evaluate.hpp"
#include "rascade/claims/filter.hpp"
#include "rascade/claims/label.hpp"
#include "rascade/claims/report.hpp"
#include "rascade/claims/robust.hpp"
#include "rascade/pathway/cell.hpp"
#include "rascade/service/cannot_write.hpp"
#include "rascade/service/draft_file.hpp"

namespace rascade::service {
namespace {

namespace fs = std::filesystem;

constexpr const char* journal_name = "claims.journal";

Checked<std::vector<const knowledge::Claim*>> choose(const knowledge::Knowledge& knowledge,
                                                     const claims::Filter& filter)
{
  std::vector<const knowledge::Claim*> chosen;
  for (const knowledge::Claim& claim : knowledge.claims.claims) {
    if (filter.fits(claim)) chosen.push_back(&claim);
  }
  if (!chosen.empty()) return chosen;
  return Diagnostic{Severity::error, "E2405", {"--filter", 0, 0, 0}, "no claim fits the filter",
                    "Leave a term out; 'rascade claims' without a filter runs all of them."};
}

/// Runs of other claims have other folders.
std::string folder_of(const knowledge::Knowledge& knowledge, const ClaimsArguments& arguments)
{
  if (!arguments.out.empty()) return arguments.out;
  std::string folder =
      fmt::format("runs/claims-{}-s{}", knowledge.hash.substr(0, 6), arguments.seed);
  if (!arguments.filter.empty()) folder += "-" + pathway::identifier(arguments.filter).substr(0, 60);
  return folder;
}

/// Whatever decides what is found, but for `robust`: a run with draws begins as one without.
std::string journal_key(const Session& session, const ClaimsArguments& arguments)
{
  return fmt::format("claims knowledge {} seed {} filter {}", session.knowledge().hash,
                     arguments.seed, arguments.filter);
}

Checked<ClaimsResponse> write_all(const claims::Report& report, const ClaimsArguments& arguments,
                                  const std::string& folder)
{
  ClaimsResponse response;
  response.text = claims::to_text(report, !arguments.filter.empty());
  response.tsv = claims::to_tsv(report);
  response.json = claims::to_json(report).dump(1) + "\n";
  std::vector<std::pair<std::string, std::string>> files{
      {folder + "/claims.json", response.json}, {folder + "/claims.tsv", response.tsv}};
  if (!arguments.page.empty()) {
    files.emplace_back(arguments.page, claims::to_page(report));
    files.emplace_back(fs::path(arguments.page).replace_extension(".tsv").string(),
                       claims::to_status_tsv(report));
  }
  for (const auto& [path, text] : files) {
    DraftFile file(path);
    file.write(text);
    if (!file.finish()) return cannot_write(path);
    response.files.push_back(path);
  }
  return response;
}

}  // namespace

Checked<ClaimsResponse> run_claims(const Session& session, const ClaimsArguments& arguments,
                                   const LongRun& run)
{
  const knowledge::Knowledge& knowledge = session.knowledge();
  const Checked<claims::Filter> filter = claims::parse_filter(arguments.filter);
  if (!filter) return filter.diagnostics();
  const auto chosen = choose(knowledge, *filter);
  if (!chosen) return chosen.diagnostics();
  Checked<claims::Evaluation> evaluation = claims::resolve_all(knowledge, *chosen);
  if (!evaluation) return evaluation.diagnostics();
  const std::string folder = folder_of(knowledge, arguments);
  std::error_code failed;
  fs::create_directories(folder, failed);
  if (failed) return cannot_write(folder);

  LongRun kept = run;
  kept.journal = folder + "/" + journal_name;
  const auto members = control_of(kept, arguments.threads, journal_key(session, arguments));
  if (!members) return members.diagnostics();
  const plan::RunControl control{arguments.seed, *members};
  claims::Bench bench(knowledge, session.modules());
  claims::evaluate(bench, control, *evaluation);
  claims::label_all(bench, control, *evaluation);
  if (arguments.robust) claims::try_draws(bench, control, *evaluation);
  claims::Report report{knowledge.hash, arguments.seed, arguments.robust, {}, 0, 0};
  for (claims::ClaimResult& result : evaluation->results) {
    if (filter->fits(result.status)) report.results.push_back(std::move(result));
  }
  for (const auto& [cell, draws] : evaluation->draws) {
    report.draws_admitted += draws.numbers.size();
    report.draws_tried += draws.tried;
  }
  return write_all(report, arguments, folder);
}

}  // namespace rascade::service
