// SPDX-License-Identifier: MIT
#include "rascade/service/cite_service.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>

#include "rascade/base/research_use_only.hpp"
#include "rascade/base/text.hpp"
#include "rascade/service/bibtex.hpp"

namespace rascade::service {
namespace {

using Json = nlohmann::ordered_json;
using knowledge::Reference;

/// A run's sources, split by what can be said of them. Points into the session's knowledge.
struct Bibliography {
  std::vector<const Reference*> works;
  std::vector<const Reference*> without_work;  // assumed or fitted here
  std::vector<std::string> lost;               // keys that the tables no longer hold
};

Bibliography look_up(const knowledge::Knowledge& knowledge, const CitedRun& run)
{
  Bibliography found;
  std::set<const Reference*> seen;
  for (const std::string& key : run.sources) {
    const Reference* reference = knowledge.find_reference(key);
    if (reference == nullptr) {
      found.lost.push_back(key);
    } else if (!seen.insert(reference).second) {
      continue;  // by key and by alias
    } else if (reference->kind == "none" || reference->kind == "fit") {
      found.without_work.push_back(reference);
    } else {
      found.works.push_back(reference);
    }
  }
  return found;
}

/// What a reader must know about the list as a whole.
std::vector<std::string> notes_of(const CitedRun& run, const std::string& hash,
                                  const Bibliography& found)
{
  std::vector<std::string> notes;
  if (run.knowledge != hash) {
    notes.push_back(fmt::format(
        "The tables have changed since this run: knowledge {} then, {} now.", run.knowledge, hash));
  }
  for (const std::string& key : found.lost) {
    notes.push_back(fmt::format("No longer in references.tsv: {}.", key));
  }
  std::vector<std::string> leads;
  for (const Reference* r : found.works) {
    if (r->established == "context" || r->established == "no") leads.push_back(r->key);
  }
  if (!leads.empty()) {
    notes.push_back(
        fmt::format("To be checked before they are cited, being inferred from context: {}.",
                    fmt::join(leads, ", ")));
  }
  return notes;
}

std::string software_text(const SoftwareCitation& software, const std::string& hash)
{
  return fmt::format("{}, {}, version {}, knowledge {}", fmt::join(software.authors, ", "),
                     software.title, software.version, hash);
}

std::string cited_line(const Reference& r)
{
  std::string line = fmt::format("[{}] {}", r.key, r.citation());
  if (r.title.empty()) return line + "\n";
  if (!r.doi.empty()) line += ". doi:" + r.doi;
  if (!r.pmid.empty()) line += ". pmid:" + r.pmid;
  if (!r.note.empty()) line += ". " + r.note;
  return line + "\n";
}

std::string text_of(const CitedRun& run, const Bibliography& found,
                    const SoftwareCitation& software, const std::vector<std::string>& notes)
{
  std::string text = fmt::format("Sources of {}, {} of them. {}\n", run.folder, found.works.size(),
                                 research_use_only);
  for (const std::string& note : notes) text += note + "\n";
  text += "\n";
  for (const Reference* r : found.works) text += cited_line(*r);
  if (!found.without_work.empty()) text += "\nWithout a published source\n";
  for (const Reference* r : found.without_work) text += cited_line(*r);
  return text + "\nThe program\n[Rascade] " + software_text(software, run.knowledge) + "\n";
}

std::string software_bibtex(const SoftwareCitation& software, const std::string& hash)
{
  std::vector<std::string> authors;
  for (const std::string& name : software.authors) authors.push_back("{" + bibtex_text(name) + "}");
  return fmt::format(
      "@misc{{Rascade,\n  author = {{{}}},\n  title = {{{{{}}}}},\n"
      "  howpublished = {{Software, version {}}},\n  note = {{Knowledge {}}}\n}}\n",
      fmt::join(authors, " and "), bibtex_text(software.title), bibtex_text(software.version),
      bibtex_text(hash));
}

std::string bibtex_of(const CitedRun& run, const Bibliography& found,
                      const SoftwareCitation& software, const std::vector<std::string>& notes)
{
  std::string text = fmt::format("% Sources of {}. {}\n", run.folder, research_use_only);
  for (const std::string& note : notes) text += "% " + note + "\n";
  for (const Reference* r : found.without_work) text += "% " + cited_line(*r);
  for (const Reference* r : found.works) text += "\n" + to_bibtex(*r);
  return text + "\n" + software_bibtex(software, run.knowledge);
}

Json source_json(const Reference& r)
{
  Json authors = Json::array();
  for (const std::string_view author : split(r.authors, ';')) {
    if (!trim(author).empty()) authors.push_back(trim(author));
  }
  return {{"key", r.key},       {"kind", r.kind},
          {"authors", authors}, {"year", r.year},
          {"title", r.title},   {"journal", r.journal},
          {"doi", r.doi},       {"pmid", r.pmid},
          {"review", r.review}, {"established", r.established},
          {"note", r.note},     {"citation", r.citation()},
          {"url", r.url()}};
}

std::string json_of(const CitedRun& run, const Bibliography& found,
                    const SoftwareCitation& software, const std::vector<std::string>& notes)
{
  Json json = {
      {"format", "rascade-sources/1"},
      {"research_use_only", research_use_only},
      {"run", run.folder},
      {"knowledge", run.knowledge},
      {"notes", notes},
      {"software",
       {{"title", software.title}, {"version", software.version}, {"authors", software.authors}}},
      {"sources", Json::array()}};
  for (const Reference* r : found.works) json["sources"].push_back(source_json(*r));
  for (const Reference* r : found.without_work) json["sources"].push_back(source_json(*r));
  return json.dump(1) + "\n";
}

Diagnostic no_run(const std::string& path, std::string message)
{
  return {Severity::error,
          "E2101",
          {path, 0, 0, 0},
          std::move(message),
          "Give a folder that 'rascade plan' has written."};
}

/// The value of a CFF line `key: value` or `- name: value`, without quotes; nothing if it has
/// another key.
std::string value_of(std::string_view line, std::string_view key)
{
  if (!line.starts_with(key)) return "";
  std::string_view value = trim(line.substr(key.size()));
  if (value.size() >= 2 && value.front() == '"' && value.back() == '"') {
    value = value.substr(1, value.size() - 2);
  }
  return std::string(value);
}

}  // namespace

Checked<CitedRun> read_cited_run(const std::string& folder)
{
  for (const char* name : {"/plan.json", "/claims.json"}) {
    const std::string path = folder + name;
    if (!std::filesystem::exists(path)) continue;
    const Checked<std::string> text = read_text(path);
    if (!text) return no_run(path, "this file cannot be read");
    try {
      const auto json = nlohmann::json::parse(*text);
      CitedRun run{folder, json.at("knowledge").get<std::string>(), {}};
      if (json.contains("sources"))
        run.sources = json.at("sources").get<std::vector<std::string>>();
      if (!run.sources.empty()) return run;
      return Diagnostic{Severity::error,
                        "E2102",
                        {path, 0, 0, 0},
                        "this run lists no sources",
                        "It was made by an earlier version: make it again."};
    } catch (const nlohmann::json::exception& error) {
      return no_run(path, fmt::format("this file is not of a run ({})", error.what()));
    }
  }
  return no_run(folder, "no run is saved here: neither plan.json nor claims.json");
}

Checked<SoftwareCitation> read_citation_file(const std::string& path)
{
  const Checked<std::string> text = read_text(path);
  if (!text) return text.diagnostics();
  SoftwareCitation software;
  for (const std::string_view line : split(*text, '\n')) {
    if (const std::string title = value_of(line, "title:"); !title.empty()) software.title = title;
    if (const std::string found = value_of(line, "version:"); !found.empty())
      software.version = found;
    const std::string author = value_of(trim(line), "- name:");
    if (!author.empty()) software.authors.push_back(author);
  }
  if (!software.title.empty() && !software.version.empty()) return software;
  return Diagnostic{Severity::error,
                    "E2103",
                    {path, 0, 0, 0},
                    "this is no citation file: title or version is missing",
                    "Restore the CITATION.cff that came with the program."};
}

Checked<std::string> cite_run(const Session& session, const std::string& folder, CiteFormat format)
{
  const Checked<CitedRun> run = read_cited_run(folder);
  if (!run) return run.diagnostics();
  const Checked<SoftwareCitation> software = read_citation_file(session.folders().citation);
  if (!software) return software.diagnostics();
  const Bibliography found = look_up(session.knowledge(), *run);
  const std::vector<std::string> notes = notes_of(*run, session.knowledge().hash, found);
  if (format == CiteFormat::bibtex) return bibtex_of(*run, found, *software, notes);
  if (format == CiteFormat::json) return json_of(*run, found, *software, notes);
  return text_of(*run, found, *software, notes);
}

}  // namespace rascade::service
