// SPDX-License-Identifier: MIT
#include "rascade/protocol/run_actions.hpp"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <map>
#include <string_view>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "rascade/language/print_model.hpp"
#include "rascade/network/read_net.hpp"
#include "rascade/protocol/mistake.hpp"
#include "rascade/protocol/scan.hpp"
#include "rascade/protocol/simulate_action.hpp"
#include "rascade/protocol/state.hpp"

namespace rascade::protocol {
namespace {

using model::Action;
using model::ActionValue;

constexpr int deepest_file = 8;  // of files that read files

class Runner {
 public:
  explicit Runner(Request request) : state_(std::move(request)) {}

  Checked<Outcome> run()
  {
    try {
      const std::vector<Action> actions = std::move(state_.request.document.actions);
      run_all(actions, 0);
    } catch (const Mistake& mistake) {
      return mistake.diagnostics;
    }
    return std::move(state_.outcome);
  }

 private:
  using Do = void (Runner::*)(const Action&);

  void run_all(const std::vector<Action>& actions, int depth)
  {
    depth_ = depth;
    for (const Action& action : actions) {
      if (action.name != "setConcentration" && action.name != "addConcentration") continue;
      const auto species = state_.arguments(action).optional_text_at(0);
      if (species) state_.set_species.push_back(*species);
    }
    for (const Action& action : actions) {
      if (has_quit_) return;
      state_.here = action.span;
      perform(action);
    }
  }

  void perform(const Action& action)
  {
    static const std::map<std::string_view, Do> known{
        {"generate_network", &Runner::generate_network}, {"simulate", &Runner::simulate_once},
        {"simulate_ode", &Runner::simulate_once}, {"simulate_ssa", &Runner::simulate_once},
        {"parameter_scan", &Runner::scan}, {"bifurcate", &Runner::go_there_and_back},
        {"setParameter", &Runner::set_parameter}, {"setConcentration", &Runner::set_amount},
        {"addConcentration", &Runner::add_amount}, {"saveConcentrations", &Runner::save_amounts},
        {"resetConcentrations", &Runner::reset_amounts},
        {"saveParameters", &Runner::save_parameters},
        {"resetParameters", &Runner::reset_parameters}, {"writeNetwork", &Runner::write_network},
        {"writeNET", &Runner::write_network}, {"writeModel", &Runner::write_model},
        {"writeBNGL", &Runner::write_model}, {"writeFile", &Runner::write_network},
        {"writeSBML", &Runner::write_sbml}, {"readFile", &Runner::read_file},
        {"quit", &Runner::quit}, {"setOption", &Runner::nothing},
        {"setModelName", &Runner::nothing}, {"version", &Runner::nothing},
        {"codename", &Runner::nothing}, {"substanceUnits", &Runner::nothing}};
    static const std::map<std::string_view, std::string_view> refused{
        {"simulate_nf", "network-free simulation"}, {"simulate_pla", "the method pla"},
        {"simulate_psa", "the method psa"}, {"visualize", "drawing"}, {"writeXML", "this format"},
        {"writeMfile", "this format"}, {"writeMexfile", "this format"},
        {"writeMEXfile", "this format"}, {"writeMDL", "this format"},
        {"writeSSC", "this format"}, {"writeSSCcfg", "this format"},
        {"writeLatex", "this format"}, {"writeLaTeXfile", "this format"},
        {"writeCPPfile", "this format"}, {"writeCPYfile", "this format"},
        {"writeSBMLMulti", "this format"}, {"generate_hybrid_model", "hybrid simulation"},
        {"readSBML", "reading SBML"}, {"LinearParameterSensitivity", "this analysis"}};
    if (const auto found = known.find(action.name); found != known.end()) {
      return (this->*found->second)(action);
    }
    if (const auto found = refused.find(action.name); found != refused.end()) {
      throw Mistake("E1702", action.span,
                    fmt::format("{} is not run: {} is not offered", action.name, found->second),
                    "Take the action out.");
    }
    throw Mistake("E1701", action.span, fmt::format("there is no action '{}'", action.name));
  }

