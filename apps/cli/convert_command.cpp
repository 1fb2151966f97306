// SPDX-License-Identifier: MIT
#include <memory>

#include "model_commands.hpp"
#include "rascade/service/convert_model.hpp"

namespace rascade::cli {
namespace {

int convert(const Common& common, service::ConvertRequest request)
{
  request.expansion.progress = expansion_line();
  const auto text = service::convert_model(request);
  clear_line();
  show(request.file, text.diagnostics());
  return text ? write(common, *text) : bad_input;
}

}  // namespace

void add_convert(CLI::App& app, const Common& common, Chosen& chosen)
{
  const auto request = std::make_shared<service::ConvertRequest>();
  CLI::App* command = app.add_subcommand("convert", "A BNGL model or a network in another format");
  command->add_option("model", request->file, "BNGL model (.bngl) or network (.net)")->required();
  command->add_option("--to", request->target, "net, sbml or bngl")->required();
  add_expansion_options(*command, request->expansion);
  command->callback([&common, &chosen, request] {
    chosen = [&common, request] { return convert(common, *request); };
  });
}

}  // namespace rascade::cli
