// SPDX-License-Identifier: MIT
#include "rascade/protocol/state.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

#include <fmt/format.h>

#include "rascade/base/text.hpp"
#include "rascade/language/print_model.hpp"
#include "rascade/network/evaluation_order.hpp"
#include "rascade/protocol/data_file.hpp"
#include "rascade/protocol/mistake.hpp"

namespace rascade::protocol {

using model::Expression;

State::State(Request r) : request(std::move(r)) {}

void State::need_network()
{
  if (network) return;
  network::ExpansionLimits limits;
  limits.max_iterations = 100;
  expand_network(limits);
}

void State::expand_network(const network::ExpansionLimits& limits)
{
  network::ExpansionOptions options;
  options.limits = limits;
  options.threads = request.threads;
  options.progress = [this](const network::ExpansionProgress& p) {
    report({"network", 0.0, p.num_species, p.num_reactions, p.num_bytes});
  };
  auto made = network::expand(request.document.model, options);
  if (!made) throw Mistake(made.diagnostics());
  say(fmt::format("Network: {} species, {} reactions", made->species.size(),
                  made->reactions.size()));
  take_network(*std::move(made));
}

/// Species that were there before keep their amounts.
void State::take_network(network::Network made)
{
  if (request.reduces) return take_reduced(std::move(made));
  std::map<std::string, Expression> before;
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    before.emplace(network->species[i].name, std::move(amounts[i]));
  }
  network = std::move(made);
  amounts.clear();
  for (const network::NetworkSpecies& species : network->species) {
    const auto known = before.find(species.name);
    amounts.push_back(known == before.end() ? species.amount : known->second);
  }
  system_.reset();
  has_run = false;
}

const simulate::RateSystem& State::system()
{
  need_network();
  if (!system_) {
    auto compiled = simulate::RateSystem::compile(*network, {});
    if (!compiled) throw Mistake(compiled.diagnostics());
    system_ = *std::move(compiled);
    overrides_.clear();
  }
  return *system_;
}

std::vector<double> State::parameters()
{
  std::vector<simulate::Override> overrides;
  const simulate::RateSystem& compiled = system();
  for (const auto& [index, value] : overrides_) {
    overrides.push_back({simulate::ParameterIndex(index), value});
  }
  return compiled.parameter_values(overrides);
}

std::vector<double> State::amounts_now()
{
  std::vector<double> result;
  Values names = values(false);
  for (const Expression& amount : amounts) {
    const bool is_number = amount.kind == Expression::Kind::number;
    result.push_back(is_number ? amount.number : names.evaluate(amount));
  }
  return result;
}

void State::set_parameter(const std::string& name, Expression value, const Span& span)
{
  const auto is_it = [&](const model::Parameter& p) { return p.name == name; };
  std::vector<model::Parameter>& all = request.document.model.parameters;
  const auto place = std::find_if(all.begin(), all.end(), is_it);
  if (place != all.end()) place->value = value;
  if (network) {
    std::vector<model::Parameter>& own = network->parameters;
    const auto there = std::find_if(own.begin(), own.end(), is_it);
    if (there != own.end()) {
      const bool was_number = there->value.kind == Expression::Kind::number;
      const bool is_number = value.kind == Expression::Kind::number;
      there->value = value;
      const auto index = static_cast<std::size_t>(there - own.begin());
      if (is_number) overrides_[index] = value.number;
      if (!is_number || !was_number) {
        own = network::evaluation_order(own);
        system_.reset();
      }
      return;
    }
  }
  if (place == all.end()) {
    std::vector<std::string> names;
    for (const model::Parameter& p : all) names.push_back(p.name);
    throw Mistake("E1708", span, fmt::format("there is no parameter '{}'", name),
                  suggest(name, names));
  }
}

void State::restore_parameters(const std::vector<model::Parameter>& saved)
{
  request.document.model.parameters = saved;
  if (!network) return;
  for (model::Parameter& p : network->parameters) {
    for (const model::Parameter& s : saved) {
      if (s.name == p.name) p.value = s.value;
    }
  }
  network->parameters = network::evaluation_order(network->parameters);
  system_.reset();
}

std::size_t State::find_species(const std::string& pattern, const Span& span)
{
  need_network();
  if (const auto found = index_of(*network, pattern, span)) return *found;
  throw Mistake("E1705", span, fmt::format("the network has no species {}", pattern));
}

std::optional<std::size_t> State::index_of(const network::Network& in, const std::string& pattern,
                                           const Span& span) const
{
  const auto find = [&](const std::string& name) -> std::optional<std::size_t> {
    for (std::size_t i = 0; i < in.species.size(); ++i) {
      if (in.species[i].name == name) return i;
    }
    return std::nullopt;
  };
  if (const auto found = find(pattern)) return found;
  if (request.document.model.molecule_types.empty()) return std::nullopt;
  return find(canonical_name(pattern, span));
}

/// As the network writes it: a model of nothing else is expanded.
std::string State::canonical_name(const std::string& pattern, const Span& span) const
{
  model::Model bare;
  bare.parameters = request.document.model.parameters;
  bare.compartments = request.document.model.compartments;
  bare.molecule_types = request.document.model.molecule_types;
  const std::string text = language::print_model(bare);
  auto parsed = language::parse_model(
      text + "\nbegin seed species\n" + pattern + " 1\nend seed species\n", span.file);
  if (!parsed) {
    std::vector<Diagnostic> all = parsed.diagnostics();
    for (Diagnostic& d : all) d.span = span;
    throw Mistake(std::move(all));
  }
  const auto expanded = network::expand(*parsed);
  if (!expanded || expanded->species.empty()) {
    throw Mistake("E1705", span, fmt::format("{} is no species", pattern));
  }
  return expanded->species[0].name;
}

Values State::values(bool with_observables)
{
  Values result;
  if (!network) {
    for (const model::Parameter& p :
         network::evaluation_order(request.document.model.parameters)) {
      result.set(p.name, result.evaluate(p.value));
    }
    return result;
  }
  const std::vector<double> own = parameters();
  for (std::size_t p = 0; p < own.size(); ++p) result.set(network->parameters[p].name, own[p]);
  result.set("time", time);
  if (!with_observables) return result;
  simulate::Evaluator evaluator(system(), own);
  std::vector<double> outputs(system().num_outputs());
  evaluator.outputs(time, amounts_now(), {}, outputs);
  for (std::size_t o = 0; o < outputs.size(); ++o) {
    result.set(system().output_names()[o], outputs[o]);
  }
  return result;
}

Arguments State::arguments(const model::Action& action)
{
  return {action, [this](const Expression& e) {
            if (e.kind == Expression::Kind::number) return e.number;
            return values(false).evaluate(e);
          }};
}

std::string State::path(const std::string& prefix) const
{
  const bool is_plain = request.folder.empty() || std::filesystem::path(prefix).is_absolute();
  return is_plain ? prefix : (std::filesystem::path(request.folder) / prefix).string();
}

void State::write(const std::string& path, const std::string& text)
{
  write_whole(path, text);
  outcome.files.push_back(path);
  say(fmt::format("Wrote {}", path));
}

void State::say(const std::string& line) const
{
  if (request.say) request.say(line);
}

void State::report(const Progress& progress) const
{
  if (request.progress) request.progress(progress);
}

}  // namespace rascade::protocol
