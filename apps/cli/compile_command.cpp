// SPDX-License-Identifier: MIT
#include <memory>

#include "model_commands.hpp"
#include "rascade/service/compile_model.hpp"

namespace rascade::cli {
namespace {

int compile(const Common& common, service::CompileRequest request)
{
  request.as_json = common.format == "json";
  request.expansion.progress = expansion_line();
  const auto response = service::compile_model(request);
  clear_line();
  show(request.file, response.diagnostics());
  if (!response) return bad_input;
  show(request.file, response->stopped_by);
  const int code = write(common, response->text);
  return code == ok && !response->stopped_by.empty() ? incomplete : code;
}

}  // namespace

void add_compile(CLI::App& app, const Common& common, Chosen& chosen)
{
  const auto request = std::make_shared<service::CompileRequest>();
  CLI::App* command = app.add_subcommand("compile", "A BNGL model after a pass of the compiler");
  command->add_option("model", request->file, "BNGL model (.bngl)")->required();
  command->add_option("--pass", request->pass, "model, rules, network, equations or reduced");
  command->add_option("--keep", request->keep, "Of reduced: observables and functions to preserve")
      ->delimiter(',');
  add_expansion_options(*command, request->expansion);
  command->callback([&common, &chosen, request] {
    chosen = [&common, request] { return compile(common, *request); };
  });
}

}  // namespace rascade::cli
