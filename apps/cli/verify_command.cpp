// SPDX-License-Identifier: MIT
#include <memory>

#include "model_commands.hpp"
#include "rascade/service/verify_service.hpp"

namespace rascade::cli {
namespace {

/// 0: everything that must agree does; 1: something does not.
int verify(const Common& common, service::VerifyRequest request)
{
  request.format = common.format;
  request.expansion.progress = expansion_line();
  const auto response = service::verify_file(request);
  clear_line();
  show(request.file, response.diagnostics());
  if (!response) return bad_input;
  const int code = write(common, response->text);
  return code == ok && !response->agrees ? failed : code;
}

}  // namespace

void add_verify(CLI::App& app, const Common& common, Chosen& chosen)
{
  const auto request = std::make_shared<service::VerifyRequest>();
  CLI::App* command = app.add_subcommand(
      "verify", "Simulate a BNGL model in several ways and say whether they agree");
  command->add_option("model", request->file, "BNGL model (.bngl) or network (.net)")->required();
  command->add_option("--time", request->time, "Length; else of the file's last simulation, s")
      ->check(CLI::PositiveNumber);
  command->add_option("--points", request->points, "Times to compare at")
      ->check(CLI::Range(1, 100000));
  command->add_option("--runs", request->runs, "Stochastic runs; 0: none")
      ->check(CLI::Range(0, 1000000));
  command->add_option("--seed", request->seed, "Seed of every random number");
  command->add_option("--rtol", request->relative, "Relative tolerance")->check(CLI::Range(1e-11, 1e-2));
  command->add_option("--atol", request->absolute, "Absolute tolerance, molecules")
      ->check(CLI::PositiveNumber);
  command->add_option("--limit", request->limit, "Relative difference that still is agreement")
      ->check(CLI::PositiveNumber);
  command->add_option("--max-events", request->most_events, "Most events of a stochastic run");
  add_expansion_options(*command, request->expansion);
  command->footer("Research use only. Exit code 0: they agree; 1: they do not; 2: bad input.");
  command->callback([&common, &chosen, request] {
    chosen = [&common, request] { return verify(common, *request); };
  });
}

}  // namespace rascade::cli
