// SPDX-License-Identifier: MIT
#include "rascade/atlas/export_atlas.hpp"

#include <string>
#include <vector>

#include "rascade/atlas/answer_text.hpp"

namespace rascade::atlas {
namespace {

using Json = nlohmann::ordered_json;

Json to_json(const knowledge::Part& p)
{
  return {{"part", p.name},
          {"label", p.label},
          {"state", p.state},
          {"modules", p.modules},
          {"note", p.note}};
}

Json to_json(const knowledge::Therapy& t)
{
  return {{"id", t.id},
          {"name", t.name},
          {"synonyms", t.synonyms},
          {"parent", t.parent},
          {"kind", t.kind},
          {"target", t.target},
          {"target_state", t.target_state},
          {"action", t.action},
          {"modality", t.modality},
          {"drug", t.drug},
          {"missing", t.missing},
          {"cancers", t.cancers},
          {"phase", t.phase},
          {"combinations", t.combinations},
          {"preclinical", t.preclinical},
          {"trials", t.trials},
          {"sponsor", t.sponsor},
          {"outcomes", t.outcomes},
          {"refs", t.refs},
          {"note", t.note}};
}

Json to_json(const knowledge::Alteration& a)
{
  return {{"id", a.id},
          {"genes", a.genes},
          {"variant", a.variant},
          {"hgvs", a.hgvs},
          {"kind", a.kind},
          {"category", a.category},
          {"effect", a.effect},
          {"missing", a.missing},
          {"resists", a.resists},
          {"sensitive", a.sensitive},
          {"mechanism", a.mechanism},
          {"cancers", a.cancers},
          {"context", a.context},
          {"evidence", a.evidence},
          {"frequency", a.frequency},
          {"refs", a.refs},
          {"note", a.note}};
}

Json to_json(const knowledge::Regulator& r)
{
  return {{"id", r.id},           {"name", r.name},       {"role", r.role},
          {"agents", r.agents},   {"cancers", r.cancers}, {"mechanism", r.mechanism},
          {"level", r.level},     {"acts_on", r.acts_on}, {"counter", r.counter},
          {"missing", r.missing}, {"refs", r.refs},       {"note", r.note}};
}

Json to_json(const knowledge::Node& n)
{
  return {{"node", n.name},   {"kind", n.kind}, {"compartment", n.compartment},
          {"genes", n.genes}, {"role", n.role}, {"parts", n.parts},
          {"refs", n.refs}};
}

Json to_json(const knowledge::Edge& e)
{
  return {{"from", e.from},
          {"to", e.to},
          {"sign", std::string(1, e.sign)},
          {"basis", e.basis},
          {"refs", e.refs}};
}

Json to_json(const knowledge::CancerType& c)
{
  return {{"code", c.code}, {"name", c.name}, {"parent", c.parent}, {"synonyms", c.synonyms}};
}

Json to_json(const knowledge::GeneSymbol& g)
{
  return {{"symbol", g.symbol}, {"name", g.name}, {"synonyms", g.synonyms}};
}

Json to_json(const knowledge::Figure& f)
{
  return {{"id", f.id},           {"value", f.value}, {"unit", f.unit},      {"what", f.what},
          {"context", f.context}, {"refs", f.refs},   {"section", f.section}};
}

Json to_json(const knowledge::Conflict& c)
{
  return {{"id", c.id},           {"kind", c.kind},
          {"subject", c.subject}, {"first", c.first},
          {"second", c.second},   {"claims", c.claims},
          {"refs", c.refs},       {"resolution", c.resolution}};
}

/// `status` and `label` stay empty here: they are results, not knowledge.
Json to_json(const knowledge::Claim& c)
{
  return {{"id", c.id},
          {"statement", c.statement},
          {"section", c.section},
          {"level", c.level},
          {"kind", c.kind},
          {"context", c.context},
          {"a", c.a},
          {"b", c.b},
          {"readout", c.readout},
          {"expected", c.expected},
          {"parts", c.parts},
          {"refs", c.refs},
          {"doubt", c.doubt},
          {"status", ""},
          {"label", ""}};
}

Json to_json(const knowledge::Reference& r)
{
  return {{"key", r.key},         {"kind", r.kind},
          {"authors", r.authors}, {"year", r.year},
          {"title", r.title},     {"journal", r.journal},
          {"doi", r.doi},         {"pmid", r.pmid},
          {"review", r.review},   {"established", r.established},
          {"note", r.note},       {"citation", r.citation()},
          {"url", r.url()}};
}

template <class Row>
Json rows(const std::vector<Row>& table)
{
  Json array = Json::array();
  for (const Row& row : table) array.push_back(to_json(row));
  return array;
}

}  // namespace

Json export_atlas(const knowledge::Knowledge& tables)
{
  return {{"format", "rascade-atlas/1"},
          {"research_use_only", notice},
          {"knowledge", tables.hash},
          {"parts", rows(tables.parts)},
          {"therapies", rows(tables.therapies)},
          {"alterations", rows(tables.alterations)},
          {"regulators", rows(tables.regulators)},
          {"nodes", rows(tables.nodes)},
          {"edges", rows(tables.edges)},
          {"cancer_types", rows(tables.cancer_types)},
          {"gene_symbols", rows(tables.gene_symbols)},
          {"figures", rows(tables.figures)},
          {"conflicts", rows(tables.conflicts)},
          {"claims", rows(tables.claims.claims)},
          {"references", rows(tables.references)}};
}

}  // namespace rascade::atlas
