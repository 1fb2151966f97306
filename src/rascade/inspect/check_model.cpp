// SPDX-License-Identifier: MIT
#include "rascade/inspect/check_model.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "rascade/inspect/check_balance.hpp"
#include "rascade/inspect/check_units.hpp"
#include "rascade/inspect/find_polymers.hpp"
#include "rascade/inspect/find_unreachable.hpp"
#include "rascade/inspect/find_unused.hpp"
#include "rascade/network/expand.hpp"

namespace rascade::inspect {
namespace {

void append(std::vector<Diagnostic> more, std::vector<Diagnostic>& all)
{
  std::move(more.begin(), more.end(), std::back_inserter(all));
}

constexpr std::size_t most_species = 3000;
constexpr std::size_t most_reactions = 20000;

std::optional<network::Network> expand_if_small(const model::Model& model)
{
  network::ExpansionOptions options;
  options.limits.max_species = most_species;
  options.limits.max_complex = 60;
  auto network = network::expand(model, options);
  if (!network || network->reactions.size() > most_reactions) return std::nullopt;
  return *std::move(network);
}

std::string plural(std::size_t n, const char* what)
{
  return fmt::format("{} {}{}", n, what, n == 1 ? "" : "s");
}

void note_balance(const model::Model& model, const network::Network& network, Findings& findings)
{
  Balance balance = check_balance(model, network);
  append(std::move(balance.diagnostics), findings.diagnostics);
  findings.notes.push_back(fmt::format(
      "Detailed balance: {} among {} ({} without way back or with varying rate left out); it holds "
      "on {}.",
      plural(balance.num_cycles, "independent cycle"),
      plural(balance.num_pairs, "reversible reaction"), plural(balance.num_left_out, "reaction"),
      balance.num_unclosed == 0 && balance.num_cycles > 0
          ? "all of them"
          : std::to_string(balance.num_cycles - balance.num_unclosed)));
}

void note_units(const model::Model& model, const network::Network* network, Findings& findings)
{
  UnitCheck units = check_units(model, network);
  append(std::move(units.diagnostics), findings.diagnostics);
  findings.notes.push_back(fmt::format(
      "Units: {} of {} could be checked; names without '# [unit]' are unknown.", units.num_known,
      plural(units.num_formulas, "formula")));
}

}  // namespace

Findings check_model(const model::Model& model, std::span<const model::Action> actions)
{
  Findings findings;
  const SiteFacts facts(model);
  append(find_unused(model, actions), findings.diagnostics);
  append(find_unreachable(model, facts), findings.diagnostics);
  append(find_polymers(model, facts), findings.diagnostics);
  const std::optional<network::Network> network = expand_if_small(model);
  if (network) {
    findings.notes.push_back(fmt::format("Network: {} species, {}.", network->species.size(),
                                         plural(network->reactions.size(), "reaction")));
    note_balance(model, *network, findings);
  } else {
    findings.notes.push_back(fmt::format(
        "Network: above {} species or {} reactions, so detailed balance was not looked at.",
        most_species, most_reactions));
  }
  note_units(model, network ? &*network : nullptr, findings);
  std::stable_sort(findings.diagnostics.begin(), findings.diagnostics.end(),
                   [](const Diagnostic& a, const Diagnostic& b) {
                     return std::tie(a.span.line, a.span.column) <
                            std::tie(b.span.line, b.span.column);
                   });
  return findings;
}

}  // namespace rascade::inspect
