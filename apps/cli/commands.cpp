// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>

#include "progress.hpp"
#include "rascade/base/text.hpp"
#include "rascade/service/listing.hpp"

namespace rascade::cli {
namespace {

namespace fs = std::filesystem;

bool wants_colour()
{
  return isatty(STDOUT_FILENO) != 0 && std::getenv("NO_COLOR") == nullptr;
}

service::Format table_format(const std::string& name, service::Format otherwise)
{
  if (name == "json") return service::Format::json;
  if (name == "tsv") return service::Format::tsv;
  if (name == "gdat") return service::Format::gdat;
  return otherwise;
}

int print_plan(const Common& common, const service::PlanResponse& response,
               const std::vector<std::string>& files)
{
  if (common.format == "json") {
    fmt::print("{}", response.json);
  } else if (common.format == "tsv") {
    fmt::print("{}", response.tsv);
  } else {
    fmt::print("{}", response.text);
    fmt::print("Saved {}\n", fs::path(files.front()).parent_path().string());
    fmt::print("Report {}\n", response.report.empty() ? "not written: build the page with 'make web'"
                                                      : files.back());
  }
  return ok;
}

}  // namespace

int report(const std::vector<Diagnostic>& diagnostics)
{
  fmt::print(stderr, "{}", to_string(diagnostics));
  return bad_input;
}

int write(const Common& common, const std::string& text)
{
  if (common.out.empty()) {
    fmt::print("{}", text);
    return ok;
  }
  const std::string draft = common.out + ".partial";
  std::ofstream file(draft, std::ios::binary);
  file << text;
  file.close();
  std::error_code error;
  if (file.good()) fs::rename(draft, common.out, error);
  if (!file.good() || error) {
    return report({{Severity::error, "E1401", {common.out, 0, 0, 0}, "this file cannot be written",
                    "Give a path you may write to with --out."}});
  }
  return ok;
}

int plan(const Common& common, const service::PlanArguments& arguments)
{
  const auto session = service::Session::open(common.folders);
  if (!session) return report(session.diagnostics());
  const std::string folder =
      common.out.empty() ? "runs/" + service::plan_id(*session, arguments) : common.out;
  ProgressLine line;
  service::LongRun run = line.follow();
  run.journal = service::plan_journal(folder);
  const auto response = service::plan_tumour(*session, arguments, wants_colour(), run);
  if (!response) return report(response.diagnostics());
  const auto files = service::save_plan(*response, arguments, folder);
  if (!files) return report(files.diagnostics());
  return print_plan(common, *response, *files);
}

int rerun(const Common& common, const std::string& folder, int threads)
{
  auto arguments = service::saved_arguments(folder);
  if (!arguments) return report(arguments.diagnostics());
  arguments->threads = threads;
  const auto before = service::read_text(folder + "/plan.json");
  const auto session = service::Session::open(common.folders);
  if (!session) return report(session.diagnostics());
  const auto response = service::plan_tumour(*session, *arguments, wants_colour(), {});
  if (!response) return report(response.diagnostics());
  const bool same = before && *before == response->json;
  fmt::print("{}", response->text);
  fmt::print("The saved plan in {} {}.\n", folder,
             same ? "is the same, byte for byte" : "differs: tables, models or program have changed");
  return same ? ok : failed;
}

int simulate(const Common& common, const service::SimulateRequest& request)
{
  const auto session = service::Session::open(common.folders);
  if (!session) return report(session.diagnostics());
  const auto table = service::simulate_cell(*session, request);
  if (!table) return report(table.diagnostics());
  return write(common, service::to_text(*table, table_format(common.format, service::Format::tsv)));
}

int dose(const Common& common, const service::DoseRequest& request)
{
  const auto session = service::Session::open(common.folders);
  if (!session) return report(session.diagnostics());
  const auto table = service::dose_response(*session, request);
  if (!table) return report(table.diagnostics());
  return write(common, service::to_text(*table, table_format(common.format, service::Format::tsv)));
}

int model(const Common& common, const std::string& tumour_file, const std::vector<std::string>& drugs)
{
  const auto session = service::Session::open(common.folders);
  if (!session) return report(session.diagnostics());
  const auto text = service::model_text(*session, tumour_file, drugs, common.format == "net");
  if (!text) return report(text.diagnostics());
  return write(common, *text);
}

int list(const Common& common, const std::string& subject, const std::string& key)
{
  const auto session = service::Session::open(common.folders);
  if (!session) return report(session.diagnostics());
  if (subject == "tumours") {
    const auto text = service::list_tumours(*session, common.folders.examples);
    if (!text) return report(text.diagnostics());
    return write(common, *text);
  }
  const auto text = service::list(*session, subject, key);
  if (!text) return report(text.diagnostics());
  return write(common, *text);
}

int make_new(const Common& common, const std::string& path)
{
  const auto session = service::Session::open(common.folders);
  if (!session) return report(session.diagnostics());
  if (fs::exists(path)) {
    return report({{Severity::error, "E1403", {path, 0, 0, 0}, "this file exists already",
                    "Give another name, or delete it first."}});
  }
  Common to_file = common;
  to_file.out = path;
  const int code = write(to_file, service::tumour_template(*session));
  if (code == ok) fmt::print("Wrote {}. Next: rascade plan {}\n", path, path);
  return code;
}

}  // namespace rascade::cli
