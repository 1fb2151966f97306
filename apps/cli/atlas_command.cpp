// SPDX-License-Identifier: MIT
#include "atlas_command.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "rascade/service/atlas_service.hpp"

namespace rascade::cli {

void AtlasCommand::add_to(CLI::App& app)
{
  CLI::App* atlas = app.add_subcommand("atlas",
                                       "What the review says: drug, gene, variant or regulator "
                                       "NAME, escape or combine 'THERAPY @ TUMOUR', search WORDS");
  atlas->add_option("question", subject,
                    "drug, gene, variant, regulator, escape, combine or search");
  atlas->add_option("words", words, "What it is about");
  atlas->add_flag("--all", is_full, "Every row, nothing cut");
  atlas->add_option("--html", html, "Folder for the browsable page of the whole review");
}

int AtlasCommand::run(const Common& common) const
{
  const auto session = service::Session::open(common.folders);
  if (!session) return report(session.diagnostics());
  if (!html.empty() && subject.empty()) {
    const auto path = service::write_atlas_page(*session, html);
    if (!path) return report(path.diagnostics());
    fmt::print("Wrote {}. Research use only.\n", *path);
    return ok;
  }
  service::AtlasRequest request{subject, fmt::format("{}", fmt::join(words, " "))};
  request.is_json = common.format == "json";
  request.is_full = is_full;
  const auto text = service::ask_atlas(*session, request);
  if (!text) return report(text.diagnostics());
  return write(common, *text);
}

}  // namespace rascade::cli
