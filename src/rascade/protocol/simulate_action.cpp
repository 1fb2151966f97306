// SPDX-License-Identifier: MIT
#include "rascade/protocol/simulate_action.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <functional>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "rascade/ode/integrator.hpp"
#include "rascade/protocol/data_file.hpp"
#include "rascade/protocol/mistake.hpp"
#include "rascade/random/stream.hpp"
#include "rascade/ssa/simulator.hpp"

namespace rascade::protocol {
namespace {

constexpr long most_steps = 50'000'000;  // of one run of the stiff solver

enum class Method { ode, ssa };

Method method_of(const Arguments& args)
{
  std::string name = args.text("method", "");
  if (args.action() == "simulate_ode") name = "ode";
  if (args.action() == "simulate_ssa") name = "ssa";
  if (name == "ode" || name == "cvode") return Method::ode;
  if (name == "ssa") return Method::ssa;
  if (name.empty()) throw Mistake("E1704", args.span(), "simulate needs method=>\"ode\" or \"ssa\"");
  throw Mistake("E1702", args.span(), fmt::format("the method \"{}\" is not offered", name),
                "Use method=>\"ode\" or method=>\"ssa\".");
}

/// The times of the rows; the first is the start.
std::vector<double> times_of(const Arguments& args, double start)
{
  std::vector<double> times{start};
  const bool has_steps = args.has("n_steps") || args.has("n_output_steps");
  if (has_steps || !args.has("sample_times")) {
    const double end = args.number("t_end");
    const std::size_t steps = args.count("n_output_steps", args.count("n_steps", 1));
    if (steps < 1 || !(end > start)) {
      throw Mistake("E1703", args.span(),
                    fmt::format("nothing to simulate from t_start = {} to t_end = {} in {} steps",
                                start, end, steps));
    }
    const double step = (end - start) / static_cast<double>(steps);
    for (std::size_t i = 1; i <= steps; ++i) {
      times.push_back(i == steps ? end : start + static_cast<double>(i) * step);
    }
    return times;
  }
  std::vector<double> sampled = args.numbers("sample_times");
  if (args.has("t_end")) sampled.push_back(args.number("t_end"));
  std::sort(sampled.begin(), sampled.end());
  for (const double t : sampled) {
    if (t > times.back()) times.push_back(t);
  }
  if (sampled.size() < 3 || times.size() < 2) {
    throw Mistake("E1703", args.span(), "'sample_times' needs three or more times after the start");
  }
  return times;
}

double start_of(const State& state, const Arguments& args)
{
  const bool goes_on = args.flag("continue", false);
  const double start = args.number("t_start", goes_on ? state.time : 0.0);
  if (goes_on && std::abs(start - state.time) > 1e-9 * std::max(1.0, std::abs(start))) {
    throw Mistake("E1703", args.span(),
                  fmt::format("t_start = {} must be the present time {} to continue", start,
                              state.time));
  }
  return start;
}

/// One run: rows go to the files as they come.
class Simulation {
 public:
  Simulation(State& state, const Arguments& args, const SimulateRequest& request)
      : state_(state),
        args_(args),
        method_(method_of(args)),
        times_(times_of(args, start_of(state, args))),
        parameters_(state.parameters()),
        evaluator_(stop_system(), parameters_),
        prefix_(request.prefix)
  {
    const bool goes_on = args.flag("continue", false);
    skip_first_ = goes_on;
    print_all_species_ = args.flag("print_CDAT", true);
    num_columns_ = args.flag("print_functions", false) ? num_named_outputs()
                                                       : state.network->observables.size();
    const auto names = evaluator_.system().output_names().first(num_columns_);
    titles_.assign(names.begin(), names.end());
    if (!titles_.empty()) observed_.emplace(prefix_ + ".gdat", titles_, goes_on);
    std::vector<std::string> species;
    for (std::size_t s = 1; s <= state.network->species.size(); ++s) {
      species.push_back(fmt::format("S{}", s));
    }
    if (!state.whole) amounts_.emplace(prefix_ + ".cdat", species, goes_on);
  }

