// SPDX-License-Identifier: MIT
#include "rascade/network/expand.hpp"

#include <algorithm>
#include <cstdint>
#include <new>
#include <numeric>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include "rascade/network/evaluation_order.hpp"
#include "rascade/network/event_maker.hpp"
#include "rascade/network/law_book.hpp"
#include "rascade/network/observe.hpp"
#include "rascade/network/polymer_sites.hpp"
#include "rascade/network/reaction_list.hpp"
#include "rascade/network/volume_scale.hpp"

namespace rascade::network {
namespace {

using graph::Matcher;
using graph::SiteGraph;

constexpr std::size_t block_size = 1U << 14U;  // events made and committed together
constexpr std::size_t worth_sharing = 512;     // events below which one thread is faster

}  // namespace

class Expansion::State {
 public:
  State(const model::Model& model, ExpansionOptions options)
      : model_(model),
        options_(std::move(options)),
        kinds_(model.molecule_types),
        geography_(model.compartments),
        scale_(model, geography_)
  {
    for (const model::Rule& rule : model.rules) {
      compiled_.push_back(compile_rule(rule, kinds_));
    }
    rules_.reserve(model.rules.size());
    for (std::size_t r = 0; r < model.rules.size(); ++r) {
      ReadyRule& ready = rules_.emplace_back(
          ReadyRule{compiled_[r], RuleFilter(model.rules[r], kinds_), {}});
      for (std::size_t p = 0; p < model.rules[r].reactants.size(); ++p) {
        ready.finds.emplace_back(model.rules[r], ready.compiled, ready.filter, p);
      }
    }
    laws_.emplace(model_, compiled_, kinds_, species_);
    const ExpansionLimits& limits = options_.limits;
    std::vector<std::pair<std::uint32_t, std::size_t>> max_stoich;
    for (std::uint32_t t = 0; t < model.molecule_types.size(); ++t) {
      const auto limit = limits.max_stoich.find(model.molecule_types[t].name);
      if (limit != limits.max_stoich.end()) max_stoich.emplace_back(t, limit->second);
    }
    for (std::size_t t = 0; t < std::max<std::size_t>(1, options_.threads); ++t) {
      makers_.emplace_back(geography_, limits.max_molecules, max_stoich);
    }
  }

  std::vector<Diagnostic> extend(std::span<const std::size_t> seeds)
  {
    for (const std::size_t seed : seeds) add_seed(model_.seeds[seed]);
    try {
      while (num_applied_ < species_.size() || round_ == 0) {
        if (round_ == options_.limits.max_iterations || mistake_) break;
        apply_rules();
      }
    } catch (const std::bad_alloc&) {
      for (ReadyRule& rule : rules_) rule.finds.clear();  // leaves room for what was found
      makers_.clear();
      report_memory("there is");
    }
    if (mistake_) return {*mistake_};
    return {};
  }

  std::vector<Reaction> copy_reactions() const { return reactions_.all(); }
  std::vector<Reaction> take_reactions() { return std::move(reactions_).all(); }

  Network network(std::vector<Reaction> reactions) const
  {
    Network network;
    network.parameters = evaluation_order(model_.parameters);
    for (const model::Function& function : model_.functions) {
      if (function.args.empty()) network.functions.push_back(function);
    }
    network.functions = evaluation_order(network.functions);
    network.species = seeds_;
    network.species.resize(species_.size());
    for (std::size_t s = 0; s < species_.size(); ++s) {
      network.species[s].name =
          to_string(species_[SpeciesIndex(s)], kinds_, model_.compartments, places_[s]);
      network.species[s].compartment = places_[s];
    }
    network.reactions = std::move(reactions);
    for (Reaction& reaction : network.reactions) {
      if (model_.rules[reaction.rule].rate.is_total) reaction.factor = 1.0;
    }
    network.rate_laws = laws_->laws();
    network.scales = scale_.scales();
    network.tables = model_.tables;
    network.compartments = model_.compartments;
    for (const model::Rule& rule : model_.rules) network.rule_names.push_back(rule.name);
    for (const model::Observable& observable : model_.observables) {
      network.observables.push_back(weigh(observable));
    }
    return network;
  }

