// SPDX-License-Identifier: MIT
#include "rascade/network/describe_rule.hpp"

#include <cstddef>
#include <cstdint>
#include <utility>

#include <fmt/format.h>

#include "rascade/network/compile_rule.hpp"
#include "rascade/network/pattern_graph.hpp"

namespace rascade::network {
namespace {

class RuleDescriber {
 public:
  RuleDescriber(const model::Rule& rule, const model::Model& model)
      : rule_(rule),
        model_(model),
        compiled_(compile_rule(rule, MoleculeKinds(model.molecule_types)))
  {
    for (const model::Compartment& c : model.compartments) compartments_.push_back(c.name);
    for (const model::Pattern& pattern : rule.reactants) {
      first_molecule_.push_back(molecules_.size());
      first_site_.push_back(sites_.size());
      for (const model::MoleculePattern& molecule : pattern.molecules) name_sites(molecule);
    }
    name_made();
  }

  RuleDescription run()
  {
    RuleDescription result{rule_.name, texts(rule_.reactants), texts(rule_.products), {}, {},
                           compiled_.weight};
    describe_sites();
    describe_molecules();
    result.changes = std::move(changes_);
    for (std::size_t p = 0; p < compiled_.centres.size(); ++p) {
      result.centres.push_back(centre(p));
    }
    return result;
  }

 private:
  struct Site {
    std::string name;
    const model::ComponentType* type;
  };

  std::string add_molecule(const model::MoleculeType& type)
  {
    molecules_.push_back(fmt::format("{}#{}", type.name, molecules_.size() + 1));
    return molecules_.back();
  }

  void name_sites(const model::MoleculePattern& molecule)
  {
    const model::MoleculeType& type = model_.molecule_types[molecule.type];
    const std::string name = add_molecule(type);
    for (const model::ComponentPattern& site : molecule.components) {
      const model::ComponentType& component = type.components[site.component];
      sites_.push_back({fmt::format("{}.{}", name, component.name), &component});
    }
  }

  void name_made()
  {
    for (const graph::SiteGraph::Molecule& made : compiled_.change.made.molecules) {
      const model::MoleculeType& type = model_.molecule_types[made.type];
      const std::string name = add_molecule(type);
      changes_.push_back("make " + name);
      for (const model::ComponentType& component : type.components) {
        sites_.push_back({fmt::format("{}.{}", name, component.name), &component});
      }
    }
  }

  std::vector<std::string> texts(const std::vector<model::Pattern>& patterns) const
  {
    std::vector<std::string> result;
    for (const model::Pattern& pattern : patterns) {
      result.push_back(model::to_string(pattern, model_.molecule_types, compartments_));
    }
    return result;
  }

  std::string place(std::int32_t compartment) const
  {
    return compartment == model::nowhere ? "nowhere"
                                         : compartments_[static_cast<std::size_t>(compartment)];
  }

  void describe_sites()
  {
    const Transformation& change = compiled_.change;
    for (const Transformation::StateChange& state : change.states) {
      const Site& site = sites_[state.site];
      changes_.push_back(fmt::format("set {} to {}", site.name,
                                     site.type->states[static_cast<std::size_t>(state.state)]));
    }
    for (const std::uint32_t cut : change.cuts) {
      changes_.push_back("cut the bond of " + sites_[cut].name);
    }
    for (const auto& [a, b] : change.joins) {
      changes_.push_back(fmt::format("join {} and {}", sites_[a].name, sites_[b].name));
    }
  }

  void describe_molecules()
  {
    const Transformation& change = compiled_.change;
    for (const std::uint32_t molecule : change.removed_molecules) {
      changes_.push_back("remove " + molecules_[molecule]);
    }
    for (const std::uint32_t reactant : change.removed_species) {
      changes_.push_back(fmt::format("remove the species of reactant {}", reactant + 1));
    }
    for (const Transformation::Move& move : change.moves) {
      changes_.push_back(fmt::format("move {} to {}{}", molecules_[move.molecule],
                                     place(move.compartment),
                                     move.takes_along ? " with what is bound to it" : ""));
    }
    for (const Transformation::SpeciesMove& move : change.species_moves) {
      changes_.push_back(fmt::format("move the species of reactant {} from {} to {}",
                                     move.reactant + 1, place(move.from), place(move.to)));
    }
  }

  std::vector<std::string> centre(std::size_t p) const
  {
    const Centre& centre = compiled_.centres[p];
    std::vector<std::string> result;
    for (const std::uint32_t site : centre.sites) {
      result.push_back(sites_[first_site_[p] + site].name);
    }
    for (const std::uint32_t molecule : centre.molecules) {
      result.push_back(molecules_[first_molecule_[p] + molecule]);
    }
    if (centre.is_whole_species) result.emplace_back("the whole species");
    return result;
  }

  const model::Rule& rule_;
  const model::Model& model_;
  const CompiledRule compiled_;
  std::vector<std::string> compartments_;
  std::vector<std::string> molecules_;        // [molecule slots]
  std::vector<Site> sites_;                   // [site slots]
  std::vector<std::size_t> first_molecule_;   // [n_reactants]
  std::vector<std::size_t> first_site_;       // [n_reactants]
  std::vector<std::string> changes_;
};

}  // namespace

RuleDescription describe_rule(const model::Rule& rule, const model::Model& model)
{
  return RuleDescriber(rule, model).run();
}

}  // namespace rascade::network
