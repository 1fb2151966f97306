// SPDX-License-Identifier: MIT
#include "rascade/service/run_service.hpp"

#include <filesystem>
#include <utility>

#include "rascade/sbml/write_sbml.hpp"
#include "rascade/service/model_file.hpp"
#include "rascade/service/session.hpp"
#include "rascade/service/tolerance_file.hpp"

namespace rascade::service {

Checked<protocol::Outcome> run_file(const RunRequest& request)
{
  const Checked<std::string> text = read_text(request.file);
  if (!text) return text.diagnostics();
  const std::string name = std::filesystem::path(request.file).stem().string();
  protocol::Request run;
  run.read_file = reader_beside(request.file);
  Checked<language::Document> document =
      language::parse_document(*text, request.file, run.read_file);
  if (!document) return document.diagnostics();
  if (request.warn) request.warn(document.diagnostics());
  if (!request.tolerances_file.empty()) {
    auto rows = read_tolerances(request.tolerances_file);
    if (!rows) return rows.diagnostics();
    run.tolerances = *std::move(rows);
  }
  run.reduces = request.reduces;
  run.document = *std::move(document);
  run.name = name;
  run.folder = request.folder;
  run.seed = request.seed;
  run.threads = request.threads;
  run.progress = request.progress;
  run.say = request.say;
  run.write_sbml = [&name](const network::Network& network) {
    return sbml::write_sbml(network, name);
  };
  return protocol::run_actions(std::move(run));
}

}  // namespace rascade::service
