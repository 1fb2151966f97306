// SPDX-License-Identifier: MIT
#include "rascade/simulate/blame_rate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "rascade/simulate/rate_program.hpp"

namespace rascade::simulate {
namespace {

std::string side(const RateSystem::Program& program, std::size_t which)
{
  const ReactionTexts& texts = program.reactions;
  std::string text;
  for (std::uint32_t i = texts.starts[which]; i < texts.starts[which + 1]; ++i) {
    text += (text.empty() ? "" : " + ") + program.species_names[texts.species[i]];
  }
  return text.empty() ? "0" : text;
}

std::string reaction_text(const RateSystem::Program& program, std::size_t reaction)
{
  const ReactionTexts& texts = program.reactions;
  std::string text = side(program, 2 * reaction) + " -> " + side(program, 2 * reaction + 1);
  const std::uint32_t rule = texts.rules[reaction];
  if (rule < texts.rule_names.size()) text += ", rule " + texts.rule_names[rule];
  return text + ", rate law " + texts.law_texts[texts.laws[reaction]];
}

}  // namespace

std::string blame_rate(Evaluator& evaluator, double t, std::span<const double> y,
                       std::span<const double> inputs, std::size_t species)
{
  const RateSystem::Program& program = evaluator.system().program();
  std::vector<double> rates(evaluator.system().num_reactions());
  evaluator.rates(t, y, inputs, rates);
  const auto odd =
      std::find_if(rates.begin(), rates.end(), [](double v) { return !std::isfinite(v); });
  if (odd != rates.end()) {
    const auto reaction = static_cast<std::size_t>(odd - rates.begin());
    return fmt::format("not a number: {}, {} per s", reaction_text(program, reaction), *odd);
  }
  const SparseRows& change = program.kinetics.change;
  std::size_t fastest = rates.size();
  double most = 0.0;
  for (std::uint32_t i = change.starts[species]; i < change.starts[species + 1]; ++i) {
    const double size = std::abs(change.coefficients[i] * rates[change.columns[i]]);
    if (size > most) {
      most = size;
      fastest = change.columns[i];
    }
  }
  if (fastest == rates.size()) return "";
  return fmt::format("fastest: {}, {:.3g} per s", reaction_text(program, fastest), rates[fastest]);
}

}  // namespace rascade::simulate
