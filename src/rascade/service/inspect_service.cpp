// SPDX-License-Identifier: MIT
#include "rascade/service/inspect_service.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "rascade/base/research_use_only.hpp"
#include "rascade/inspect/check_model.hpp"
#include "rascade/inspect/draw_map.hpp"
#include "rascade/language/explain.hpp"
#include "rascade/language/parse_model.hpp"
#include "rascade/service/model_file.hpp"
#include "rascade/service/session.hpp"

namespace rascade::service {
namespace {

/// Files that the model names lie beside it.
std::size_t count(const CheckReport& report, Severity severity)
{
  return static_cast<std::size_t>(
      std::count_if(report.diagnostics.begin(), report.diagnostics.end(),
                    [severity](const Diagnostic& d) { return d.severity == severity; }));
}

const char* name_of(Severity severity) { return severity == Severity::error ? "error" : "warning"; }

std::string plural(std::size_t n, const char* what)
{
  return fmt::format("{} {}{}", n, what, n == 1 ? "" : "s");
}

}  // namespace

Checked<CheckReport> check_file(const std::string& path)
{
  const Checked<std::string> text = read_text(path);
  if (!text) return text.diagnostics();
  CheckReport report{*text, {}, {}};
  const auto document = language::parse_document(*text, path, reader_beside(path));
  report.diagnostics = document.diagnostics();
  if (!document) return report;
  inspect::Findings findings = inspect::check_model(document->model, document->actions);
  report.diagnostics.insert(report.diagnostics.end(), findings.diagnostics.begin(),
                            findings.diagnostics.end());
  report.notes = std::move(findings.notes);
  return report;
}

std::string to_text(const CheckReport& report)
{
  std::string text;
  for (const Diagnostic& d : report.diagnostics) text += language::explain(d, report.source) + "\n";
  for (const std::string& note : report.notes) text += note + "\n";
  return text + fmt::format("{}, {}.\n", plural(count(report, Severity::error), "error"),
                            plural(count(report, Severity::warning), "warning"));
}

std::string to_tsv(const CheckReport& report)
{
  std::string text = fmt::format("# {}\n", research_use_only);
  for (const std::string& note : report.notes) text += fmt::format("# {}\n", note);
  text += "severity\tcode\tfile\tline\tcolumn\tmessage\thint\n";
  for (const Diagnostic& d : report.diagnostics) {
    text += fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\n", name_of(d.severity), d.code, d.span.file,
                        d.span.line, d.span.column, d.message, d.hint);
  }
  return text;
}

std::string to_json(const CheckReport& report)
{
  nlohmann::ordered_json json = {{"research_use_only", research_use_only},
                                 {"errors", count(report, Severity::error)},
                                 {"warnings", count(report, Severity::warning)},
                                 {"findings", nlohmann::ordered_json::array()},
                                 {"notes", report.notes}};
  for (const Diagnostic& d : report.diagnostics) {
    json["findings"].push_back({{"severity", name_of(d.severity)},
                                {"code", d.code},
                                {"file", d.span.file},
                                {"line", d.span.line},
                                {"column", d.span.column},
                                {"message", d.message},
                                {"hint", d.hint}});
  }
  return json.dump(1) + "\n";
}

Checked<std::string> contact_map(const std::string& path, bool is_page)
{
  const Checked<std::string> text = read_text(path);
  if (!text) return text.diagnostics();
  const auto document = language::parse_document(*text, path, reader_beside(path));
  if (!document) return document.diagnostics();
  const inspect::ContactMap map = inspect::contact_map(document->model);
  const inspect::MapLayout layout = inspect::lay_out(map);
  if (!is_page) return inspect::draw_map(map, layout);
  return inspect::map_page(map, layout, std::filesystem::path(path).filename().string());
}

}  // namespace rascade::service
