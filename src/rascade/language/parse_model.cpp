// SPDX-License-Identifier: MIT
#include "rascade/language/parse_model.hpp"

#include <optional>
#include <utility>
#include <vector>

#include "rascade/language/check_cycles.hpp"
#include "rascade/language/check_names.hpp"
#include "rascade/language/check_patterns.hpp"
#include "rascade/language/check_rules.hpp"
#include "rascade/language/mistakes.hpp"
#include "rascade/language/read_syntax.hpp"
#include "rascade/language/syntax.hpp"

namespace rascade::language {
namespace {

std::vector<model::SeedSpecies> check_seeds(std::vector<SyntaxSeed>& seeds,
                                            PatternChecker& patterns)
{
  std::vector<model::SeedSpecies> checked;
  for (SyntaxSeed& seed : seeds) {
    std::optional<model::Pattern> pattern = patterns.check(seed.pattern);
    if (!pattern) continue;
    bool is_complete = true;
    for (std::size_t m = 0; m < pattern->molecules.size(); ++m) {
      is_complete = patterns.check_complete(pattern->molecules[m], seed.pattern.molecules[m].name,
                                            "seed species") &&
                    is_complete;
    }
    if (!is_complete) continue;
    checked.push_back(
        {std::move(*pattern), std::move(seed.amount), seed.fixed, seed.pattern.span});
  }
  return checked;
}

std::vector<model::Observable> check_observables(const std::vector<SyntaxObservable>& observables,
                                                 PatternChecker& patterns)
{
  std::vector<model::Observable> checked;
  for (const SyntaxObservable& observable : observables) {
    checked.push_back({observable.name.text, observable.kind, {}, observable.name.span});
    for (const SyntaxPattern& syntax : observable.patterns) {
      std::optional<model::Pattern> pattern = patterns.check(syntax);
      if (pattern) checked.back().patterns.push_back(std::move(*pattern));
    }
  }
  return checked;
}

}  // namespace

Checked<model::Model> parse_model(std::string_view text, const std::string& file)
{
  Mistakes mistakes;
  SyntaxModel syntax = read_syntax(text, file, mistakes);
  check_names(syntax, mistakes);
  check_cycles(syntax.parameters, "parameter", mistakes);
  check_cycles(syntax.functions, "function", mistakes);

  model::Model model;
  model.molecule_types = check_molecule_types(syntax, mistakes);
  PatternChecker patterns(model.molecule_types, syntax.broken, mistakes);
  model.seeds = check_seeds(syntax.seeds, patterns);
  model.observables = check_observables(syntax.observables, patterns);
  model.rules = check_rules(syntax.rules, patterns, mistakes);
  for (SyntaxFormula& p : syntax.parameters) {
    model.parameters.push_back({std::move(p.name.text), std::move(p.value), p.name.span});
  }
  for (SyntaxFormula& f : syntax.functions) {
    model.functions.push_back({std::move(f.name.text), std::move(f.value), f.name.span});
  }
  const bool is_good = !mistakes.has_error();
  std::vector<Diagnostic> diagnostics = mistakes.take();
  if (!is_good) return diagnostics;
  return {std::move(model), std::move(diagnostics)};
}

}  // namespace rascade::language