  void nothing(const Action&) {}
  void quit(const Action&) { has_quit_ = true; }
  void scan(const Action& action) { scan_parameter(state_, action); }
  void go_there_and_back(const Action& action) { bifurcate(state_, action); }

  std::string prefix_of(const Arguments& args) const
  {
    const std::string prefix = state_.path(args.text("prefix", state_.request.name));
    const std::string suffix = args.text("suffix", "");
    return suffix.empty() ? prefix : prefix + "_" + suffix;
  }

  void generate_network(const Action& action)
  {
    const Arguments args = state_.arguments(action);
    args.allow_only({"continue", "max_iter", "max_agg", "max_stoich", "check_iso", "prefix",
                     "suffix", "overwrite", "print_iter", "TextSpecies", "TextReaction", "verbose",
                     "write"});
    network::ExpansionLimits limits;
    limits.max_iterations = args.count("max_iter", 100);
    limits.max_molecules = args.count("max_agg", limits.max_molecules);
    if (const ActionValue* most = args.find("max_stoich")) {
      const auto* map = std::get_if<std::vector<std::pair<std::string, ActionValue>>>(&most->value);
      if (map == nullptr) throw Mistake("E1703", most->span, "expected {type=>number}");
      for (const auto& [type, value] : *map) {
        limits.max_stoich[type] = static_cast<std::size_t>(args.value_of(value));
      }
    }
    const std::string prefix = prefix_of(args);
    if (args.flag("print_iter", false)) print_rounds(limits, prefix);
    state_.expand_network(limits);
    if (args.flag("write", true)) state_.write_net(prefix + ".net");
  }

  /// The network after each round but the last, `prefix_1.net` and so on.
  void print_rounds(network::ExpansionLimits limits, const std::string& prefix)
  {
    const std::size_t most = limits.max_iterations;
    std::size_t before = 0;
    for (std::size_t round = 1; round < most; ++round) {
      limits.max_iterations = round;
      state_.expand_network(limits);
      if (state_.network->species.size() == before) return;
      before = state_.network->species.size();
      state_.write_net(fmt::format("{}_{}.net", prefix, round));
    }
  }

  void simulate_once(const Action& action)
  {
    const Arguments args = state_.arguments(action);
    protocol::simulate(state_, args, {prefix_of(args), false});
  }

  void set_parameter(const Action& action)
  {
    const Arguments args = state_.arguments(action);
    state_.set_parameter(args.text_at(0), args.formula_at(1), action.span);
  }

  /// Observables and functions are those of the moment; parameters stay symbols.
  void set_amount(const Action& action)
  {
    const Arguments args = state_.arguments(action);
    const std::size_t species = state_.find_species(args.text_at(0), action.span);
    state_.amounts[species] = frozen(args.formula_at(1));
  }

  model::Expression frozen(const model::Expression& formula)
  {
    const auto& all = state_.network->parameters;
    for (const std::string& name : model::names_in(formula)) {
      const bool is_parameter = std::any_of(
          all.begin(), all.end(), [&](const model::Parameter& p) { return p.name == name; });
      if (!is_parameter) return number(state_.values(true).evaluate(formula));
    }
    return formula;
  }

  void add_amount(const Action& action)
  {
    const Arguments args = state_.arguments(action);
    const std::size_t species = state_.find_species(args.text_at(0), action.span);
    const double more = state_.values(true).evaluate(args.formula_at(1));
    state_.amounts[species] = number(state_.amounts_now()[species] + more);
  }

  static std::string label_of(const Arguments& args)
  {
    return args.optional_text_at(0).value_or("DEFAULT");
  }

  void save_amounts(const Action& action)
  {
    state_.need_network();
    state_.saved_amounts[label_of(state_.arguments(action))] = state_.amounts;
  }

