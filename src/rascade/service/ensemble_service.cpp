// SPDX-License-Identifier: MIT
#include "rascade/service/ensemble_service.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>
#include <optional>
#include <utility>

#include "rascade/base/text.hpp"
#include "rascade/ensemble/run_members.hpp"
#include "rascade/network/print_net.hpp"
#include "rascade/ode/integrator.hpp"
#include "rascade/service/cannot_write.hpp"
#include "rascade/service/draft_file.hpp"
#include "rascade/service/ensemble_draws.hpp"
#include "rascade/service/ensemble_output.hpp"
#include "rascade/service/session.hpp"

namespace rascade::service {
namespace {

using simulate::RateSystem;

constexpr std::size_t most_warnings = 10;

Diagnostic mistake(const char* code, const std::string& where, std::string message,
                   std::string hint)
{
  return {Severity::error, code, {where, 0, 0, 0}, std::move(message), std::move(hint)};
}

std::vector<Diagnostic> check(const EnsembleRequest& request)
{
  std::vector<Diagnostic> mistakes;
  const bool has_members = request.members > 0, has_draws = !request.draws_file.empty();
  if (has_members == has_draws || (has_draws && !request.varied.empty())) {
    mistakes.push_back(mistake("E2714", request.file, "an ensemble needs one source of members",
                               "Give --draws TABLE, or --members N and what to --vary."));
  }
  if (has_members && request.varied.empty()) {
    mistakes.push_back(mistake("E2714", request.file, "nothing differs between the members",
                               "Say what varies: --vary 'name=lognormal(median,cv)'."));
  }
  if (!(request.end > 0.0 && std::isfinite(request.end)) || request.points == 0) {
    mistakes.push_back(mistake("E2716", request.file, "there is no time to simulate",
                               "Give --t-end in seconds, above zero, and --points of 1 or more."));
  }
  if (!(request.relative > 0.0 && request.absolute > 0.0)) {
    mistakes.push_back(mistake("E2716", request.file, "a tolerance must be above zero",
                               "Leave --rtol and --atol out for 1e-6 and 1e-3."));
  }
  return mistakes;
}

struct Outputs {
  std::vector<std::string> names;
  std::vector<std::size_t> places;  // among the system's outputs
};

Checked<Outputs> find_outputs(const EnsembleRequest& request, const RateSystem& system)
{
  const std::vector<std::string> known(system.output_names().begin(), system.output_names().end());
  Outputs outputs;
  std::vector<Diagnostic> mistakes;
  for (const std::string& name : request.outputs.empty() ? known : request.outputs) {
    if (const auto place = system.find_output(name)) {
      outputs.names.push_back(name);
      outputs.places.push_back(*place);
    } else {
      mistakes.push_back(mistake("E2715", "--outputs",
                                 fmt::format("the model has no observable or function '{}'", name),
                                 suggest(name, known)));
    }
  }
  if (mistakes.empty() && outputs.names.empty()) {
    mistakes.push_back(mistake("E2715", request.file, "the model has no observable or function",
                               "Add what you want to see to its observables."));
  }
  if (!mistakes.empty()) return mistakes;
  return outputs;
}

std::vector<double> times_of(const EnsembleRequest& request)
{
  std::vector<double> times;
  const auto n = static_cast<double>(request.points);
  for (std::size_t i = 0; i <= request.points; ++i) {
    times.push_back(request.end * static_cast<double>(i) / n);
  }
  return times;
}

/// All that members have in common; the members themselves are made from it.
struct Setting {
  network::Network network;
  RateSystem system;
  EnsembleDraws draws;
  Outputs outputs;
  std::vector<double> times;
  simulate::Tolerances tolerances;
};

/// Simulates one member after the other in the same memory.
class Worker {
 public:
  explicit Worker(const Setting& setting)
      : setting_(setting),
        integrator_(simulate::Evaluator(setting.system, setting.system.parameter_values({})),
                    setting.tolerances)
  {
  }

  MemberResult operator()(std::size_t member)
  {
    const auto parameters = setting_.system.parameter_values(setting_.draws.overrides(member));
    integrator_.evaluator().set_parameters(parameters);
    try {
      const simulate::Trajectory course =
          integrator_.integrate(setting_.system.initial_amounts(parameters), setting_.times);
      return {pick(course), std::nullopt};
    } catch (const simulate::IntegrationFailed& failure) {
      return {{}, failure.what()};
    }
  }

 private:
  std::vector<double> pick(const simulate::Trajectory& course) const
  {
    std::vector<double> values;
    values.reserve(course.times.size() * setting_.outputs.places.size());
    for (std::size_t t = 0; t < course.times.size(); ++t) {
      for (const std::size_t place : setting_.outputs.places)
        values.push_back(course.row(t)[place]);
    }
    return values;
  }

