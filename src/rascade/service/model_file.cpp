// SPDX-License-Identifier: MIT
#include "rascade/service/model_file.hpp"

#include <cstddef>
#include <filesystem>
#include <numeric>
#include <string_view>
#include <utility>
#include <variant>

#include "rascade/language/explain.hpp"
#include "rascade/language/parse_model.hpp"
#include "rascade/network/read_net.hpp"
#include "rascade/service/session.hpp"

namespace rascade::service {
namespace {

namespace fs = std::filesystem;
using model::ActionValue;
using NamedValues = std::vector<std::pair<std::string, ActionValue>>;

/// A number as such, not a formula.
std::optional<std::size_t> whole_number(const ActionValue& value)
{
  const auto* formula = std::get_if<model::Expression>(&value.value);
  if (formula == nullptr || formula->kind != model::Expression::Kind::number) return std::nullopt;
  constexpr double most = 1e15;
  const double number = formula->number;
  if (!(number >= 0.0)) return std::nullopt;
  return static_cast<std::size_t>(number < most ? number : most);
}

void apply(const std::string& name, const ActionValue& value, network::ExpansionLimits& limits)
{
  if (name == "max_stoich") {
    const auto* counts = std::get_if<NamedValues>(&value.value);
    if (counts == nullptr) return;
    for (const auto& [type, count] : *counts) {
      if (const auto number = whole_number(count)) limits.max_stoich[type] = *number;
    }
    return;
  }
  const std::optional<std::size_t> number = whole_number(value);
  if (!number) return;
  if (name == "max_iter") limits.max_iterations = *number;
  if (name == "max_agg") limits.max_molecules = *number;
}

/// Actions take one list of named arguments in braces, which some write as a list of one map.
void apply(const model::Action& action, network::ExpansionLimits& limits)
{
  for (const auto& [name, value] : action.args) {
    const auto* named = std::get_if<NamedValues>(&value.value);
    if (!name.empty() || named == nullptr) {
      apply(name, value, limits);
      continue;
    }
    for (const auto& [key, item] : *named) apply(key, item, limits);
  }
}

}  // namespace

language::ReadFile reader_beside(const std::string& path)
{
  return [folder = fs::path(path).parent_path()](const std::string& name) {
    const Checked<std::string> text = read_text((folder / name).string());
    return text ? std::optional<std::string>(*text) : std::nullopt;
  };
}

Checked<ModelFile> read_model_file(const std::string& path)
{
  const Checked<std::string> text = read_text(path);
  if (!text) return text.diagnostics();
  ModelFile file{path, {}, {}, {}};
  if (fs::path(path).extension() == ".net") {
    Checked<network::Network> network = network::read_net(*text, path, reader_beside(path));
    if (!network) return network.diagnostics();
    file.network = *std::move(network);
    return {std::move(file), network.diagnostics()};
  }
  Checked<language::Document> document =
      language::parse_document(*text, path, reader_beside(path));
  if (!document) return document.diagnostics();
  file.model = std::move(document->model);
  file.actions = std::move(document->actions);
  return {std::move(file), document.diagnostics()};
}

network::ExpansionOptions expansion_options(const std::vector<model::Action>& actions,
                                            const ExpansionRequest& request)
{
  network::ExpansionOptions options;
  options.threads = request.threads;
  options.progress = request.progress;
  network::ExpansionLimits& limits = options.limits;
  for (const model::Action& action : actions) {
    if (action.name != "generate_network") continue;
    limits.max_iterations = network::ExpansionLimits{}.max_iterations;
    limits.max_molecules = network::ExpansionLimits{}.max_molecules;
    limits.max_stoich.clear();
    apply(action, limits);
  }
  limits.max_species = request.max_species.value_or(limits.max_species);
  limits.max_bytes = request.max_bytes.value_or(limits.max_bytes);
  limits.max_iterations = request.max_iterations.value_or(limits.max_iterations);
  limits.max_molecules = request.max_molecules.value_or(limits.max_molecules);
  return options;
}

ExpandedNetwork network_of(const ModelFile& file, const ExpansionRequest& request)
{
  if (file.network) return {*file.network, {}};
  std::vector<std::size_t> seeds(file.model->seeds.size());
  std::iota(seeds.begin(), seeds.end(), std::size_t{0});
  network::Expansion expansion(*file.model, expansion_options(file.actions, request));
  std::vector<Diagnostic> stopped_by = expansion.extend(seeds);
  return {std::move(expansion).network(), std::move(stopped_by)};
}

std::string explain_in(const std::string& path, const std::vector<Diagnostic>& diagnostics)
{
  const Checked<std::string> source = read_text(path);
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics) {
    const bool is_here = source && diagnostic.span.file == path;
    text += is_here ? language::explain(diagnostic, *source) : to_string(diagnostic);
    if (text.empty() || text.back() != '\n') text += '\n';
  }
  return text;
}

}  // namespace rascade::service
