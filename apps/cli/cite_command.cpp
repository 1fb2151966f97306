// SPDX-License-Identifier: MIT
#include "cite_command.hpp"

#include <memory>

#include "rascade/service/cite_service.hpp"

namespace rascade::cli {
namespace {

int cite(const Common& common, const std::string& folder)
{
  const auto session = service::Session::open(common.folders);
  if (!session) return report(session.diagnostics());
  service::CiteFormat format = service::CiteFormat::text;
  if (common.format == "bibtex") format = service::CiteFormat::bibtex;
  if (common.format == "json") format = service::CiteFormat::json;
  const auto text = service::cite_run(*session, folder, format);
  return text ? write(common, *text) : report(text.diagnostics());
}

}  // namespace

void add_cite(CLI::App& app, const Common& common, Chosen& chosen)
{
  const auto folder = std::make_shared<std::string>();
  CLI::App* command =
      app.add_subcommand("cite", "Every source a saved run used (--format text, bibtex or json)");
  command->add_option("run", *folder, "Folder that 'plan' has written")->required();
  command->callback(
      [&common, &chosen, folder] { chosen = [&common, folder] { return cite(common, *folder); }; });
}

}  // namespace rascade::cli
