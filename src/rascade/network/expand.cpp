// SPDX-License-Identifier: MIT
#include "rascade/network/expand.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "rascade/network/apply_rule.hpp"
#include "rascade/network/compile_rule.hpp"
#include "rascade/network/evaluation_order.hpp"
#include "rascade/network/pattern_graph.hpp"
#include "rascade/network/species_table.hpp"

namespace rascade::network {
namespace {

using graph::Embedding;
using graph::SiteGraph;

struct Found {
  SpeciesIndex species;
  Embedding embedding;
};

/// Where one reactant pattern lies in the species known so far, by species.
struct Finds {
  std::vector<Found> all;
  std::size_t num_old = 0;  // those of earlier rounds come first
};

/// Keeps one of the embeddings that agree in the reaction centre: they are one event.
std::vector<Embedding> distinct_events(std::vector<Embedding> embeddings, const Centre& centre)
{
  if (embeddings.size() < 2) return embeddings;
  std::set<std::vector<std::uint32_t>> seen;
  std::erase_if(embeddings, [&](const Embedding& embedding) {
    std::vector<std::uint32_t> image;
    for (const std::uint32_t s : centre.sites) image.push_back(embedding.sites[s]);
    for (const std::uint32_t m : centre.molecules) image.push_back(embedding.molecules[m]);
    return !seen.insert(std::move(image)).second;
  });
  return embeddings;
}

class Expansion {
 public:
  Expansion(const model::Model& model, const ExpansionLimits& limits)
      : model_(model), limits_(limits), kinds_(model.molecule_types)
  {
    for (const model::Rule& rule : model.rules) {
      rules_.push_back(compile_rule(rule, kinds_));
      finds_.emplace_back(rule.reactants.size());
    }
  }

  Checked<Network> run()
  {
    add_seeds();
    std::size_t first_new = 0;
    do {
      const std::size_t end = species_.size();
      look_for_patterns(first_new, end);
      for (std::size_t r = 0; r < rules_.size() && !mistake_; ++r) {
        const bool is_first_round = first_new == 0;
        if (!rules_[r].reactants.empty() || is_first_round) combine(r);
      }
      first_new = end;
    } while (first_new < species_.size() && !mistake_);
    if (mistake_) return std::move(*mistake_);
    return finish();
  }

 private:
  void add_seeds()
  {
    for (const model::SeedSpecies& seed : model_.seeds) {
      const std::size_t before = species_.size();
      const SpeciesIndex i = species_.add(to_site_graph(seed.pattern, kinds_));
      if (species_.size() > before) {
        seeds_.push_back({"", seed.amount, seed.fixed});
        continue;
      }
      model::Expression sum;
      sum.kind = model::Expression::Kind::add;
      sum.args = {seeds_[i].amount, seed.amount};
      seeds_[i].amount = std::move(sum);
      seeds_[i].fixed = seeds_[i].fixed || seed.fixed;
    }
  }

  void look_for_patterns(std::size_t begin, std::size_t end)
  {
    for (std::size_t r = 0; r < rules_.size(); ++r) {
      for (std::size_t p = 0; p < rules_[r].reactants.size(); ++p) {
        Finds& finds = finds_[r][p];
        finds.num_old = finds.all.size();
        for (std::size_t s = begin; s < end; ++s) {
          const SpeciesIndex species(s);
          for (Embedding& embedding : distinct_events(
                   rules_[r].reactants[p].embeddings(species_[species]), rules_[r].centres[p])) {
            finds.all.push_back({species, std::move(embedding)});
          }
        }
      }
    }
  }

  /// Applies the rule to every choice of reactants with something new in it.
  void combine(std::size_t rule)
  {
    std::vector<const Found*> chosen;
    choose(rule, false, chosen);
  }

  void choose(std::size_t rule, bool has_new, std::vector<const Found*>& chosen)
  {
    const std::size_t position = chosen.size();
    if (position == finds_[rule].size()) return react(rule, chosen);
    const Finds& finds = finds_[rule][position];
    const bool is_last = position + 1 == finds_[rule].size();
    for (std::size_t i = is_last && !has_new ? finds.num_old : 0;
         i < finds.all.size() && !mistake_; ++i) {
      chosen.push_back(&finds.all[i]);
      choose(rule, has_new || i >= finds.num_old, chosen);
      chosen.pop_back();
    }
  }

