// SPDX-License-Identifier: MIT
#include "rascade/network/expand.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include "rascade/network/apply_rule.hpp"
#include "rascade/network/compile_rule.hpp"
#include "rascade/network/evaluation_order.hpp"
#include "rascade/network/geography.hpp"
#include "rascade/network/law_book.hpp"
#include "rascade/network/observe.hpp"
#include "rascade/network/pattern_graph.hpp"
#include "rascade/network/reaction_list.hpp"
#include "rascade/network/species_table.hpp"
#include "rascade/network/volume_scale.hpp"

namespace rascade::network {
namespace {

using graph::Matcher;
using graph::SiteGraph;

constexpr std::size_t block_size = 1U << 14U;  // events made and committed together
constexpr std::size_t worth_sharing = 512;     // events below which one thread is faster

/// Where one reactant pattern lies in the species known so far, by species.
struct Finds {
  std::vector<SpeciesIndex> species;
  std::vector<std::uint32_t> rows;  // one after the other
  std::size_t row_size = 0;
};

/// A rule's condition, ready to be asked.
struct Filter {
  bool is_include;
  bool is_on_product;
  std::size_t position;
  std::vector<Matcher> matchers;

  [[nodiscard]] bool admits(const SiteGraph& species, Matcher::Scratch& scratch,
                            std::vector<std::uint32_t>& rows) const
  {
    const bool fits = std::any_of(matchers.begin(), matchers.end(), [&](const Matcher& matcher) {
      rows.clear();
      return matcher.find(species, scratch, rows, 1) > 0;
    });
    return fits == is_include;
  }
};

/// Keeps one of the rows that agree in the reaction centre: they are one event.
void drop_repeats(std::vector<std::uint32_t>& rows, std::size_t row_size, const Centre& centre,
                  std::size_t num_molecules)
{
  std::size_t kept = 0;
  for (std::size_t i = 0; i < rows.size(); i += row_size) {
    const auto is_same_event = [&](std::size_t j) {
      return std::all_of(centre.sites.begin(), centre.sites.end(),
                         [&](std::uint32_t s) {
                           return rows[i + num_molecules + s] == rows[j + num_molecules + s];
                         }) &&
             std::all_of(centre.molecules.begin(), centre.molecules.end(),
                         [&](std::uint32_t m) { return rows[i + m] == rows[j + m]; });
    };
    bool is_new = true;
    for (std::size_t j = 0; j < kept && is_new; j += row_size) is_new = !is_same_event(j);
    if (!is_new) continue;
    std::copy_n(rows.begin() + static_cast<std::ptrdiff_t>(i), row_size,
                rows.begin() + static_cast<std::ptrdiff_t>(kept));
    kept += row_size;
  }
  rows.resize(kept);
}

/// What one thread needs, and what came out of its share of a block.
struct Shard {
  struct Unknown {
    SiteGraph graph;
    graph::Fingerprint print;
  };
  static constexpr std::int32_t no_event = -1;

  explicit Shard(const Geography& geography) : workpiece(geography) {}