  void reset_amounts(const Action& action)
  {
    state_.need_network();
    const std::string label = label_of(state_.arguments(action));
    const auto saved = state_.saved_amounts.find(label);
    if (saved != state_.saved_amounts.end()) {
      state_.amounts = saved->second;
      state_.amounts.resize(state_.network->species.size(), number(0.0));
      return;
    }
    if (label != "DEFAULT") {
      throw Mistake("E1708", action.span, fmt::format("nothing was saved as '{}'", label));
    }
    for (std::size_t s = 0; s < state_.amounts.size(); ++s) {
      state_.amounts[s] = state_.network->species[s].amount;
    }
    state_.has_run = false;
  }

  void save_parameters(const Action& action)
  {
    state_.saved_parameters[label_of(state_.arguments(action))] =
        state_.request.document.model.parameters;
  }

  void reset_parameters(const Action& action)
  {
    const std::string label = label_of(state_.arguments(action));
    const auto saved = state_.saved_parameters.find(label);
    if (saved == state_.saved_parameters.end()) {
      throw Mistake("E1708", action.span, fmt::format("nothing was saved as '{}'", label));
    }
    state_.restore_parameters(saved->second);
  }

  void check_overwrite(const Arguments& args, const std::string& path)
  {
    const bool may = args.flag("overwrite", args.action() == "writeNET");
    if (may || !std::filesystem::exists(path)) return;
    throw Mistake("E1707", args.span(), fmt::format("{} is there already", path),
                  "Give overwrite=>1, or another folder with --out.");
  }

  void write_network(const Action& action)
  {
    const Arguments args = state_.arguments(action);
    const std::string format = args.text("format", "net");
    if (format == "bngl") return write_model(action);
    if (format == "sbml") return write_sbml(action);
    if (format != "net") {
      throw Mistake("E1702", action.span, fmt::format("the format \"{}\" is not offered", format));
    }
    const std::string path = prefix_of(args) + ".net";
    check_overwrite(args, path);
    state_.write_net(path);
  }

  void write_model(const Action& action)
  {
    const Arguments args = state_.arguments(action);
    const std::string format = args.text("format", "bngl");
    if (format != "bngl") return write_network(action);
    const std::string path = prefix_of(args) + ".bngl";
    check_overwrite(args, path);
    state_.write(path, language::print_model(state_.request.document.model));
  }

  void write_sbml(const Action& action)
  {
    const Arguments args = state_.arguments(action);
    if (!state_.request.write_sbml) {
      throw Mistake("E1702", action.span, "SBML is not offered here", "Take the action out.");
    }
    const Checked<std::string> document = state_.request.write_sbml(state_.network_now());
    if (!document) {
      const Diagnostic& first = document.diagnostics().front();
      throw Mistake(first.code, action.span, first.message, first.hint);
    }
    state_.write(prefix_of(args) + "_sbml.xml", *document);
  }

  /// A network, or a model whose own actions are run in turn.
  void read_file(const Action& action)
  {
    const Arguments args = state_.arguments(action);
    const std::string name = args.text("file", "");
    const language::ReadFile& read = state_.request.read_file;
    const std::optional<std::string> text = read && !name.empty() ? read(name) : std::nullopt;
    if (!text) throw Mistake("E1707", action.span, fmt::format("'{}' cannot be read", name));
    if (name.ends_with(".net")) {
      auto network = network::read_net(*text, name, read);
      if (!network) throw Mistake(network.diagnostics());
      state_.amounts.clear();
      return state_.take_network(*std::move(network));
    }
    if (depth_ >= deepest_file) throw Mistake("E1707", action.span, "files read files without end");
    auto document = language::parse_document(*text, name, read);
    if (!document) throw Mistake(document.diagnostics());
    state_.request.document.model = std::move(document->model);
    state_.network.reset();
    state_.amounts.clear();
    const int here = depth_;
    run_all(document->actions, here + 1);
    depth_ = here;
  }

  State state_;
  int depth_ = 0;
  bool has_quit_ = false;
};

}  // namespace

Checked<Outcome> run_actions(Request request) { return Runner(std::move(request)).run(); }

}  // namespace rascade::protocol
