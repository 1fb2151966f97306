// SPDX-License-Identifier: MIT
#include "rascade/protocol/scan.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <utility>

#include <fmt/format.h>

#include "rascade/protocol/data_file.hpp"
#include "rascade/protocol/mistake.hpp"
#include "rascade/protocol/simulate_action.hpp"

namespace rascade::protocol {
namespace {

struct Scan {
  std::string parameter;
  std::vector<double> values;
  std::vector<SimulateResult> results;  // [n_values]
};

std::vector<double> values_of(const Arguments& args)
{
  const bool has_range = args.has("par_min") && args.has("par_max") && args.has("n_scan_pts");
  if (!has_range && args.has("par_scan_vals")) return args.numbers("par_scan_vals");
  const bool is_log = args.flag("log_scale", false);
  double low = args.number("par_min"), high = args.number("par_max");
  const std::size_t points = args.count("n_scan_pts", 0);
  if (is_log && !(low > 0.0 && high > 0.0)) {
    throw Mistake("E1703", args.span(), "a logarithmic scan needs limits above zero");
  }
  if (points < 1 || (points == 1 && low != high)) {
    throw Mistake("E1703", args.span(), "a scan needs 'n_scan_pts' of two or more");
  }
  if (is_log) low = std::log(low), high = std::log(high);
  const double step = points > 1 ? (high - low) / static_cast<double>(points - 1) : 0.0;
  std::vector<double> values;
  for (std::size_t i = 0; i < points; ++i) {
    const double value = low + static_cast<double>(i) * step;
    values.push_back(is_log ? std::exp(value) : value);
  }
  return values;
}

std::string basename_of(const State& state, const Arguments& args, const std::string& suffix)
{
  const std::string end = suffix.empty() ? args.text("parameter", "") : suffix;
  return state.path(args.text("prefix", state.request.name)) + "_" + end;
}

Scan run_scan(State& state, const Arguments& args, const std::string& basename,
              std::vector<double> values, bool resets)
{
  if (args.text("method", "") == "protocol") {
    throw Mistake("E1702", args.span(), "scans of a protocol block are not offered");
  }
  Scan scan{args.text("parameter", ""), std::move(values), {}};
  if (scan.parameter.empty()) throw Mistake("E1704", args.span(), "a scan needs 'parameter'");
  state.need_network();
  const std::string stem = std::filesystem::path(basename).filename().string();
  const std::vector<model::Expression> before = state.amounts;
  state.saved_amounts["SCAN"] = before;
  for (std::size_t k = 0; k < scan.values.size(); ++k) {
    state.set_parameter(scan.parameter, number(scan.values[k]), args.span());
    if (resets) state.amounts = before;
    const std::string point = fmt::format("{}/{}_{:05}", basename, stem, k + 1);
    scan.results.push_back(simulate(state, args, {point, true}));
    const auto done = static_cast<double>(k + 1) / static_cast<double>(scan.values.size());
    state.report({"scan", done, state.network->species.size(), state.network->reactions.size(), 0});
  }
  if (resets) state.amounts = before;
  return scan;
}

std::string scan_text(const Scan& scan)
{
  std::string text = fmt::format("# {:>14}", scan.parameter);
  if (scan.results.empty()) return text + "\n";
  for (const std::string& title : scan.results[0].titles) text += fmt::format(" {:>16}", title);
  text += "\n";
  for (std::size_t k = 0; k < scan.values.size(); ++k) {
    text += fmt::format("{:16.8e}", scan.values[k]);
    for (const double value : scan.results[k].values) text += fmt::format(" {:16.8e}", value);
    text += "\n";
  }
  return text;
}

}  // namespace

void scan_parameter(State& state, const model::Action& action)
{
  const Arguments args = state.arguments(action);
  const std::string basename = basename_of(state, args, args.text("suffix", ""));
  remove_table(basename + ".scan");
  const Scan scan =
      run_scan(state, args, basename, values_of(args), args.flag("reset_conc", true));
  state.write(basename + ".scan", scan_text(scan));
}

void bifurcate(State& state, const model::Action& action)
{
  const Arguments args = state.arguments(action);
  const std::string suffix = args.text("suffix", "");
  const std::string lead = suffix.empty() ? "" : suffix + "_";
  std::vector<double> values = values_of(args);
  state.need_network();
  const std::string basename = basename_of(state, args, lead + "bifurcation");
  const auto path = [&](const std::string& title) { return basename + "_" + title + ".scan"; };
  for (const network::NetworkObservable& o : state.network->observables) remove_table(path(o.name));
  const Scan there =
      run_scan(state, args, basename_of(state, args, lead + "forward"), values, false);
  std::reverse(values.begin(), values.end());
  const Scan back =
      run_scan(state, args, basename_of(state, args, lead + "backward"), values, false);
  const std::size_t points = values.size();
  for (std::size_t o = 0; points > 0 && o < there.results[0].titles.size(); ++o) {
    const std::string& title = there.results[0].titles[o];
    std::string text = fmt::format("# {:>14} {:>16} {:>16}\n", there.parameter, title + "_fwd",
                                   title + "_bwd");
    for (std::size_t k = 0; k < points; ++k) {
      text += fmt::format("{:16.8e} {:16.8e} {:16.8e}\n", there.values[k],
                          there.results[k].values[o], back.results[points - 1 - k].values[o]);
    }
    state.write(path(title), text);
  }
}

}  // namespace rascade::protocol