 private:
  void add_seed(const model::SeedSpecies& seed)
  {
    const std::size_t before = species_.size();
    const SpeciesIndex i = add_species(to_site_graph(seed.pattern, kinds_), nullptr);
    if (seeds_.size() < species_.size()) seeds_.resize(species_.size());
    NetworkSpecies& there = seeds_[i];
    there.fixed = there.fixed || seed.fixed || seed.pattern.fixed;
    const bool is_sum = species_.size() == before && has_amount_[i];
    has_amount_[i] = true;
    if (!is_sum) {
      there.amount = seed.amount;
      return;
    }
    model::Expression sum;
    sum.kind = model::Expression::Kind::add;
    sum.args = {there.amount, seed.amount};
    there.amount = std::move(sum);
  }

  /// `print` may be null: then it is computed.
  SpeciesIndex add_species(const SiteGraph& graph, const graph::Fingerprint* print)
  {
    const std::size_t before = species_.size();
    const SpeciesIndex i = print != nullptr ? species_.add(graph, *print) : species_.add(graph);
    if (species_.size() == before) return i;
    places_.push_back(geography_.is_flat()
                          ? model::nowhere
                          : geography_.place_of(species_[i]).value_or(model::nowhere));
    has_amount_.push_back(false);
    laws_->add_species(i);
    return i;
  }

  void apply_rules()
  {
    const std::size_t end = species_.size();
    for (std::size_t r = 0; r < rules_.size() && !mistake_; ++r) {
      reactions_.begin_round();
      std::vector<PatternFinds>& finds = rules_[r].finds;
      if (finds.empty() && round_ == 0) react(r, 1);
      for (std::size_t p = finds.size(); p-- > 0 && !mistake_;) {
        const std::size_t first_new = finds[p].size();
        for (std::size_t s = num_applied_; s < end; ++s) {
          const SpeciesIndex species(s);
          finds[p].look_in(species, species_[species], places_[s], scratch_, rows_);
        }
        combine(r, p, first_new);
      }
    }
    num_applied_ = end;
    ++round_;
    growth_.push_back(species_.size() - end);
  }

  /// Lets the rule act on every choice of reactants whose p-th is new; those before it are old ones,
  /// as the new of theirs are still to come.
  void combine(std::size_t rule, std::size_t p, std::size_t first_new)
  {
    const std::vector<PatternFinds>& finds = rules_[rule].finds;
    const std::size_t n = finds.size();
    std::vector<std::uint32_t> at(n, 0);
    at[p] = static_cast<std::uint32_t>(first_new);
    const std::vector<std::uint32_t> first = at;
    for (std::size_t j = 0; j < n; ++j) {
      if (at[j] >= finds[j].size()) return;
    }
    tuples_.clear();
    while (!mistake_) {
      tuples_.insert(tuples_.end(), at.begin(), at.end());
      if (tuples_.size() >= n * block_size) react(rule, tuples_.size() / n);
      std::size_t j = n;
      while (j-- > 0) {
        if (++at[j] < finds[j].size()) break;
        at[j] = first[j];
        if (j == 0) return react(rule, tuples_.size() / n);
      }
    }
  }

  /// Makes all events of `tuples_`, each thread a share, then commits them in order: so the network
  /// does not depend on the number of threads.
  void react(std::size_t rule, std::size_t num_events)
  {
    const std::size_t num_shares = num_events < worth_sharing ? 1 : makers_.size();
    const auto begin_of = [&](std::size_t share) { return num_events * share / num_shares; };
    const auto run = [&](std::size_t share) {
      const std::size_t n = rules_[rule].finds.size();
      const std::size_t begin = begin_of(share);
      makers_[share].make(rules_[rule], std::span(tuples_).subspan(begin * n),
                          begin_of(share + 1) - begin, {species_, places_});
    };
    if (num_shares == 1) {
      run(0);
    } else {
      tbb::task_arena arena(static_cast<int>(num_shares));
      arena.execute([&] { tbb::parallel_for(std::size_t{0}, num_shares, run); });
    }
    for (std::size_t share = 0; share < num_shares; ++share) {
      commit(rule, begin_of(share), makers_[share]);
    }
    tuples_.clear();
    report_progress();
    check_memory();
  }

