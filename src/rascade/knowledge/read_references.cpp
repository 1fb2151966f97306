// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <set>

#include "rascade/base/text.hpp"
#include "rascade/knowledge/read_rows.hpp"
#include "rascade/knowledge/table.hpp"

namespace rascade::knowledge {
namespace {

const std::vector<std::string> reference_kinds{"article", "label", "abstract",
                                               "review",  "fit",   "none"};
const std::vector<std::string> ways{"page", "registry", "memory", "context", "no"};

bool are_digits(std::string_view text)
{
  return !text.empty() && text.find_first_not_of("0123456789") == text.npos;
}

/// `10.1056/NEJMoa2103695`: a registrant of four to nine digits and a name without spaces.
bool is_doi(std::string_view text)
{
  const std::size_t slash = text.find('/');
  if (!text.starts_with("10.") || slash == text.npos) return false;
  const std::string_view registrant = text.substr(3, slash - 3);
  const std::string_view name = text.substr(slash + 1);
  return are_digits(registrant) && registrant.size() >= 4 && registrant.size() <= 9 &&
         !name.empty() && name.find(' ') == name.npos;
}

bool is_pmid(std::string_view text)
{
  return are_digits(text) && text.size() <= 8 && text[0] != '0';
}

bool is_year(std::string_view text)
{
  return are_digits(text) && text.size() == 4 && (text[0] == '1' || text[0] == '2');
}

bool is_review_number(std::string_view text)
{
  return are_digits(text) && text.size() <= 4 && (text == "0" || text[0] != '0');
}

/// A cell that may be empty; E0731 unless it is of its form, E0709 if another row has it.
class Identifiers {
 public:
  Identifiers(std::string_view column, bool (*is_formed)(std::string_view), const char* example)
      : column_(column), is_formed_(is_formed), example_(example)
  {
  }

  const std::string& check(Table& table, const Row& row)
  {
    const std::string& cell = table.text(row, column_);
    if (cell.empty()) return cell;
    if (!is_formed_(cell)) {
      table.report(row, column_, "E0731", fmt::format("'{}' is no {}", cell, column_),
                   fmt::format("Write it as in {}, or leave the cell empty.", example_));
    } else {
      table.check_new(row, column_, to_lower(cell), taken_);
    }
    return cell;
  }

 private:
  std::string_view column_;
  bool (*is_formed_)(std::string_view);
  const char* example_;
  std::set<std::string> taken_;
};

void check_year(Table& table, const Row& row)
{
  const std::string& year = table.text(row, "year");
  if (year.empty() || is_year(year)) return;
  table.report(row, "year", "E0731", fmt::format("'{}' is no year", year),
               "Write it as in 2021, or leave the cell empty.");
}

/// A work that is established has authors, year and title, but for the edition of a label; one that
/// is not waits for them under its number in the review. No work stands behind `fit` and `none`:
/// their title says what does.
void check_complete(Table& table, const Row& row, const Reference& reference)
{
  const bool is_work = reference.kind != "fit" && reference.kind != "none";
  if (is_work && reference.established == "no") {
    static_cast<void>(table.name(row, "review"));
    return;
  }
  static_cast<void>(table.name(row, "title"));
  if (!is_work) return;
  static_cast<void>(table.name(row, "authors"));
  if (reference.kind != "label") static_cast<void>(table.name(row, "year"));
}

}  // namespace

void read_references(Reading& reading)
{
  Table table(reading.folder, "references.tsv",
              {"key", "kind", "authors", "year", "title", "journal", "doi", "pmid", "review",
               "established", "note"},
              reading.mistakes);
  std::set<std::string> taken;
  Identifiers dois("doi", is_doi, "10.1056/NEJMoa2103695");
  Identifiers pmids("pmid", is_pmid, "34096690");
  Identifiers numbers("review", is_review_number, "34");
  for (const Row& row : table.rows()) {
    Reference r;
    r.key = table.name(row, "key");
    table.check_new(row, "key", r.key, taken);
    r.kind = table.word(row, "kind", reference_kinds);
    r.authors = table.text(row, "authors");
    r.year = table.text(row, "year");
    r.title = table.text(row, "title");
    r.journal = table.text(row, "journal");
    check_year(table, row);
    r.doi = dois.check(table, row);
    r.pmid = pmids.check(table, row);
    r.review = numbers.check(table, row);
    r.established = table.word(row, "established", ways);
    r.note = table.text(row, "note");
    r.span = table.span(row, "key");
    check_complete(table, row, r);
    reading.knowledge.references.push_back(std::move(r));
  }
}

}  // namespace rascade::knowledge
