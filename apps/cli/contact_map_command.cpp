// SPDX-License-Identifier: MIT
#include "contact_map_command.hpp"

#include "rascade/service/inspect_service.hpp"

namespace rascade::cli {

void ContactMapCommand::add_to(CLI::App& app)
{
  CLI::App* map = app.add_subcommand("contact-map", "Picture of a BNGL model's sites and bonds: "
                                                    "--out map.html or map.svg");
  map->add_option("model", path, "BNGL file")->required();
}

int ContactMapCommand::run(const Common& common) const
{
  const auto text = service::contact_map(path, common.out.ends_with(".html"));
  if (!text) return report(text.diagnostics());
  return write(common, *text);
}

}  // namespace rascade::cli
