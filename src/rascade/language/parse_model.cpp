// SPDX-License-Identifier: MIT
#include "rascade/language/parse_model.hpp"

#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "rascade/language/check_compartments.hpp"
#include "rascade/language/check_cycles.hpp"
#include "rascade/language/check_names.hpp"
#include "rascade/language/check_patterns.hpp"
#include "rascade/language/check_rules.hpp"
#include "rascade/language/infer_types.hpp"
#include "rascade/language/mistakes.hpp"
#include "rascade/language/read_syntax.hpp"
#include "rascade/language/syntax.hpp"

namespace rascade::language {
namespace {

/// A species is one whole: complete, connected and, if the model has compartments, in a place.
bool check_species(const SyntaxPattern& syntax, const model::Pattern& pattern, bool has_places,
                   PatternChecker& patterns, Mistakes& mistakes)
{
  bool is_good = patterns.check_connected(syntax, pattern) && patterns.check_uncounted(syntax);
  bool is_placed = !has_places || pattern.compartment != model::nowhere;
  for (std::size_t m = 0; m < pattern.molecules.size(); ++m) {
    const model::MoleculePattern& molecule = pattern.molecules[m];
    is_placed = is_placed || molecule.compartment != model::nowhere;
    is_good = patterns.check_complete(molecule, syntax.molecules[m].name, "seed species") && is_good;
  }
  if (is_placed) return is_good;
  mistakes.add("E0513", syntax.span, "the seed species is in no compartment",
               "Write @C: before it, C being a compartment.");
  return false;
}

std::vector<model::SeedSpecies> check_seeds(std::vector<SyntaxSeed>& seeds, bool has_places,
                                            PatternChecker& patterns, Mistakes& mistakes)
{
  std::vector<model::SeedSpecies> checked;
  for (SyntaxSeed& seed : seeds) {
    std::optional<model::Pattern> pattern = patterns.check(seed.pattern);
    if (!pattern || !check_species(seed.pattern, *pattern, has_places, patterns, mistakes)) {
      continue;
    }
    pattern->fixed = false;
    checked.push_back({std::move(*pattern), std::move(seed.amount), seed.pattern.fixed,
                       seed.pattern.span, std::move(seed.unit)});
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

std::vector<model::EnergyPattern> check_energies(std::vector<SyntaxEnergy>& energies,
                                                 PatternChecker& patterns)
{
  std::vector<model::EnergyPattern> checked;
  for (std::size_t i = 0; i < energies.size(); ++i) {
    SyntaxEnergy& energy = energies[i];
    std::optional<model::Pattern> pattern = patterns.check(energy.pattern);
    if (!pattern || !patterns.check_uncounted(energy.pattern)) continue;
    checked.push_back({energy.label ? energy.label->text : fmt::format("E{}", i + 1),
                       std::move(*pattern), std::move(energy.energy), energy.pattern.span});
  }
  return checked;
}

model::Model check_model(SyntaxModel& syntax, Mistakes& mistakes)
{
  infer_types(syntax, mistakes);
  check_names(syntax, mistakes);
  check_cycles(syntax.parameters, "parameter", mistakes);
  check_cycles(syntax.functions, "function", mistakes);

  model::Model model;
  model.options = syntax.options;
  model.tables = std::move(syntax.tables);
  model.molecule_types = check_molecule_types(syntax, mistakes);
  model.compartments = check_compartments(syntax.compartments, mistakes);
  PatternChecker patterns(model.molecule_types, model.compartments, syntax.broken, mistakes);
  model.seeds = check_seeds(syntax.seeds, !model.compartments.empty(), patterns, mistakes);
  model.observables = check_observables(syntax.observables, patterns);
  model.energy_patterns = check_energies(syntax.energies, patterns);
  model.rules = check_rules(syntax.rules, patterns, mistakes);
  for (SyntaxFormula& p : syntax.parameters) {
    model.parameters.push_back(
        {std::move(p.name.text), std::move(p.value), p.name.span, std::move(p.unit)});
  }
  for (SyntaxFormula& f : syntax.functions) {
    model::Function function{std::move(f.name.text), std::move(f.value), f.name.span, {}, f.unit};
    for (SyntaxName& arg : f.args) function.args.push_back(std::move(arg.text));
    model.functions.push_back(std::move(function));
  }
  return model;
}

Checked<Document> parse(std::string_view text, const std::string& file, Actions actions,
                        const ReadFile& read_file)
{
  Mistakes mistakes;
  SyntaxModel syntax = read_syntax(text, file, mistakes, actions, read_file);
  Document document;
  document.model = check_model(syntax, mistakes);
  document.actions = std::move(syntax.actions);
  const bool is_good = !mistakes.has_error();
  std::vector<Diagnostic> diagnostics = mistakes.take();
  if (!is_good) return diagnostics;
  return {std::move(document), std::move(diagnostics)};
}

}  // namespace

Checked<model::Model> parse_model(std::string_view text, const std::string& file,
                                  const ReadFile& read_file)
{
  Checked<Document> document = parse(text, file, Actions::skip, read_file);
  if (!document) return document.diagnostics();
  return {std::move(document->model), document.diagnostics()};
}

Checked<Document> parse_document(std::string_view text, const std::string& file,
                                 const ReadFile& read_file)
{
  return parse(text, file, Actions::read, read_file);
}

}  // namespace rascade::language