  SimulateResult run()
  {
    const std::vector<double> start = state_.amounts_now();
    try {
      last_ = method_ == Method::ode ? run_ode(start) : run_ssa(start);
    } catch (const std::runtime_error& error) {
      throw Mistake("E1706", args_.span(), error.what());
    }
    state_.has_run = true;
    if (amounts_ && !print_all_species_) amounts_->add(state_.time, last_);
    finish();
    return {titles_, row_};
  }

 private:
  /// With the condition to stop as one more function.
  simulate::RateSystem stop_system()
  {
    if (!args_.has("stop_if")) return state_.system();
    network::Network with_stop = *state_.network;
    model::Function stop;
    stop.name = "_stop_if";
    stop.value = read_formula(args_.text("stop_if", ""), args_.span());
    with_stop.functions.push_back(std::move(stop));
    auto compiled = simulate::RateSystem::compile(with_stop, {});
    if (!compiled) throw Mistake(compiled.diagnostics());
    has_stop_ = true;
    return *std::move(compiled);
  }

  std::size_t num_named_outputs()
  {
    return state_.network->observables.size() + state_.network->functions.size();
  }

  std::vector<double> run_ode(const std::vector<double>& start)
  {
    simulate::Tolerances tolerances;
    tolerances.relative = args_.number("rtol", 1e-8);
    tolerances.absolute = args_.number("atol", 1e-8);
    tolerances.absolute_by_species = own_tolerances(tolerances.absolute);
    tolerances.max_steps = static_cast<long>(args_.count("max_sim_steps", most_steps));
    ode::Integrator integrator(simulate::Evaluator(evaluator_.system(), parameters_), tolerances);
    const bool until_steady = args_.flag("steady_state", false);
    if (until_steady) {
      if (const auto rest = find_rest(integrator, start)) return record_rest(start, *rest);
    }
    std::vector<double> last;
    bool is_steady = false;
    integrator.follow(start, times_, {}, [&](std::size_t i, std::span<const double> y) {
      last.assign(y.begin(), y.end());
      if (!record(i, y)) return false;
      is_steady = until_steady && i > 0 && changes_less(i, y, tolerances.absolute);
      return !is_steady;
    });
    if (is_steady) state_.say(fmt::format("Steady state reached at t = {}", state_.time));
    if (until_steady && !is_steady && !stopped_) {
      throw Mistake("E1706", args_.span(),
                    fmt::format("no steady state by t_end = {}", times_.back()),
                    "Give a later t_end, or leave steady_state=>1 out.");
    }
    return last;
  }

  /// By Newton's method, which has no rows in between. Nothing if there is no such state by t_end:
  /// then integration finds out what there is.
  std::optional<std::vector<double>> find_rest(ode::Integrator& integrator,
                                               const std::vector<double>& start)
  {
    const bool has_rows_between = times_.size() != 2;
    if (has_rows_between || has_stop_ || evaluator_.system().depends_on_time()) return std::nullopt;
    try {
      return integrator.steady_state(start, {}, times_.back() - times_.front());
    } catch (const simulate::IntegrationFailed&) {
      return std::nullopt;
    }
  }

  std::vector<double> record_rest(const std::vector<double>& start, const std::vector<double>& rest)
  {
    record(0, start);
    record(1, rest);
    state_.say(fmt::format("Steady state reached by t = {}", state_.time));
    return rest;
  }

  /// Of what stands for several species, the least of theirs.
  std::vector<double> own_tolerances(double otherwise) const
  {
    if (state_.request.tolerances.empty()) return {};
    const network::Network& named = state_.whole ? state_.whole->network : *state_.network;
    const auto all = absolute_tolerances(named, state_.request.document.model,
                                         state_.request.tolerances, otherwise);
    if (!all) throw Mistake(all.diagnostics());
    if (!state_.whole) return *all;
    return least_of_each(*all, state_.whole->place, state_.network->species.size());
  }

  /// |dy/dt| / n below the absolute tolerance.
  bool changes_less(std::size_t i, std::span<const double> y, double tolerance)
  {
    std::vector<double> slope(y.size());
    evaluator_.rhs(times_[i], y, {}, slope);
    double square = 0.0;
    for (const double v : slope) square += v * v;
    return std::sqrt(square) / static_cast<double>(y.size()) < tolerance;
  }

