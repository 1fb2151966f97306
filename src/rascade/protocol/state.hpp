// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "rascade/network/expand.hpp"
#include "rascade/protocol/arguments.hpp"
#include "rascade/protocol/run_actions.hpp"
#include "rascade/protocol/values.hpp"
#include "rascade/simulate/rate_system.hpp"

namespace rascade::protocol {

/// What the actions work on: the model, its network, the amounts of the moment.
class State {
 public:
  explicit State(Request request);

  Request request;
  Outcome outcome;
  std::optional<network::Network> network;
  std::vector<model::Expression> amounts;  // [n_species], of parameters until a simulation ran
  double time = 0.0;                       // s, where the last simulation ended
  std::uint32_t num_stochastic_runs = 0;

  /// With Request::reduces: the network that `network` stands for.
  struct Whole {
    network::Network network;
    std::vector<std::int32_t> place;  // [n_species] into `network`'s, or reduce::gone
  };
  std::optional<Whole> whole;
  std::vector<std::string> set_species;  // patterns whose amounts actions set
  bool has_run = false;                  // since the network was made or its amounts reset
  Span here;                             // the action of the moment

  /// The rules' network; one that is there is kept.
  void need_network();
  void expand_network(const network::ExpansionLimits& limits);
  void take_network(network::Network made);

  /// The compiled network, and its parameters' values now.
  [[nodiscard]] const simulate::RateSystem& system();
  [[nodiscard]] std::vector<double> parameters();
  [[nodiscard]] std::vector<double> amounts_now();

  void set_parameter(const std::string& name, model::Expression value, const Span& span);
  [[nodiscard]] std::size_t find_species(const std::string& pattern, const Span& span);
  /// In any network. Throws Mistake E1705 for a text that is no species.
  [[nodiscard]] std::optional<std::size_t> index_of(const network::Network& in,
                                                    const std::string& pattern,
                                                    const Span& span) const;

  /// Values of parameters, and of observables and functions if there is a network.
  [[nodiscard]] Values values(bool with_observables);
  [[nodiscard]] Arguments arguments(const model::Action& action);

  /// folder/name for names that are not absolute.
  [[nodiscard]] std::string path(const std::string& prefix) const;
  void write(const std::string& path, const std::string& text);
  void write_net(const std::string& path);
  /// With the amounts of the moment; the whole one if it is reduced. Throws Mistake E1709 where they
  /// are not known.
  [[nodiscard]] network::Network network_now();
  [[nodiscard]] bool knows_all_amounts() const { return !whole || !has_run; }
  void say(const std::string& line) const;
  void report(const Progress& progress) const;

  std::map<std::string, std::vector<model::Expression>> saved_amounts;
  std::map<std::string, std::vector<model::Parameter>> saved_parameters;
  void restore_parameters(const std::vector<model::Parameter>& saved);

 private:
  void take_reduced(network::Network made);
  [[nodiscard]] std::string canonical_name(const std::string& pattern, const Span& span) const;

  std::optional<simulate::RateSystem> system_;
  std::map<std::size_t, double> overrides_;  // parameters set to numbers since it was compiled
};

}  // namespace rascade::protocol
