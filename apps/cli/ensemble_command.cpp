// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <cstdio>
#include <memory>
#include <thread>

#include "model_commands.hpp"
#include "progress.hpp"
#include "rascade/service/ensemble_service.hpp"

namespace rascade::cli {
namespace {

/// 0, also if some members failed; 1 if all did.
int ensemble(const Common& common, service::EnsembleRequest request)
{
  request.out = common.out;
  request.as_json = common.format == "json";
  request.threads = static_cast<int>(request.expansion.threads);
  request.expansion.progress = expansion_line();
  ProgressLine line;
  service::LongRun run = line.follow();
  if (!request.out.empty()) run.journal = request.out + ".journal";
  const auto response =
      service::run_ensemble(request, run, [](std::string_view text) { fmt::print("{}", text); });
  clear_line();
  show(request.file, response.diagnostics());
  if (!response) return bad_input;
  if (response->failed > 0) {
    fmt::print(stderr, "rascade: {} of {} members failed\n", response->failed, response->members);
  }
  return response->failed < response->members ? ok : failed;
}

void add_members(CLI::App& command, service::EnsembleRequest& request)
{
  command.add_option("--draws", request.draws_file,
                     "Table of parameters: a tab-separated header of names, a member a row");
  command.add_option("--members", request.members, "So many members instead, drawn by --vary");
  command.add_option("--vary", request.varied,
                     "name=lognormal(median,cv), lognormal(cv) around the model's own value, "
                     "normal(mean,sd), uniform(low,high) or loguniform(low,high)");
  command.add_option("--seed", request.seed, "Seed of the draws");
  command.add_option("--save-draws", request.save_draws, "Write the table of draws to this file");
}

}  // namespace

void add_ensemble(CLI::App& app, const Common& common, Chosen& chosen)
{
  const auto request = std::make_shared<service::EnsembleRequest>();
  request->expansion.threads = std::max(1U, std::thread::hardware_concurrency());
  CLI::App* command =
      app.add_subcommand("ensemble", "Simulate a BNGL model for many draws of its parameters");
  command->add_option("model", request->file, "BNGL model (.bngl) or network (.net)")->required();
  add_members(*command, *request);
  command->add_option("--t-end", request->end, "Length, s")->required();
  command->add_option("--points", request->points, "Times after the start");
  command->add_option("--outputs", request->outputs, "Observables and functions; else all")
      ->delimiter(',');
  command->add_flag("--summary", request->is_summary, "Quantiles over members, not each member");
  command->add_option("--rtol", request->relative, "Relative tolerance");
  command->add_option("--atol", request->absolute, "Absolute tolerance, molecules");
  add_expansion_options(*command, request->expansion);
  command->footer(
      "With --out a run that was ended in any way goes on where it was when it is called again.\n"
      "Research use only. Exit code 0: done, 1: every member failed, 2: bad input.");
  command->callback([&common, &chosen, request] {
    chosen = [&common, request] { return ensemble(common, *request); };
  });
}

}  // namespace rascade::cli