  void commit(std::size_t rule, std::size_t first_event, const EventMaker& maker)
  {
    std::size_t next_product = 0;
    for (std::size_t e = 0; e < maker.num_products().size() && !mistake_; ++e) {
      const std::int32_t num_products = maker.num_products()[e];
      if (num_products == EventMaker::no_event) continue;
      products_.clear();
      for (std::int32_t i = 0; i < num_products; ++i) {
        const std::int64_t product = maker.products()[next_product++];
        if (product >= 0) {
          products_.emplace_back(static_cast<std::size_t>(product));
          continue;
        }
        const EventMaker::Unknown& unknown =
            maker.unknown()[static_cast<std::size_t>(-1 - product)];
        products_.push_back(add_species(unknown.graph, &unknown.print));
        if (unknown.graph.molecules.size() > options_.limits.max_complex) report_size(rule);
      }
      add_reaction(rule, first_event + e);
      if (species_.size() > options_.limits.max_species) report_number(rule);
    }
  }

  void add_reaction(std::size_t r, std::size_t event)
  {
    const model::Rule& rule = model_.rules[r];
    const std::size_t n = rules_[r].finds.size();
    const std::span<const std::uint32_t> tuple = std::span(tuples_).subspan(event * n, n);
    Reaction reaction;
    for (std::size_t i = 0; i < n; ++i) {
      reaction.reactants.push_back(rules_[r].finds[i].species(tuple[i]));
    }
    lay_matches(rules_[r], tuple, {species_, places_}, matches_);
    reaction.law = laws_->law_of(r, reaction.reactants, products_, matches_);
    if (!geography_.is_flat()) reaction.scale = scale_of(reaction.reactants);
    for (std::size_t i = 0; i < products_.size(); ++i) {
      const bool is_held = i < rule.products.size() && rule.products[i].fixed;
      if (!is_held) reaction.products.push_back(products_[i]);
    }
    for (std::size_t i = 0; i < n; ++i) {
      if (rule.reactants[i].fixed) reaction.products.push_back(reaction.reactants[i]);
    }
    if (rule.rate.kind == model::RateLaw::Kind::elementary ||
        rule.rate.kind == model::RateLaw::Kind::arrhenius) {
      std::sort(reaction.reactants.begin(), reaction.reactants.end());
      std::sort(reaction.products.begin(), reaction.products.end());
    }
    if (reaction.reactants == reaction.products) return;
    reaction.rule = model::RuleIndex(r);
    reaction.factor = compiled_[r].weight;
    reactions_.add(std::move(reaction));
  }

  std::int32_t scale_of(const std::vector<SpeciesIndex>& reactants)
  {
    std::vector<std::int32_t> before, after;
    for (const SpeciesIndex s : reactants) before.push_back(places_[s]);
    for (const SpeciesIndex s : products_) after.push_back(places_[s]);
    return scale_.scale_of(before, after);
  }

  std::size_t num_bytes() const
  {
    std::size_t sum = species_.num_bytes() + reactions_.num_bytes();
    for (const ReadyRule& rule : rules_) {
      for (const PatternFinds& finds : rule.finds) sum += finds.num_bytes();
    }
    return sum;
  }

  void report_progress() const
  {
    if (options_.progress) {
      options_.progress({round_, species_.size(), reactions_.size(), num_bytes()});
    }
  }

  void check_memory()
  {
    if (mistake_ || num_bytes() <= options_.limits.max_bytes) return;
    report_memory(fmt::format("{} MB", options_.limits.max_bytes >> 20U));
  }

  void report_memory(const std::string& limit)
  {
    mistake_ = Diagnostic{
        Severity::error, "E1503", {},
        fmt::format("the network needs more memory than {}: {} species and {} reactions after {} "
                    "rounds; {}",
                    limit, species_.size(), reactions_.size(), round_, growth_text()),
        "Limit the size of complexes, or raise the limit of memory."};
  }

  void report_number(std::size_t rule)
  {
    mistake_ = Diagnostic{
        Severity::error, "E1501", model_.rules[rule].span,
        fmt::format("the rules make more than {} species; rule '{}' made the last; {}",
                    options_.limits.max_species, model_.rules[rule].name, growth_text()),
        "Name more sites in its reactants so that it applies to fewer species, limit the size of "
        "complexes, or raise the limit of species."};
  }

  void report_size(std::size_t rule)
  {
    mistake_ = Diagnostic{
        Severity::error, "E1502", model_.rules[rule].span,
        fmt::format("rule '{}' makes a complex of more than {} molecules, and there is no end in "
                    "sight; {}",
                    model_.rules[rule].name, options_.limits.max_complex, growth_text()),
        "Require a free site where complexes would grow, or limit their size (max_agg, "
        "max_stoich)."};
  }

