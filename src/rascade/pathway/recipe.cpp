// SPDX-License-Identifier: MIT
#include "rascade/pathway/recipe.hpp"

#include <utility>

namespace rascade::pathway {
namespace {

constexpr std::string_view drug_slot = "<drug>";
constexpr std::string_view allele_slot = "<allele>";

std::string family_slot(const std::string& family) { return "<" + family + ">"; }

class BookMaker {
 public:
  BookMaker(const knowledge::Knowledge& knowledge, const Cell& cell,
            const std::vector<Instance>& instances, const std::vector<const knowledge::Drug*>& drugs)
      : knowledge_(knowledge), cell_(cell), instances_(instances), drugs_(drugs)
  {}

  RecipeBook make()
  {
    for (const knowledge::Parameter& p : knowledge_.parameters) add_base(p.name, p.quantity);
    add_cancer();
    add_abundances();
    add_drugs();
    for (const Instance& instance : instances_) {
      for (const knowledge::Variant* variant : instance.variants) apply(*variant, &instance);
    }
    apply_gene_alterations();
    apply_levels();
    return std::move(book_);
  }

 private:
  void put(const std::string& name, const std::string& template_name, Recipe::Part part)
  {
    book_[name] = {name, template_name, {part}, {}};
  }

  /// One recipe for every way to fill the slots of a table's name.
  void add_base(const std::string& name, const knowledge::Quantity& quantity)
  {
    for (const std::string& with_drug : fill_drugs(name, "")) {
      for (const std::string& filled : fill_instances(with_drug)) put(filled, name, {1, &quantity});
    }
  }

  std::vector<std::string> fill_drugs(const std::string& name, const std::string& only) const
  {
    if (name.find(drug_slot) == std::string::npos) return {name};
    std::vector<std::string> names;
    for (const knowledge::Drug* drug : drugs_) {
      if (!only.empty() && only != drug->name && only != drug->mechanism) continue;
      names.push_back(replace_all(name, drug_slot, identifier(drug->name)));
    }
    return names;
  }

  std::vector<std::string> fill_instances(const std::string& name) const
  {
    std::vector<std::string> names;
    bool has_slot = false;
    for (const knowledge::Gene& gene : knowledge_.genes) {
      has_slot = has_slot || name.find(family_slot(gene.family)) != std::string::npos;
    }
    if (!has_slot) return {name};
    for (const Instance& instance : instances_) {
      const std::string slot = family_slot(instance.family);
      if (name.find(slot) != std::string::npos) {
        names.push_back(replace_all(name, slot, instance.name));
      }
    }
    return names;
  }

  void add_cancer()
  {
    const knowledge::Cancer* cancer = knowledge_.find_cancer(cell_.cancer);
    if (cancer == nullptr) return;
    for (const auto& [name, quantity] : cancer->parameters) put(name, name, {1, &quantity});
  }

  void add_abundances()
  {
    for (const Instance& instance : instances_) {
      Recipe recipe{"copies_" + instance.name, "copies_" + family_slot(instance.family), {}, {}};
      for (const Instance::Share& share : instance.shares) {
        recipe.parts.push_back({share.copies, &share.gene->abundance_per_copy});
      }
      book_[recipe.name] = recipe;
    }
  }

  void add_drugs()
  {
    for (const knowledge::Drug* drug : drugs_) {
      const std::string id = identifier(drug->name);
      for (const auto& [name, quantity] : drug->parameters) {
        put(name + "_" + id, name + "_<drug>", {1, &quantity});
      }
      book_["C_" + id] = {"C_" + id, "C_<drug>", {}, {}};
    }
  }

  void apply(const knowledge::Variant& variant, const Instance* instance)
  {
    for (const knowledge::VariantEffect& effect : variant.effects) {
      std::string name = effect.parameter;
      if (instance != nullptr) name = replace_all(name, allele_slot, instance->name);
      for (const std::string& filled : fill_drugs(name, effect.drug)) {
        const auto found = book_.find(filled);
        if (found != book_.end()) found->second.effects.push_back({effect.change, &effect.quantity});
      }
    }
  }

  void apply_gene_alterations()
  {
    for (const Allele& allele : cell_.alleles) {
      const knowledge::Gene* gene = knowledge_.find_gene(allele.gene);
      if (gene == nullptr || gene->family != "-") continue;
      for (const std::string& name : allele.variants) {
        const knowledge::Variant* variant = knowledge_.find_variant(allele.gene, name);
        if (variant != nullptr) apply(*variant, nullptr);
      }
    }
  }

  void apply_levels()
  {
    for (const auto& [parameter, level] : cell_.levels) {
      for (const knowledge::Level& row : knowledge_.levels) {
        if (row.parameter != parameter || row.level != level) continue;
        book_[parameter].effects.push_back({knowledge::Change::scale, &row.factor});
      }
    }
  }

  const knowledge::Knowledge& knowledge_;
  const Cell& cell_;
  const std::vector<Instance>& instances_;
  const std::vector<const knowledge::Drug*>& drugs_;
  RecipeBook book_;
};

}  // namespace

double Recipe::value(const Catalogue& catalogue, const Draw& draw) const
{
  double result = 0;
  for (const Part& part : parts) {
    result += part.weight * draw.internal(catalogue, *part.quantity);
  }
  for (const Effect& effect : effects) {
    const double by = draw.internal(catalogue, *effect.quantity);
    result = effect.change == knowledge::Change::set ? by : result * by;
  }
  return result;
}

RecipeBook make_recipes(const knowledge::Knowledge& knowledge, const Cell& cell,
                        const std::vector<Instance>& instances,
                        const std::vector<const knowledge::Drug*>& drugs)
{
  return BookMaker(knowledge, cell, instances, drugs).make();
}

std::string replace_all(std::string text, std::string_view from, std::string_view to)
{
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at)) {
    text.replace(at, from.size(), to);
    at += to.size();
  }
  return text;
}

}  // namespace rascade::pathway