  std::vector<double> run_ssa(const std::vector<double>& start)
  {
    ssa::Simulator simulator(*state_.network, state_.system(), parameters_);
    random::Stream own(state_.request.seed, {state_.num_stochastic_runs++});
    std::uint64_t seed = own.bits();
    seed = seed << 32 | own.bits();
    if (args_.has("seed")) seed = args_.count("seed", 0);
    return simulator.run(start, times_, seed, [&](std::size_t i, std::span<const double> y) {
      return record(i, y);
    });
  }

  /// Writes a row; false if the condition to stop is met.
  bool record(std::size_t i, std::span<const double> y)
  {
    std::vector<double>& outputs = outputs_;
    outputs.resize(evaluator_.system().num_outputs());
    evaluator_.outputs(times_[i], y, {}, outputs);
    state_.time = times_[i];
    stopped_ = has_stop_ && outputs.back() != 0.0 && i > 0;
    const double length = times_.back() - times_.front();
    state_.report({method_ == Method::ode ? "ode" : "ssa", (times_[i] - times_.front()) / length,
                   y.size(), state_.network->reactions.size(), 0});
    row_.assign(outputs.begin(), outputs.begin() + static_cast<std::ptrdiff_t>(num_columns_));
    if (i == 0 && skip_first_) return true;
    if (stopped_ && !args_.flag("print_on_stop", true)) return false;
    if (observed_) observed_->add(times_[i], row_);
    if (amounts_ && (print_all_species_ || i == 0)) amounts_->add(times_[i], y);
    return !stopped_;
  }

  void finish()
  {
    if (observed_) {
      observed_->finish();
      state_.outcome.files.push_back(prefix_ + ".gdat");
    }
    if (amounts_) {
      amounts_->finish();
      state_.outcome.files.push_back(prefix_ + ".cdat");
    }
    state_.amounts.clear();
    for (const double amount : last_) state_.amounts.push_back(number(amount));
  }

  State& state_;
  const Arguments& args_;
  Method method_;
  std::vector<double> times_;
  std::vector<double> parameters_;
  bool has_stop_ = false;  // set while the evaluator is made
  simulate::Evaluator evaluator_;
  std::string prefix_;
  bool skip_first_ = false;
  bool print_all_species_ = true;
  bool stopped_ = false;
  std::size_t num_columns_ = 0;
  std::vector<std::string> titles_;
  std::optional<DataFile> observed_;
  std::optional<DataFile> amounts_;
  std::vector<double> outputs_;  // of the present row, with those that are not printed
  std::vector<double> row_;
  std::vector<double> last_;
};

/// E1709.
void refuse_what_needs_all_species(const Arguments& args, bool is_stochastic)
{
  const bool wants_amounts = args.has("print_CDAT") && args.flag("print_CDAT", true);
  if (!is_stochastic && !wants_amounts) return;
  throw Mistake("E1709", args.span(),
                is_stochastic ? "stochastic runs need the whole network"
                              : "print_CDAT=>1 needs all species, and a reduced network has not",
                "Leave --reduce out, or take this out of the file.");
}

}  // namespace

SimulateResult simulate(State& state, const Arguments& args, const SimulateRequest& request)
{
  args.allow_only({"method", "prefix", "suffix", "verbose", "t_start", "t_end", "n_steps",
                   "n_output_steps", "sample_times", "atol", "rtol", "sparse", "steady_state",
                   "continue", "seed", "print_CDAT", "print_functions", "print_end", "print_net",
                   "save_progress", "max_sim_steps", "output_step_interval", "stop_if",
                   "print_on_stop", "print_n_species_active", "netfile", "expand",
                   "update_interval", "get_final_state", "equil", "complex", "nocslf", "gml",
                   // of a scan that simulates
                   "parameter", "par_min", "par_max", "n_scan_pts", "log_scale", "par_scan_vals",
                   "reset_conc", "parallel", "num_cores"});
  const bool is_stochastic = method_of(args) == Method::ssa;  // before the network is made
  if (state.request.reduces) refuse_what_needs_all_species(args, is_stochastic);
  const bool writes_net = !state.network || args.has("prefix") || args.has("suffix") ||
                          !std::filesystem::exists(request.prefix + ".net");
  state.need_network();
  if (writes_net && !request.is_scan && state.knows_all_amounts()) {
    state.write_net(request.prefix + ".net");
  }
  return Simulation(state, args, request).run();
}

}  // namespace rascade::protocol
