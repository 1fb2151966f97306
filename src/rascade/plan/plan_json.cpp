// SPDX-License-Identifier: MIT
#include "rascade/plan/plan_json.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "rascade/atlas/cite.hpp"
#include "rascade/atlas/wording.hpp"
#include "rascade/base/version.hpp"
#include "rascade/plan/summarise.hpp"

namespace rascade::plan {
namespace {

using Json = nlohmann::ordered_json;

/// Six significant digits: more would only be noise on the page.
Json number(double value)
{
  if (!std::isfinite(value)) return nullptr;
  return std::stod(fmt::format("{:.6g}", value));
}

Json numbers(const std::vector<double>& values)
{
  Json array = Json::array();
  for (const double v : values) array.push_back(number(v));
  return array;
}

Json interval(const trial::Interval& i)
{
  return {{"value", number(i.value)}, {"low", number(i.low)}, {"high", number(i.high)}};
}

Json optional_number(const std::optional<double>& value)
{
  return value ? number(*value) : Json(nullptr);
}

Json optional_flag(const std::optional<bool>& flag) { return flag ? Json(*flag) : Json(nullptr); }

std::vector<std::string> names_of(const Drugs& drugs)
{
  std::vector<std::string> names;
  for (const knowledge::Drug* drug : drugs) names.push_back(drug->name);
  return names;
}

Json tumour_json(const Plan& plan)
{
  const TumourCase& tumour = *plan.tumour;
  return {{"name", tumour.name},
          {"title", plan.title()},
          {"cancer", {{"code", tumour.cell.cancer}, {"name", plan.cancer_name}}},
          {"genotype", tumour.genotype},
          {"environment", tumour.environment},
          {"prior", names_of(tumour.prior)}};
}

Json drugs_json(const Drugs& drugs)
{
  Json array = Json::array();
  for (const knowledge::Drug* drug : drugs) {
    array.push_back({{"name", drug->name}, {"regimen", drug->regimen_text},
                     {"sources", {drug->origin.source}}});
  }
  return array;
}

Json percent_interval(const std::optional<double>& value, const std::optional<double>& low,
                      const std::optional<double>& high, double scale)
{
  const auto scaled = [scale](const std::optional<double>& v) -> Json {
    return v ? number(*v * scale) : Json(nullptr);
  };
  return {{"value", scaled(value)}, {"low", scaled(low)}, {"high", scaled(high)}};
}

Json published_json(const std::optional<Published>& published)
{
  if (!published) return nullptr;
  const knowledge::TrialRow& row = *published->row;
  return {{"trial", published->trial()},
          {"orr", percent_interval(row.orr, row.orr_low, row.orr_high, 0.01)},
          {"pfs_months", percent_interval(row.pfs, row.pfs_low, row.pfs_high, 1)},
          {"sources", {row.origin.source}},
          {"orr_within", optional_flag(published->orr_within)},
          {"pfs_within", optional_flag(published->pfs_within)}};
}

Json band_json(const Band& band, const char* time_name)
{
  return {{time_name, numbers(band.time)}, {"median", numbers(band.median)},
          {"q05", numbers(band.q05)},      {"q25", numbers(band.q25)},
          {"q75", numbers(band.q75)},      {"q95", numbers(band.q95)}};
}

Json signals_json(const ArmResult& arm)
{
  Json array = Json::array();
  for (const SignalBand& signal : arm.signals) {
    Json one = {{"name", signal.name}, {"unit", signal.unit}};
    one.update(band_json(signal.band, "time_h"));
    one["sources"] = arm.sources;
    array.push_back(std::move(one));
  }
  return array;
}

Json clones_json(const CloneCourse& clones)
{
  Json cells = Json::array();
  for (const std::vector<double>& clone : clones.cells) cells.push_back(numbers(clone));
  return {{"time_months", numbers(clones.time_months)}, {"names", clones.names}, {"cells", cells}};
}

Json basis_json(const std::vector<Basis>& basis)
{
  Json array = Json::array();
  for (const Basis& b : basis) {
    array.push_back({{"what", b.what}, {"source", b.origin->source},
                     {"grade", knowledge::to_string(b.origin->grade)}});
  }
  return array;
}

/// What becomes of a claim on this model is empty if it has not been tried.
class ClaimsWriter {
 public:
  ClaimsWriter(const Plan& plan, const knowledge::Knowledge& knowledge)
      : plan_(plan), knowledge_(knowledge)
  {}

  Json operator()(const std::vector<Evidence>& claims) const
  {
    Json array = Json::array();
    for (const Evidence& evidence : claims) {
      const knowledge::Claim& claim = *evidence.claim;
      const atlas::ClaimWords words = atlas::claim_words(knowledge_, claim);
      const auto status = plan_.claim_status.find(claim.id);
      array.push_back({{"id", claim.id},
                       {"says", evidence.supports ? "supports" : "contradicts"},
                       {"sentence", fmt::format("{}: {}", words.sentence, words.direction)},
                       {"context", claim.context},
                       {"sources", atlas::resolved(knowledge_, claim.refs)},
                       {"model", status == plan_.claim_status.end() ? "" : status->second}});
    }
    return array;
  }

