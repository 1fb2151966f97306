// SPDX-License-Identifier: MIT
#include "rascade/service/plan_service.hpp"

#include <filesystem>
#include <fstream>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "rascade/plan/plan.hpp"
#include "rascade/plan/plan_json.hpp"
#include "rascade/plan/plan_text.hpp"
#include "rascade/service/cannot_write.hpp"
#include "rascade/service/claim_outcomes.hpp"
#include "rascade/service/fill_page.hpp"

namespace rascade::service {
namespace {

namespace fs = std::filesystem;

std::string rerun_line(const PlanArguments& arguments)
{
  std::string line = "rascade plan " + arguments.tumour_file;
  if (!arguments.drugs.empty()) line += fmt::format(" --drugs {}", fmt::join(arguments.drugs, ","));
  if (arguments.max_drugs != 2) line += fmt::format(" --max-drugs {}", arguments.max_drugs);
  return line + fmt::format(" --patients {} --seed {}", arguments.patients, arguments.seed);
}

/// Everything that decides what becomes of patients.
Checked<std::string> key_of(const Session& session, const PlanArguments& arguments,
                            const std::string& path)
{
  const Checked<std::string> tumour = read_text(path);
  if (!tumour) return tumour.diagnostics();
  return fmt::format("plan knowledge {} tumour {} drugs {} max {} patients {} seed {}",
                     session.knowledge().hash, *tumour,
                     fmt::join(arguments.drugs, ","), arguments.max_drugs, arguments.patients,
                     arguments.seed);
}

nlohmann::ordered_json to_json(const PlanArguments& a)
{
  const std::string& path = a.tumour_path.empty() ? a.tumour_file : a.tumour_path;
  return {{"tumour_file", a.tumour_file},
          {"tumour_path", fs::absolute(path).lexically_normal().string()},
          {"drugs", a.drugs},
          {"max_drugs", a.max_drugs},
          {"patients", a.patients},
          {"seed", a.seed}};
}

bool write_file(const fs::path& path, const std::string& text)
{
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.close();
  return file.good();
}

}  // namespace

std::string plan_id(const Session& session, const PlanArguments& arguments)
{
  std::string id = fs::path(arguments.tumour_file).stem().string();
  for (const std::string& drug : arguments.drugs) id += "-" + drug;
  return fmt::format("{}-n{}-s{}-{}", id, arguments.patients, arguments.seed,
                     session.knowledge().hash.substr(0, 6));
}

std::string plan_journal(const std::string& folder)
{
  const fs::path path(folder);
  return (path.has_filename() ? path : path.parent_path()).string() + ".journal";
}

Checked<PlanResponse> plan_tumour(const Session& session, const PlanArguments& arguments, bool colour,
                                  const LongRun& run)
{
  const bool is_moved = !arguments.tumour_path.empty();
  const std::string path = is_moved ? arguments.tumour_path : arguments.tumour_file;
  const Checked<plan::TumourCase> tumour = read_tumour_file(session, path);
  if (!tumour) return tumour.diagnostics();
  const auto drugs = find_drugs(session, arguments.drugs);
  if (!drugs) return drugs.diagnostics();
  plan::PlanRequest request;
  request.base = *drugs;
  request.max_drugs = arguments.max_drugs;
  request.patients = arguments.patients;
  request.rerun = rerun_line(arguments);
  for (const auto& [id, outcome] : read_claim_outcomes(session.folders().claims)) {
    request.claim_status[id] = outcome.status;
  }
  const Checked<std::string> key = key_of(session, arguments, path);
  if (!key) return key.diagnostics();
  const Checked<ensemble::Control> members = control_of(run, arguments.threads, *key);
  if (!members) return members.diagnostics();
  request.control = {arguments.seed, *members};
  const auto plan = plan::make_plan(session.knowledge(), session.modules(), *tumour, request);
  if (!plan) return plan.diagnostics();

  PlanResponse response;
  response.journal = members->journal;
  response.text = plan::to_text(*plan, colour);
  response.tsv = plan::to_tsv(*plan);
  const nlohmann::ordered_json json = plan::to_json(*plan, session.knowledge());
  response.json = json.dump(1) + "\n";
  if (const auto page = read_text(session.folders().report_page)) {
    response.report = fill_page(*page, "rascade-report", json.dump()).value_or("");
  }
  return response;
}

Checked<std::vector<std::string>> save_plan(const PlanResponse& response,
                                            const PlanArguments& arguments, const std::string& folder)
{
  const fs::path target(folder);
  const fs::path draft = target.string() + ".partial";
  std::error_code failed;
  fs::remove_all(draft, failed);
  if (!fs::create_directories(draft, failed)) return cannot_write(folder);
  std::vector<std::pair<std::string, std::string>> files{
      {"decision.txt", response.text},
      {"plan.json", response.json},
      {"arms.tsv", response.tsv},
      {"request.json", to_json(arguments).dump(1) + "\n"}};
  if (!response.report.empty()) files.emplace_back("report.html", response.report);
  bool is_good = true;
  for (const auto& [name, text] : files) is_good = is_good && write_file(draft / name, text);
  if (is_good) fs::create_directories(target, failed);
  std::vector<std::string> written;
  for (const auto& [name, text] : files) {
    if (!is_good || failed) break;
    fs::rename(draft / name, target / name, failed);
    written.push_back((target / name).string());
  }
  is_good = is_good && !failed;
  fs::remove_all(draft, failed);
  if (!is_good) return cannot_write(folder);
  if (response.journal) response.journal->remove();
  return written;
}

Checked<PlanArguments> saved_arguments(const std::string& folder)
{
  const std::string path = folder + "/request.json";
  const Diagnostic unusable{Severity::error, "E1402", {path, 0, 0, 0}, "no saved plan can be read here",
                            "Give a folder that 'rascade plan' has written."};
  const Checked<std::string> text = read_text(path);
  if (!text) return unusable;
  try {
    const auto json = nlohmann::json::parse(*text);
    PlanArguments arguments;
    arguments.tumour_file = json.at("tumour_file").get<std::string>();
    arguments.tumour_path = json.at("tumour_path").get<std::string>();
    arguments.drugs = json.at("drugs").get<std::vector<std::string>>();
    arguments.max_drugs = json.at("max_drugs").get<int>();
    arguments.patients = json.at("patients").get<std::size_t>();
    arguments.seed = json.at("seed").get<std::uint64_t>();
    return arguments;
  } catch (const nlohmann::json::exception&) {
    return unusable;
  }
}

}  // namespace rascade::service
