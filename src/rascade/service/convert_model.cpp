// SPDX-License-Identifier: MIT
#include "rascade/service/convert_model.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "rascade/base/text.hpp"
#include "rascade/language/print_model.hpp"
#include "rascade/network/print_net.hpp"
#include "rascade/sbml/write_sbml.hpp"

namespace rascade::service {
namespace {

Checked<std::string> print_rules(const ModelFile& file)
{
  if (file.model) return language::print_model(*file.model);
  return Diagnostic{Severity::error, "E1812", {file.path, 0, 0, 0},
                    "a network has no rules any more, so it cannot become BNGL",
                    "Convert the .bngl file that it came from."};
}

Checked<std::string> print_network(const ModelFile& file, const ConvertRequest& request)
{
  const ExpandedNetwork expanded = network_of(file, request.expansion);
  if (!expanded.stopped_by.empty()) return expanded.stopped_by;
  if (request.target == "net") return network::print_net(expanded.network);
  return sbml::write_sbml(expanded.network, std::filesystem::path(file.path).stem().string());
}

}  // namespace

Checked<std::string> convert_model(const ConvertRequest& request)
{
  const std::array<std::string, 3> targets{"net", "sbml", "bngl"};
  if (std::find(targets.begin(), targets.end(), request.target) == targets.end()) {
    return Diagnostic{Severity::error, "E1811", {"--to", 0, 0, 0},
                      fmt::format("there is no format '{}'", request.target),
                      suggest(request.target, targets)};
  }
  const Checked<ModelFile> file = read_model_file(request.file);
  if (!file) return file.diagnostics();
  Checked<std::string> text =
      request.target == "bngl" ? print_rules(*file) : print_network(*file, request);
  if (!text) return text.diagnostics();
  return {*std::move(text), file.diagnostics()};
}

}  // namespace rascade::service
