// SPDX-License-Identifier: MIT
#include <cmath>
#include <set>

#include "rascade/claims/report.hpp"
#include "rascade/claims/summary.hpp"

namespace rascade::claims {
namespace {

using Json = nlohmann::ordered_json;

Json number(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

Json to_json(const Count& count)
{
  return {{"name", count.name},
          {"all", count.total()},
          {"reproduced", count.reproduced},
          {"missed", count.missed},
          {"not_modelled", count.not_modelled},
          {"no_numerator", count.uncounted},
          {"robust", count.robust},
          {"robust_judged", count.robust_judged}};
}

Json to_json(const std::vector<Count>& counts)
{
  Json json = Json::array();
  for (const Count& count : counts) json.push_back(to_json(count));
  return json;
}

Json to_json(const Summary& summary)
{
  Json waiting = Json::object();
  for (const auto& [part, n] : summary.waiting) waiting[part] = n;
  return {{"all", to_json(summary.all)},           {"levels", to_json(summary.levels)},
          {"statements", to_json(summary.statements)}, {"sections", to_json(summary.sections)},
          {"parts", to_json(summary.parts)},       {"labels", summary.labels},
          {"waiting_for", waiting}};
}

Json to_json(const CellReading& reading)
{
  Json values = Json::object();
  for (const auto& [role, value] : reading.values) values[role] = number(value);
  Json json{{"cell", reading.cell}, {"values", values}};
  if (!reading.course.empty()) {
    Json course = Json::array();
    for (const double value : reading.course) course.push_back(number(value));
    json["course"] = course;
  }
  return json;
}

Json to_json(const ClaimResult& result)
{
  const knowledge::Claim& c = *result.claim;
  Json readings = Json::array();
  for (const CellReading& reading : result.readings) readings.push_back(to_json(reading));
  Json json{{"id", c.id},
            {"statement", c.statement},
            {"section", c.section},
            {"level", c.level},
            {"context", c.context},
            {"a", c.a},
            {"b", c.b},
            {"more", c.more},
            {"base", c.base},
            {"control", c.control},
            {"readout", c.readout},
            {"expected", c.expected},
            {"refs", c.refs},
            {"row_hash", c.row_hash},
            {"status", to_string(result.status)},
            {"reason", result.reason},
            {"missing", result.missing},
            {"doubt", c.doubt},
            {"label", result.label},
            {"label_reason", result.label_reason},
            {"robust", nullptr},
            {"cells", readings},
            {"sources", result.sources}};
  if (result.robust) {
    json["robust"] = {{"holds", result.robust->holds},
                      {"fails", result.robust->fails},
                      {"share", result.robust->share()},
                      {"is_robust", result.robust->is_robust()},
                      {"draws_tried", result.robust->tried}};
  }
  return json;
}

}  // namespace

Json to_json(const Report& report)
{
  Json claims = Json::array();
  std::set<std::string> sources;
  for (const ClaimResult& result : report.results) {
    claims.push_back(to_json(result));
    sources.insert(result.sources.begin(), result.sources.end());
  }
  return {{"format", "rascade-claims/1"},
          {"research_use_only", "A model's answer, not medical advice."},
          {"knowledge", report.knowledge_hash},
          {"seed", report.seed},
          {"robust", report.has_draws},
          {"draws_admitted", report.draws_admitted},
          {"draws_tried", report.draws_tried},
          {"sources", sources},
          {"summary", to_json(summarise(report.results))},
          {"claims", claims}};
}

}  // namespace rascade::claims