  /// How the network grew, and what its largest complex is made of.
  std::string growth_text() const
  {
    std::string text = "new species by round:";
    const std::size_t begin = growth_.size() > 6 ? growth_.size() - 6 : 0;
    if (begin > 0) text += " …";
    for (std::size_t i = begin; i < growth_.size(); ++i) text += fmt::format(" {}", growth_[i]);
    SpeciesIndex largest(0);
    for (std::size_t s = 0; s < species_.size(); ++s) {
      const SpeciesIndex species(s);
      if (species_[species].molecules.size() > species_[largest].molecules.size()) {
        largest = species;
      }
    }
    std::vector<std::size_t> count(model_.molecule_types.size());
    for (const SiteGraph::Molecule& m : species_[largest].molecules) ++count[m.type];
    std::string parts;
    for (std::size_t t = 0; t < count.size(); ++t) {
      if (count[t] == 0) continue;
      parts += fmt::format("{}{} {}", parts.empty() ? "" : ", ", count[t],
                           model_.molecule_types[t].name);
    }
    return text + "; the largest complex has " + parts + chains_text();
  }

  /// The bonds that may repeat: what multiplies species even where complexes stay small.
  std::string chains_text() const
  {
    std::string text;
    for (const PolymerLoop& loop : polymer_sites(model_)) {
      text += text.empty() ? "; chains may repeat " : " or ";
      text += to_string(loop, model_.molecule_types);
    }
    return text.empty() ? text : text + " without end";
  }

  NetworkObservable weigh(const model::Observable& observable) const
  {
    const Observer observer(observable, model_.options, kinds_);
    Matcher::Scratch scratch;
    std::vector<std::uint32_t> rows;
    NetworkObservable result{observable.name, {}};
    for (std::size_t s = 0; s < species_.size(); ++s) {
      const SpeciesIndex species(s);
      const double weight = observer.weight(species_[species], places_[s], scratch, rows);
      if (weight != 0.0) result.weights.emplace_back(species, weight);
    }
    return result;
  }

  const model::Model& model_;
  const ExpansionOptions options_;
  const MoleculeKinds kinds_;
  const Geography geography_;
  std::vector<CompiledRule> compiled_;
  std::vector<ReadyRule> rules_;       // refer to `compiled_`
  SpeciesTable species_;
  std::vector<std::int32_t> places_;   // [n_species]
  std::vector<bool> has_amount_;       // [n_species]
  std::vector<NetworkSpecies> seeds_;  // the first species, names still to come
  std::optional<LawBook> laws_;
  VolumeScale scale_;
  ReactionList reactions_;
  std::vector<EventMaker> makers_;     // [n_threads]
  std::vector<std::uint32_t> tuples_;  // [events][n_reactants], positions in Finds
  graph::Matcher::Scratch scratch_;
  std::vector<std::uint32_t> rows_;
  std::vector<Match> matches_;
  std::vector<SpeciesIndex> products_;
  std::size_t num_applied_ = 0;        // species to which all rules were applied
  std::size_t round_ = 0;
  std::vector<std::size_t> growth_;    // [rounds], new species
  std::optional<Diagnostic> mistake_;
};

Expansion::Expansion(const model::Model& model, ExpansionOptions options)
    : state_(std::make_unique<State>(model, std::move(options)))
{
}

Expansion::~Expansion() = default;
Expansion::Expansion(Expansion&&) noexcept = default;
Expansion& Expansion::operator=(Expansion&&) noexcept = default;

std::vector<Diagnostic> Expansion::extend(std::span<const std::size_t> seeds)
{
  return state_->extend(seeds);
}

Network Expansion::network() const& { return state_->network(state_->copy_reactions()); }

Network Expansion::network() && { return state_->network(state_->take_reactions()); }

Checked<Network> expand(const model::Model& model, const ExpansionOptions& options)
{
  std::vector<std::size_t> seeds(model.seeds.size());
  std::iota(seeds.begin(), seeds.end(), 0U);
  Expansion expansion(model, options);
  std::vector<Diagnostic> mistakes = expansion.extend(seeds);
  if (!mistakes.empty()) return mistakes;
  return std::move(expansion).network();
}

}  // namespace rascade::network
