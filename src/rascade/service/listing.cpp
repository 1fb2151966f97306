// SPDX-License-Identifier: MIT
#include "rascade/service/listing.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "rascade/base/text.hpp"
#include "rascade/pathway/draw.hpp"
#include "rascade/plan/workbench.hpp"

namespace rascade::service {
namespace {

using Row = std::vector<std::string>;

std::string number(const std::optional<double>& value)
{
  return value ? fmt::format("{:g}", *value) : std::string();
}

Row quantity_row(std::string name, const knowledge::Quantity& q)
{
  return {std::move(name),          fmt::format("{:g}", q.value),
          q.unit,                   fmt::format("{:g}", q.low),
          fmt::format("{:g}", q.high), q.origin.source,
          std::string(knowledge::to_string(q.origin.grade)), q.origin.note};
}

std::vector<Row> drug_rows(const knowledge::Knowledge& k)
{
  std::vector<Row> rows{{"drug", "mechanism", "regimen", "source", "grade", "note"}};
  for (const knowledge::Drug& d : k.drugs) {
    rows.push_back({d.name, d.mechanism, d.regimen_text, d.origin.source,
                    std::string(knowledge::to_string(d.origin.grade)), d.origin.note});
  }
  return rows;
}

std::vector<Row> variant_rows(const knowledge::Knowledge& k)
{
  std::vector<Row> rows{{"gene", "variant", "synonyms", "changes", "sources"}};
  for (const knowledge::Variant& v : k.variants) {
    std::vector<std::string> changes, sources;
    for (const knowledge::VariantEffect& e : v.effects) {
      const char* verb = e.change == knowledge::Change::set ? "=" : "x";
      changes.push_back(fmt::format("{} {} {:g}", e.parameter, verb, e.quantity.value));
      const std::string& key = e.quantity.origin.source;
      if (std::find(sources.begin(), sources.end(), key) == sources.end()) sources.push_back(key);
    }
    rows.push_back({v.gene, v.name, fmt::format("{}", fmt::join(v.synonyms, "; ")),
                    fmt::format("{}", fmt::join(changes, "; ")),
                    fmt::format("{}", fmt::join(sources, "; "))});
  }
  return rows;
}

std::vector<Row> cancer_rows(const knowledge::Knowledge& k)
{
  std::vector<Row> rows{{"code", "name"}};
  for (const knowledge::Cancer& c : k.cancers) rows.push_back({c.code, c.name});
  return rows;
}

std::vector<Row> route_rows(const knowledge::Knowledge& k)
{
  std::vector<Row> rows{{"route", "kind", "needs", "rate", "source", "note"}};
  for (const knowledge::Route& r : k.routes) {
    rows.push_back({r.label, r.kind, r.needs, fmt::format("{:g}", r.rate.value), r.rate.origin.source,
                    r.rate.origin.note});
  }
  return rows;
}

std::vector<Row> parameter_rows(const knowledge::Knowledge& k)
{
  std::vector<Row> rows{{"parameter", "value", "unit", "low", "high", "source", "grade", "note"}};
  const pathway::Catalogue catalogue(k);
  for (const pathway::Catalogue::Entry& entry : catalogue.entries()) {
    rows.push_back(quantity_row(entry.name, *entry.quantity));
  }
  return rows;
}

std::vector<Row> trial_rows(const knowledge::Knowledge& k)
{
  std::vector<Row> rows{{"trial", "arm", "cancer", "genotype", "n", "orr", "pfs", "use", "source"}};
  for (const knowledge::TrialRow& t : k.trials) {
    rows.push_back({t.trial, t.arm, t.cancer, t.genotype, number(t.n), number(t.orr), number(t.pfs),
                    t.use, t.origin.source});
  }
  return rows;
}

std::vector<Row> source_rows(const knowledge::Knowledge& k)
{
  std::vector<Row> rows{{"key", "citation", "identifier", "established"}};
  for (const knowledge::Reference& r : k.references) {
    rows.push_back({r.key, r.citation(), r.identifier(), r.established});
  }
  return rows;
}

struct Subject {
  const char* name;
  std::vector<Row> (*rows)(const knowledge::Knowledge&);
};

constexpr Subject subjects[] = {
    {"drugs", drug_rows},           {"variants", variant_rows}, {"cancers", cancer_rows},
    {"routes", route_rows},         {"parameters", parameter_rows}, {"trials", trial_rows},
    {"sources", source_rows},
};

/// A row carries a key if one of its cells is the key or holds it as a word.
bool carries(const Row& row, const std::string& key)
{
  const std::string wanted = to_lower(key);
  return std::any_of(row.begin(), row.end(), [&](const std::string& cell) {
    return to_lower(cell).find(wanted) != std::string::npos;
  });
}

}  // namespace

Checked<std::string> list(const Session& session, const std::string& subject, const std::string& key)
{
  std::vector<std::string> names;
  for (const Subject& s : subjects) {
    names.emplace_back(s.name);
    if (subject != s.name) continue;
    std::string text;
    std::size_t shown = 0;
    const std::vector<Row> rows = s.rows(session.knowledge());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (i > 0 && !key.empty() && !carries(rows[i], key)) continue;
      text += fmt::format("{}\n", fmt::join(rows[i], "\t"));
      ++shown;
    }
    if (shown > 1) return text;
    return Diagnostic{Severity::error, "E1302", {"list", 0, 0, 0},
                      fmt::format("no {} carry '{}'", subject, key), "Leave the key out to see all."};
  }
  return Diagnostic{Severity::error, "E1301", {"list", 0, 0, 0},
                    fmt::format("unknown subject '{}'", subject), suggest(subject, names)};
}

Checked<std::string> list_tumours(const Session& session, const std::string& folder)
{
  std::set<std::string> paths;
  std::error_code failed;
  for (const auto& entry : std::filesystem::directory_iterator(folder, failed)) {
    if (entry.path().extension() == ".toml") paths.insert(entry.path().string());
  }
  std::string text = "file\tname\tcancer\tgenotype\ttreatment\n";
  for (const std::string& path : paths) {
    const Checked<plan::TumourCase> tumour = read_tumour_file(session, path);
    if (!tumour) return tumour.diagnostics();
    text += fmt::format("{}\t{}\t{}\t{}\t{}\n", path, tumour->name, tumour->cell.cancer,
                        fmt::join(tumour->genotype, "; "), plan::name_of(tumour->treatment));
  }
  return text;
}

std::string tumour_template(const Session& session)
{
  return plan::tumour_template(session.knowledge());
}

}  // namespace rascade::service
