// SPDX-License-Identifier: MIT
#include "rascade/atlas/answer_json.hpp"

#include "rascade/atlas/answer_text.hpp"
#include "rascade/atlas/cite.hpp"

namespace rascade::atlas {
namespace {

using Json = nlohmann::ordered_json;

Json to_json(const Fact& fact)
{
  return {{"id", fact.id},
          {"rank", fact.rank == 0 ? Json() : Json(fact.rank)},
          {"title", fact.title},
          {"direction", fact.direction},
          {"text", fact.text},
          {"context", fact.context},
          {"evidence", fact.evidence},
          {"counter", fact.counter},
          {"note", fact.note},
          {"against", fact.against},
          {"refs", fact.refs}};
}

}  // namespace

Json to_json(const Answer& answer, const knowledge::Knowledge& tables)
{
  Json json = {{"format", "rascade-atlas-answer/1"},
               {"research_use_only", notice},
               {"knowledge", tables.hash},
               {"question", answer.question},
               {"title", answer.title},
               {"lines", Json::array()},
               {"sections", Json::array()},
               {"references", Json::array()}};
  for (const Line& line : answer.lines) {
    json["lines"].push_back({{"label", line.label}, {"text", line.text}, {"refs", line.refs}});
  }
  for (const Section& section : answer.sections) {
    Json facts = Json::array();
    for (const Fact& fact : section.facts) facts.push_back(to_json(fact));
    json["sections"].push_back({{"title", section.title}, {"facts", std::move(facts)}});
  }
  for (const std::string& key : cited_keys(answer)) {
    const Citation citation = cite(tables, key);
    json["references"].push_back(
        {{"key", citation.key}, {"citation", citation.text}, {"url", citation.url}});
  }
  return json;
}

}  // namespace rascade::atlas