  const Setting& setting_;
  ode::Integrator integrator_;
};

Checked<EnsembleDraws> draws_of(const EnsembleRequest& request, const network::Network& network,
                                const RateSystem& system)
{
  std::vector<std::string> names;
  for (const model::Parameter& p : network.parameters) names.push_back(p.name);
  if (request.draws_file.empty()) {
    return EnsembleDraws::vary(request.varied, request.members, request.seed, system, names);
  }
  const Checked<std::string> text = read_text(request.draws_file);
  if (!text) return text.diagnostics();
  return EnsembleDraws::read(*text, request.draws_file, system, names);
}

Checked<Setting> prepare(const EnsembleRequest& request)
{
  std::vector<Diagnostic> mistakes = check(request);
  if (!mistakes.empty()) return mistakes;
  const Checked<ModelFile> file = read_model_file(request.file);
  if (!file) return file.diagnostics();
  ExpandedNetwork expanded = network_of(*file, request.expansion);
  if (!expanded.stopped_by.empty()) return expanded.stopped_by;
  const Checked<RateSystem> system = RateSystem::compile(expanded.network, {});
  if (!system) return system.diagnostics();
  const auto outputs = find_outputs(request, *system);
  if (!outputs) mistakes = outputs.diagnostics();
  const auto draws = draws_of(request, expanded.network, *system);
  if (!draws)
    mistakes.insert(mistakes.end(), draws.diagnostics().begin(), draws.diagnostics().end());
  if (!mistakes.empty()) return mistakes;
  return {Setting{std::move(expanded.network),
                  *system,
                  *draws,
                  *outputs,
                  times_of(request),
                  {.relative = request.relative, .absolute = request.absolute}},
          file.diagnostics()};
}

/// Of what decides a member's numbers.
std::string key_of(const EnsembleRequest& request, const Setting& setting)
{
  std::string key = fmt::format("ensemble seed {} varied {} end {} points {} tolerances {} {}\n",
                                request.seed, fmt::join(request.varied, " "), request.end,
                                request.points, request.relative, request.absolute);
  key += fmt::format("outputs {}\n", fmt::join(setting.outputs.names, " "));
  key += network::print_net(setting.network);
  return key + setting.draws.to_table();
}

std::vector<std::string> notes_of(const EnsembleRequest& request, const Setting& setting)
{
  std::vector<std::string> notes{
      fmt::format("{}: {} members, seed {}", request.file, setting.draws.num_members(),
                  request.seed),
      fmt::format(
          "differ in: {}",
          fmt::join(request.varied.empty() ? std::vector<std::string>(setting.draws.names().begin(),
                                                                      setting.draws.names().end())
                                           : request.varied,
                    ", ")),
      "time in s; observables in molecules (as the model counts them), functions as defined"};
  if (request.is_summary) {
    notes.emplace_back(
        "over members: n, mean, standard deviation, quantiles (beyond 1000 members "
        "within 0.1 %)");
  }
  return notes;
}

/// Runs all members into the output. Returns warnings about those that failed.
std::vector<Diagnostic> run_all(const EnsembleRequest& request, const Setting& setting,
                                const ensemble::Control& control, EnsembleOutput& output)
{
  std::vector<Diagnostic> warnings;
  const auto take = [&](std::size_t member, const MemberResult& result) {
    output.add(member, result);
    if (!result.failure || warnings.size() >= most_warnings) return;
    warnings.push_back({Severity::warning,
                        "E2721",
                        {request.file, 0, 0, 0},
                        fmt::format("member {}: {}", member + 1, *result.failure),
                        "Its rows are nan. Look at its draw, or tighten --rtol and --atol."});
  };
  ensemble::run_members<MemberResult>(
      control, "members", setting.draws.num_members(), [&setting] { return Worker(setting); },
      take);
  output.finish();
  return warnings;
}

}  // namespace

Checked<EnsembleResponse> run_ensemble(const EnsembleRequest& request, const LongRun& run,
                                       const WriteText& write)
{
  const Checked<Setting> setting = prepare(request);
  if (!setting) return setting.diagnostics();
  if (!request.save_draws.empty()) {
    DraftFile table(request.save_draws);
    table.write(setting->draws.to_table());
    if (!table.finish()) return cannot_write(request.save_draws);
  }
  const auto control = control_of(run, request.threads, key_of(request, *setting));
  if (!control) return control.diagnostics();
  std::optional<DraftFile> file;
  if (!request.out.empty() && !file.emplace(request.out).is_open())
    return cannot_write(request.out);
  const WriteText into = file ? [&file](std::string_view text) { file->write(text); } : write;
  const EnsembleShape shape{setting->times, setting->outputs.names, request.is_summary};
  EnsembleOutput output(into, request.as_json, notes_of(request, *setting), shape);
  std::vector<Diagnostic> warnings = run_all(request, *setting, *control, output);
  warnings.insert(warnings.begin(), setting.diagnostics().begin(), setting.diagnostics().end());
  if (file && !file->finish()) return cannot_write(request.out);
  if (control->journal) control->journal->remove();
  return {{output.num_members(), output.num_failed()}, std::move(warnings)};
}

}  // namespace rascade::service