 private:
  const Plan& plan_;
  const knowledge::Knowledge& knowledge_;
};

Json arm_json(const ArmResult& arm, std::size_t index, const ClaimsWriter& claims)
{
  Json json = {{"id", fmt::format("a{}", index)},
               {"name", arm.name()},
               {"drugs", drugs_json(arm.drugs)},
               {"role", arm.is_base ? "base" : "candidate"},
               {"best_change", interval(arm.best_change)},
               {"orr", interval(arm.orr)},
               {"pfs_months", interval(arm.pfs_months)}};
  if (arm.delta_pfs_months) json["delta_pfs_months"] = interval(*arm.delta_pfs_months);
  json["robust"] = number(arm.robust);
  json["normal_tissue_cost"] = interval(arm.normal_cost);
  json["published"] = published_json(arm.published);
  json["waterfall"] = numbers(arm.waterfall);
  json["km"] = {{"time_months", numbers(arm.survival.time)},
                {"probability", numbers(arm.survival.probability)},
                {"low", numbers(arm.survival.low)},
                {"high", numbers(arm.survival.high)}};
  json["course"] = band_json(arm.course, "time_months");
  json["clones"] = clones_json(arm.clones);
  json["signals"] = signals_json(arm);
  json["sources"] = arm.sources;
  json["mechanism"] = arm.mechanism;
  json["basis"] = basis_json(arm.basis);
  json["claims"] = claims(arm.claims);
  return json;
}

Json screen_json(const std::vector<Screened>& screen)
{
  Json array = Json::array();
  for (const Screened& s : screen) {
    array.push_back({{"drugs", names_of(s.drugs)},
                     {"pfs_months", number(s.pfs_days / days_per_month)},
                     {"normal_tissue_cost", number(s.normal_cost)},
                     {"best_change", number(s.best_change)}});
  }
  return array;
}

Json routes_json(const std::vector<RouteResult>& routes, const ClaimsWriter& claims)
{
  Json array = Json::array();
  for (const RouteResult& r : routes) {
    array.push_back({{"name", r.label},
                     {"kind", r.kind},
                     {"share", interval(r.share)},
                     {"median_months", optional_number(r.median_months)},
                     {"evidence", r.evidence},
                     {"sources", r.sources},
                     {"closed_by", r.closed_by},
                     {"mechanism", r.mechanism},
                     {"basis", basis_json(r.basis)},
                     {"claims", claims(r.claims)}});
  }
  return array;
}

Json uncertainty_json(const std::vector<Uncertainty>& ranked)
{
  Json array = Json::array();
  for (const Uncertainty& u : ranked) {
    const knowledge::Quantity& q = *u.quantity;
    array.push_back({{"parameter", u.name},
                     {"label", q.origin.note.empty() ? u.name : q.origin.note},
                     {"unit", q.unit},
                     {"value", number(q.value)},
                     {"low", number(q.low)},
                     {"high", number(q.high)},
                     {"grade", knowledge::to_string(q.origin.grade)},
                     {"source", q.origin.source},
                     {"effect", number(u.effect)},
                     {"experiment", u.experiment}});
  }
  return array;
}

Json assumed_json(const std::vector<pathway::Catalogue::Entry>& entries)
{
  Json array = Json::array();
  for (const pathway::Catalogue::Entry& e : entries) {
    array.push_back({{"parameter", e.name}, {"value", number(e.quantity->value)},
                     {"unit", e.quantity->unit}, {"note", e.quantity->origin.note}});
  }
  return array;
}

void collect_keys(const Json& json, std::set<std::string>& keys)
{
  if (json.is_object()) {
    for (const auto& [name, value] : json.items()) {
      if (name == "source" && value.is_string()) keys.insert(value.get<std::string>());
      if (name == "sources") {
        for (const Json& key : value) keys.insert(key.get<std::string>());
      } else {
        collect_keys(value, keys);
      }
    }
  } else if (json.is_array()) {
    for (const Json& element : json) collect_keys(element, keys);
  }
}

Json references_json(const std::set<std::string>& keys, const knowledge::Knowledge& knowledge)
{
  Json json = Json::object();
  for (const std::string& key : keys) {
    if (const knowledge::Reference* reference = knowledge.find_reference(key)) {
      json[key] = {{"citation", reference->citation()}, {"identifier", reference->identifier()}};
    }
  }
  return json;
}

}  // namespace

Json to_json(const Plan& plan, const knowledge::Knowledge& knowledge)
{
  Json json = {{"schema", "rascade-plan/1"},
               {"research_use_only", "Research use only. Not for decisions about patients."},
               {"version", version},
               {"seed", plan.seed},
               {"knowledge", plan.knowledge_hash},
               {"patients", plan.patients},
               {"solves", plan.solves},
               {"tumour", tumour_json(plan)},
               {"decision",
                {{"sentence", plan.sentence},
                 {"base", plan.base().name()},
                 {"recommended", plan.recommended}}}};
  json["arms"] = Json::array();
  const ClaimsWriter claims(plan, knowledge);
  for (std::size_t i = 0; i < plan.arms.size(); ++i) {
    json["arms"].push_back(arm_json(plan.arms[i], i, claims));
  }
  json["screen"] = screen_json(plan.screen);
  json["routes"] = routes_json(plan.routes, claims);
  json["uncertainty"] = uncertainty_json(plan.uncertainty);
  json["parameters_by_grade"] = plan.parameters_by_grade;
  json["assumed"] = assumed_json(plan.assumed);
  std::set<std::string> keys = plan.sources;
  collect_keys(json, keys);
  json["sources"] = keys;
  json["references"] = references_json(keys, knowledge);
  json["rerun"] = plan.rerun;
  json["notes"] = plan.notes;
  return json;
}

}  // namespace rascade::plan
