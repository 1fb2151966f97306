// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <memory>

#include "model_commands.hpp"
#include "rascade/service/gradient_service.hpp"

namespace rascade::cli {
namespace {

int gradient(const Common& common, service::GradientRequest request)
{
  request.expansion.progress = expansion_line();
  const auto response = service::find_gradient(request);
  clear_line();
  show(request.file, response.diagnostics());
  if (!response) return bad_input;
  if (!response->sizes.empty()) fmt::print(stderr, "Reduced: {}\n", response->sizes);
  const bool as_json = common.format == "json";
  const int code =
      write(common, as_json ? service::to_json(*response) : service::to_tsv(*response));
  const bool disagrees = response->worst && !(*response->worst <= service::agreement);
  if (disagrees) fmt::print(stderr, "rascade: slopes and finite differences disagree\n");
  return code == ok && disagrees ? failed : code;
}

}  // namespace

void add_gradient(CLI::App& app, const Common& common, Chosen& chosen)
{
  const auto request = std::make_shared<service::GradientRequest>();
  CLI::App* command =
      app.add_subcommand("gradient", "What an output of a BNGL model owes to each parameter");
  command->add_option("model", request->file, "BNGL model (.bngl) or network (.net)")->required();
  command->add_option("--output", request->output, "Observable or function")->required();
  command->add_option("--time", request->time, "When it is read, s")->required();
  command->add_option("--parameters", request->parameters, "Parameters; else all independent ones")
      ->delimiter(',');
  command->add_option("--method", request->method, "auto, forward or adjoint");
  command->add_flag("--equilibrate", request->equilibrates, "Start from the steady state");
  command->add_flag("!--whole", request->reduces,
                    "Integrate all species, also those that the output does not need");
  command->add_option("--atol", request->tolerances_file,
                      "Table of absolute tolerances: species or pattern, atol in molecules");
  command->add_flag("--check", request->checks, "Compare with finite differences");
  command->footer("Research use only.");
  add_expansion_options(*command, request->expansion);
  command->callback([&common, &chosen, request] {
    chosen = [&common, request] { return gradient(common, *request); };
  });
}

}  // namespace rascade::cli