  void react(std::size_t rule, const std::vector<const Found*>& chosen)
  {
    std::vector<Match> matches;
    Reaction reaction;
    for (const Found* found : chosen) {
      matches.push_back({&species_[found->species], &found->embedding});
      reaction.reactants.push_back(found->species);
    }
    const auto products = apply_rule(rules_[rule].change, matches);
    if (!products) return;
    for (const SiteGraph& product : *products) {
      if (product.molecules.size() > limits_.max_molecules) return report_size(rule);
      reaction.products.push_back(species_.add(product));
      if (species_.size() > limits_.max_species) return report_number(rule);
    }
    std::sort(reaction.reactants.begin(), reaction.reactants.end());
    std::sort(reaction.products.begin(), reaction.products.end());
    if (reaction.reactants == reaction.products) return;
    reaction.rule = model::RuleIndex(rule);
    reaction.factor = rules_[rule].weight;
    reactions_.push_back(std::move(reaction));
  }

  void report_number(std::size_t rule)
  {
    mistake_ = Diagnostic{
        Severity::error, "E1501", model_.rules[rule].span,
        fmt::format("the rules make more than {} species; rule '{}' made the last",
                    limits_.max_species, model_.rules[rule].name),
        "Name more sites in its reactants so that it applies to fewer species, or raise the limit "
        "of species."};
  }

  void report_size(std::size_t rule)
  {
    mistake_ = Diagnostic{
        Severity::error, "E1502", model_.rules[rule].span,
        fmt::format("rule '{}' makes a species of more than {} molecules",
                    model_.rules[rule].name, limits_.max_molecules),
        "If complexes can grow without end, require a free site where they would; or raise the "
        "limit of molecules in a species."};
  }

  Network finish()
  {
    Network network;
    network.parameters = evaluation_order(model_.parameters);
    network.functions = evaluation_order(model_.functions);
    network.species = std::move(seeds_);
    network.species.resize(species_.size());
    for (std::size_t s = 0; s < species_.size(); ++s) {
      network.species[s].name = to_string(species_[SpeciesIndex(s)], kinds_);
    }
    add_rate_laws(network);
    network.reactions = merge_reactions();
    for (const model::Observable& observable : model_.observables) {
      network.observables.push_back(weigh(observable));
    }
    return network;
  }

  void add_rate_laws(Network& network)
  {
    std::map<std::string, RateLawIndex> known;
    for (const model::Rule& rule : model_.rules) {
      network.rule_names.push_back(rule.name);
      const auto [law, is_new] =
          known.emplace(model::to_string(rule.rate.args[0]), RateLawIndex(network.rate_laws.size()));
      if (is_new) network.rate_laws.push_back(rule.rate);
      laws_.push_back(law->second);
    }
  }

  std::vector<Reaction> merge_reactions()
  {
    const auto key = [](const Reaction& r) { return std::tie(r.rule, r.reactants, r.products); };
    std::stable_sort(reactions_.begin(), reactions_.end(),
                     [&key](const Reaction& a, const Reaction& b) { return key(a) < key(b); });
    std::vector<Reaction> merged;
    for (Reaction& reaction : reactions_) {
      if (!merged.empty() && key(merged.back()) == key(reaction)) {
        merged.back().factor += reaction.factor;
        continue;
      }
      reaction.law = laws_[reaction.rule];
      merged.push_back(std::move(reaction));
    }
    return merged;
  }

  NetworkObservable weigh(const model::Observable& observable) const
  {
    const bool is_counting = observable.kind == model::Observable::Kind::molecules;
    std::vector<graph::Matcher> matchers;
    for (const model::Pattern& pattern : observable.patterns) {
      matchers.emplace_back(to_site_pattern(pattern, kinds_));
    }
    NetworkObservable result{observable.name, {}};
    for (std::size_t s = 0; s < species_.size(); ++s) {
      const SpeciesIndex species(s);
      std::size_t count = 0;
      for (const graph::Matcher& matcher : matchers) {
        count += matcher.embeddings(species_[species]).size();
      }
      if (count == 0) continue;
      result.weights.emplace_back(species, is_counting ? static_cast<double>(count) : 1.0);
    }
    return result;
  }

  const model::Model& model_;
  const ExpansionLimits limits_;
  const MoleculeKinds kinds_;
  std::vector<CompiledRule> rules_;
  std::vector<std::vector<Finds>> finds_;  // [n_rules][n_reactants]
  SpeciesTable species_;
  std::vector<NetworkSpecies> seeds_;  // the first species, names still to come
  std::vector<Reaction> reactions_;    // as found; laws and sums come last
  std::vector<RateLawIndex> laws_;     // [n_rules]
  std::optional<Diagnostic> mistake_;
};

}  // namespace

Checked<Network> expand(const model::Model& model, const ExpansionLimits& limits)
{
  return Expansion(model, limits).run();
}

}  // namespace rascade::network
