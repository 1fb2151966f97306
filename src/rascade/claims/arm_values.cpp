// SPDX-License-Identifier: MIT
#include "rascade/claims/arm_values.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "rascade/plan/signal.hpp"

namespace rascade::claims {
namespace {

struct GrowthParameter {
  std::string_view name;
  double tumour::Growth::* member;
};

constexpr std::array<GrowthParameter, 6> growth_parameters{
    {{"growth_h", &tumour::Growth::h},
     {"growth_theta", &tumour::Growth::theta},
     {"growth_wE", &tumour::Growth::weight_erk},
     {"growth_dmax", &tumour::Growth::d_max},
     {"growth_enter", &tumour::Growth::enter},
     {"growth_leave", &tumour::Growth::leave}}};

double changed(double value, const Tweak& tweak, double by)
{
  return tweak.change == knowledge::Change::set ? by : value * by;
}

bool is_copies_of(const pathway::Recipe& recipe, const knowledge::Gene& gene)
{
  return std::any_of(recipe.parts.begin(), recipe.parts.end(), [&](const pathway::Recipe::Part& p) {
    return p.quantity == &gene.abundance_per_copy;
  });
}

/// What a tweak does to one recipe's value; the value itself if it does nothing to it.
class Tweaker {
 public:
  Tweaker(const pathway::Catalogue& catalogue, const pathway::Draw& draw,
          const knowledge::Knowledge& knowledge, const Tweak& tweak)
      : catalogue_(catalogue), draw_(draw), tweak_(tweak), gene_(knowledge.find_gene(tweak.target))
  {}

  bool touches(const pathway::Recipe& recipe) const
  {
    if (tweak_.kind == Tweak::Kind::parameter) {
      return recipe.name == tweak_.target || recipe.template_name == tweak_.target;
    }
    if (gene_ == nullptr || !is_copies_of(recipe, *gene_)) return false;
    return tweak_.kind == Tweak::Kind::gene || recipe.name != "copies_" + gene_->pool;
  }

  double apply(const pathway::Recipe& recipe, double value) const
  {
    const double by = draw_.internal(catalogue_, *tweak_.amount);
    if (tweak_.kind == Tweak::Kind::parameter) return changed(value, tweak_, by);
    // Only this gene's share of a pool changes: value * (others + share * by) / all.
    double all = 0, others = 0;
    for (const pathway::Recipe::Part& part : recipe.parts) {
      const double molecules = part.weight * draw_.internal(catalogue_, *part.quantity);
      all += molecules;
      if (part.quantity != &gene_->abundance_per_copy) others += molecules;
    }
    return all != 0 ? value * (others + (all - others) * by) / all : value;
  }

 private:
  const pathway::Catalogue& catalogue_;
  const pathway::Draw& draw_;
  const Tweak& tweak_;
  const knowledge::Gene* gene_;
};

bool is_growth(const std::string& name)
{
  return std::any_of(growth_parameters.begin(), growth_parameters.end(),
                     [&](const GrowthParameter& p) { return p.name == name; });
}

}  // namespace

std::vector<double> recipe_values(const pathway::Assembly& assembly,
                                  const pathway::Catalogue& catalogue, const pathway::Draw& draw,
                                  const knowledge::Knowledge& knowledge,
                                  const std::vector<Tweak>& tweaks)
{
  std::vector<double> values;
  for (const pathway::Recipe& recipe : assembly.recipes) {
    values.push_back(recipe.value(catalogue, draw));
  }
  for (const Tweak& tweak : tweaks) {
    const Tweaker tweaker(catalogue, draw, knowledge, tweak);
    for (std::size_t i = 0; i < values.size(); ++i) {
      const pathway::Recipe& recipe = assembly.recipes[i];
      if (tweaker.touches(recipe)) values[i] = tweaker.apply(recipe, values[i]);
    }
  }
  return values;
}

tumour::Growth growth_values(const knowledge::Knowledge& knowledge,
                             const pathway::Catalogue& catalogue, const pathway::Draw& draw,
                             const Arm& arm)
{
  tumour::Growth growth =
      plan::growth_of(knowledge, catalogue, draw, *knowledge.find_cancer(arm.cell.cancer));
  for (const Tweak& tweak : arm.tweaks) {
    for (const GrowthParameter& p : growth_parameters) {
      if (p.name != tweak.target) continue;
      growth.*p.member = changed(growth.*p.member, tweak, draw.internal(catalogue, *tweak.amount));
    }
  }
  return growth;
}

const Tweak* first_without_target(const pathway::Assembly& assembly,
                                  const knowledge::Knowledge& knowledge, const Arm& arm)
{
  const pathway::Catalogue catalogue(knowledge);
  const pathway::Draw central;
  for (const Tweak& tweak : arm.tweaks) {
    const Tweaker tweaker(catalogue, central, knowledge, tweak);
    const bool has_one = std::any_of(assembly.recipes.begin(), assembly.recipes.end(),
                                     [&](const pathway::Recipe& r) { return tweaker.touches(r); });
    const bool is_for_drugs = tweak.target.find("<drug>") != std::string::npos && arm.drugs.empty();
    if (!has_one && !is_for_drugs && !is_growth(tweak.target)) return &tweak;
  }
  return nullptr;
}

}  // namespace rascade::claims
