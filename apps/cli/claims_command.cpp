// SPDX-License-Identifier: MIT
#include "claims_command.hpp"

#include <memory>

#include <fmt/format.h>

#include "progress.hpp"
#include "rascade/service/claims_service.hpp"

namespace rascade::cli {
namespace {

int claims(const Common& common, service::ClaimsArguments arguments)
{
  arguments.out = common.out;
  const auto session = service::Session::open(common.folders);
  if (!session) return report(session.diagnostics());
  ProgressLine line;
  const auto response = service::run_claims(*session, arguments, line.follow());
  if (!response) return report(response.diagnostics());
  if (common.format == "json") {
    fmt::print("{}", response->json);
  } else if (common.format == "tsv") {
    fmt::print("{}", response->tsv);
  } else {
    fmt::print("{}", response->text);
    for (const std::string& file : response->files) fmt::print("Saved {}\n", file);
  }
  return ok;
}

}  // namespace

void add_claims(CLI::App& app, const Common& common, Chosen& chosen)
{
  const auto arguments = std::make_shared<service::ClaimsArguments>();
  CLI::App* command =
      app.add_subcommand("claims", "Statements of the review as experiments: what the model shows");
  command->add_option("--filter", arguments->filter,
                      "Only these: section=..,level=..,status=..,part=..,id=..,words");
  command->add_flag("--robust", arguments->robust, "Also over draws of every parameter; resumable");
  command->add_option("--seed", arguments->seed, "Seed of every random number");
  command->add_option("--threads", arguments->threads, "Threads; does not change results");
  command->add_option("--page", arguments->page, "Also write this Markdown page, and a .tsv beside it");
  command->callback([&common, &chosen, arguments] {
    chosen = [&common, arguments] { return claims(common, *arguments); };
  });
}

}  // namespace rascade::cli
