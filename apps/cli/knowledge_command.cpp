// SPDX-License-Identifier: MIT
#include "knowledge_command.hpp"

#include <memory>

#include "rascade/service/knowledge_service.hpp"

namespace rascade::cli {
namespace {

struct Folders {
  std::string before, after;
};

service::KnowledgeFormat format_of(const Common& common)
{
  if (common.format == "json") return service::KnowledgeFormat::json;
  if (common.format == "tsv") return service::KnowledgeFormat::tsv;
  return service::KnowledgeFormat::text;
}

int summarise(const Common& common)
{
  const auto session = service::Session::open(common.folders);
  if (!session) return report(session.diagnostics());
  const auto summary = service::summarise_knowledge(*session);
  if (!summary) return report(summary.diagnostics());
  return write(common, service::to_text(*summary, format_of(common)));
}

int compare(const Common& common, const Folders& folders)
{
  const auto changes = service::compare_knowledge(folders.before, folders.after);
  if (!changes) return report(changes.diagnostics());
  return write(common, service::to_text(*changes, format_of(common)));
}

}  // namespace

void add_knowledge(CLI::App& app, const Common& common, Chosen& chosen)
{
  const auto folders = std::make_shared<Folders>();
  CLI::App* command = app.add_subcommand(
      "knowledge", "The tables' hash and rows; 'knowledge diff OLD NEW' compares two");
  command->require_subcommand(0, 1);
  CLI::App* diff =
      command->add_subcommand("diff", "Rows added, removed and changed between two folders");
  diff->fallthrough();
  diff->add_option("old", folders->before, "Folder of tables")->required();
  diff->add_option("new", folders->after, "Folder of tables")->required();
  command->callback([&common, &chosen, diff, folders] {
    if (diff->parsed()) {
      chosen = [&common, folders] { return compare(common, *folders); };
    } else {
      chosen = [&common] { return summarise(common); };
    }
  });
}

}  // namespace rascade::cli