  Workpiece workpiece;
  graph::IsomorphismTest test;
  graph::Fingerprint print;
  Matcher::Scratch scratch;
  std::vector<std::uint32_t> rows;
  std::vector<Match> matches;
  std::vector<std::int32_t> places;
  std::vector<std::int32_t> num_products;  // [events of its share]
  std::vector<std::int64_t> products;      // species, or -1 - position in `unknown`
  std::vector<Unknown> unknown;
};

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
      rules_.push_back(compile_rule(rule, kinds_));
      std::vector<Finds>& finds = finds_.emplace_back(rule.reactants.size());
      for (std::size_t r = 0; r < finds.size(); ++r) {
        finds[r].row_size = rules_.back().reactants[r].row_size();
      }
      filters_.push_back(make_filters(rule));
    }
    for (const auto& [name, most] : options_.limits.max_stoich) note_stoich(name, most);
    laws_.emplace(model_, rules_, kinds_, species_);
    for (std::size_t t = 0; t < std::max<std::size_t>(1, options_.threads); ++t) {
      shards_.emplace_back(geography_);
    }
  }

  std::vector<Diagnostic> extend(std::span<const std::size_t> seeds)
  {
    for (const std::size_t seed : seeds) add_seed(model_.seeds[seed]);
    while (num_applied_ < species_.size() || round_ == 0) {
      if (round_ == options_.limits.max_iterations || mistake_) break;
      apply_rules();
    }
    if (mistake_) return {*mistake_};
    return {};
  }

  Network network() const
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
    network.reactions = reactions_.all();
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
  std::vector<Filter> make_filters(const model::Rule& rule) const
  {
    std::vector<Filter> filters;
    for (const model::Condition& condition : rule.conditions) {
      Filter& filter = filters.emplace_back(
          Filter{condition.is_include, condition.is_on_product, condition.position, {}});
      for (const model::Pattern& pattern : condition.patterns) {
        filter.matchers.emplace_back(to_site_pattern(pattern, kinds_));
      }
    }
    return filters;
  }

  void note_stoich(const std::string& name, std::size_t most)
  {
    for (std::uint32_t t = 0; t < model_.molecule_types.size(); ++t) {
      if (model_.molecule_types[t].name == name) max_stoich_.emplace_back(t, most);
    }
  }

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
      if (rules_[r].reactants.empty() && round_ == 0) {
        tuples_.clear();
        react(r, 1);
      }
      for (std::size_t p = rules_[r].reactants.size(); p-- > 0 && !mistake_;) {
        const std::size_t first_new = finds_[r][p].species.size();
        look_for_pattern(r, p, num_applied_, end);
        combine(r, p, first_new);
      }
    }
    num_applied_ = end;
    ++round_;
    growth_.push_back(species_.size() - end);
  }

  void look_for_pattern(std::size_t r, std::size_t p, std::size_t begin, std::size_t end)
  {
    const CompiledRule& rule = rules_[r];
    const model::Pattern& pattern = model_.rules[r].reactants[p];
    const std::size_t num_molecules = pattern.molecules.size();
    Finds& finds = finds_[r][p];
    Shard& shard = shards_[0];
    for (std::size_t s = begin; s < end; ++s) {
      const SpeciesIndex species(s);
      if (pattern.compartment != model::nowhere && places_[s] != pattern.compartment) continue;
      rows_.clear();
      const std::size_t num_found =
          pattern.match_once ? rule.reactants[p].find(species_[species], shard.scratch, rows_, 1)
                             : rule.reactants[p].find(species_[species], shard.scratch, rows_);
      if (num_found == 0 || !admits(r, p, false, species_[species], shard)) continue;
      if (num_found > 1) drop_repeats(rows_, finds.row_size, rule.centres[p], num_molecules);
      finds.species.insert(finds.species.end(), rows_.size() / finds.row_size, species);
      finds.rows.insert(finds.rows.end(), rows_.begin(), rows_.end());
    }
  }

  bool admits(std::size_t r, std::size_t position, bool is_on_product, const SiteGraph& species,
              Shard& shard) const
  {
    return std::all_of(filters_[r].begin(), filters_[r].end(), [&](const Filter& filter) {
      return filter.position != position || filter.is_on_product != is_on_product ||
             filter.admits(species, shard.scratch, shard.rows);
    });
  }

  /// Lets the rule act on every choice of reactants whose p-th is new; those before it are old ones,
  /// as the new of theirs are still to come.
  void combine(std::size_t rule, std::size_t p, std::size_t first_new)
  {
    const std::vector<Finds>& finds = finds_[rule];
    const std::size_t n = finds.size();
    std::vector<std::uint32_t> at(n, 0);
    at[p] = static_cast<std::uint32_t>(first_new);
    const std::vector<std::uint32_t> first = at;
    for (std::size_t j = 0; j < n; ++j) {
      if (at[j] >= finds[j].species.size()) return;
    }
    tuples_.clear();
    while (!mistake_) {
      tuples_.insert(tuples_.end(), at.begin(), at.end());
      if (tuples_.size() >= n * block_size) react(rule, tuples_.size() / n);
      std::size_t j = n;
      while (j-- > 0) {
        if (++at[j] < finds[j].species.size()) break;
        at[j] = first[j];
        if (j == 0) return react(rule, tuples_.size() / n);
      }
    }
  }

  /// Makes all events of `tuples_`, each thread a share, then commits them in order: so the network
  /// does not depend on the number of threads.
  void react(std::size_t rule, std::size_t num_events)
  {
    const std::size_t num_shares = num_events < worth_sharing ? 1 : shards_.size();
    const auto begin_of = [&](std::size_t share) { return num_events * share / num_shares; };
    const auto run = [&](std::size_t share) {
      make_events(rule, begin_of(share), begin_of(share + 1), shards_[share]);
    };
    if (num_shares == 1) {
      run(0);
    } else {
      tbb::task_arena arena(static_cast<int>(num_shares));
      arena.execute([&] { tbb::parallel_for(std::size_t{0}, num_shares, run); });
    }
    for (std::size_t share = 0; share < num_shares; ++share) {
      commit(rule, begin_of(share), shards_[share]);
    }
    tuples_.clear();
    report_progress();
    check_memory();
  }

  void make_events(std::size_t rule, std::size_t begin, std::size_t end, Shard& shard) const
  {
    shard.num_products.clear();
    shard.products.clear();
    shard.unknown.clear();
    for (std::size_t e = begin; e < end; ++e) {
      lay_matches(rule, e, shard.matches);
      shard.num_products.push_back(make_event(rule, shard));
    }
  }

  void lay_matches(std::size_t rule, std::size_t event, std::vector<Match>& matches) const
  {
    const std::size_t n = finds_[rule].size();
    matches.clear();
    for (std::size_t r = 0; r < n; ++r) {
      const Finds& finds = finds_[rule][r];
      const std::size_t found = tuples_[event * n + r];
      const SpeciesIndex species = finds.species[found];
      matches.push_back({&species_[species], finds.rows.data() + found * finds.row_size,
                         places_[species]});
    }
  }

  std::int32_t make_event(std::size_t rule, Shard& shard) const
  {
    if (!geography_.is_flat()) {
      shard.places.clear();
      for (const Match& match : shard.matches) shard.places.push_back(match.place);
      if (shard.places.size() > 1 && !geography_.can_meet(shard.places)) return Shard::no_event;
    }
    if (!shard.workpiece.apply(rules_[rule], shard.matches)) return Shard::no_event;
    const std::span<const SiteGraph> made = shard.workpiece.products();
    const bool is_admitted = std::all_of(made.begin(), made.end(), [&](const SiteGraph& product) {
      const auto position = static_cast<std::size_t>(&product - made.data());
      return is_small_enough(product) && admits(rule, position, true, product, shard);
    });
    if (!is_admitted) return Shard::no_event;
    for (const SiteGraph& product : made) {
      shard.test.fingerprint(product, shard.print);
      if (const auto known = species_.find(product, shard.print, shard.test)) {
        shard.products.push_back(known->value);
        continue;
      }
      shard.products.push_back(-1 - static_cast<std::int64_t>(shard.unknown.size()));
      shard.unknown.push_back({product, shard.print});
    }
    return static_cast<std::int32_t>(made.size());
  }

  bool is_small_enough(const SiteGraph& product) const
  {
    if (product.molecules.size() > options_.limits.max_molecules) return false;
    return std::all_of(max_stoich_.begin(), max_stoich_.end(), [&](const auto& limit) {
      return static_cast<std::size_t>(
                 std::count_if(product.molecules.begin(), product.molecules.end(),
                               [&](const SiteGraph::Molecule& m) {
                                 return m.type == limit.first;
                               })) <= limit.second;
    });
  }

  void commit(std::size_t rule, std::size_t first_event, Shard& shard)
  {
    std::size_t next_product = 0;
    for (std::size_t e = 0; e < shard.num_products.size() && !mistake_; ++e) {
      if (shard.num_products[e] == Shard::no_event) continue;
      products_.clear();
      for (std::int32_t i = 0; i < shard.num_products[e]; ++i) {
        const std::int64_t product = shard.products[next_product++];
        if (product >= 0) {
          products_.emplace_back(static_cast<std::size_t>(product));
          continue;
        }
        const Shard::Unknown& unknown = shard.unknown[static_cast<std::size_t>(-1 - product)];
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
    const std::size_t n = finds_[r].size();
    Reaction reaction;
    for (std::size_t i = 0; i < n; ++i) {
      reaction.reactants.push_back(finds_[r][i].species[tuples_[event * n + i]]);
    }
    lay_matches(r, event, matches_);
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
    reaction.factor = rules_[r].weight;
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
    for (const std::vector<Finds>& of_rule : finds_) {
      for (const Finds& finds : of_rule) {
        sum += finds.rows.size() * sizeof(std::uint32_t) +
               finds.species.size() * sizeof(SpeciesIndex);
      }
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
    mistake_ = Diagnostic{
        Severity::error, "E1503", {},
        fmt::format("the network needs more than {} MB: {} species and {} reactions after {} "
                    "rounds; {}",
                    options_.limits.max_bytes >> 20U, species_.size(), reactions_.size(), round_,
                    growth_text()),
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
    return text + "; the largest complex has " + parts;
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
  std::vector<CompiledRule> rules_;
  std::vector<std::vector<Filter>> filters_;  // [n_rules]
  std::vector<std::vector<Finds>> finds_;     // [n_rules][n_reactants]
  std::vector<std::pair<std::uint32_t, std::size_t>> max_stoich_;  // by molecule type
  SpeciesTable species_;
  std::vector<std::int32_t> places_;   // [n_species]
  std::vector<bool> has_amount_;       // [n_species]
  std::vector<NetworkSpecies> seeds_;  // the first species, names still to come
  std::optional<LawBook> laws_;
  VolumeScale scale_;
  ReactionList reactions_;
  std::vector<Shard> shards_;          // [n_threads]
  std::vector<std::uint32_t> tuples_;  // [events][n_reactants], positions in Finds
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

Network Expansion::network() const { return state_->network(); }

Checked<Network> expand(const model::Model& model, const ExpansionOptions& options)
{
  std::vector<std::size_t> seeds(model.seeds.size());
  std::iota(seeds.begin(), seeds.end(), 0U);
  Expansion expansion(model, options);
  std::vector<Diagnostic> mistakes = expansion.extend(seeds);
  if (!mistakes.empty()) return mistakes;
  return expansion.network();
}

}  // namespace rascade::network
