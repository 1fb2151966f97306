// SPDX-License-Identifier: MIT
#include "check_command.hpp"

#include "rascade/service/inspect_service.hpp"

namespace rascade::cli {

void CheckCommand::add_to(CLI::App& app)
{
  CLI::App* check = app.add_subcommand("check", "What a BNGL model hardly means: unused, unreachable, "
                                                "unbounded, unbalanced, unlike units");
  check->add_option("model", path, "BNGL file")->required();
}

int CheckCommand::run(const Common& common) const
{
  const auto found = service::check_file(path);
  if (!found) return report(found.diagnostics());
  std::string text = service::to_text(*found);
  if (common.format == "json") text = service::to_json(*found);
  if (common.format == "tsv") text = service::to_tsv(*found);
  const int written = write(common, text);
  return has_error(found->diagnostics) ? bad_input : written;
}

}  // namespace rascade::cli
