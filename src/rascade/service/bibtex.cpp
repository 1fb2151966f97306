// SPDX-License-Identifier: MIT
#include "rascade/service/bibtex.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <vector>

#include "rascade/base/text.hpp"

namespace rascade::service {
namespace {

/// `Nature 575:217` in its parts; all of it is the name if it has another form.
struct Place {
  std::string journal, volume, pages;
};

Place place_of(const std::string& journal)
{
  const std::size_t space = journal.rfind(' ');
  const std::size_t colon = journal.rfind(':');
  if (space == journal.npos || colon == journal.npos || colon < space) return {journal, "", ""};
  return {journal.substr(0, space), journal.substr(space + 1, colon - space - 1),
          journal.substr(colon + 1)};
}

/// `Bee, B. B.`; a group's name in braces, so that it is not taken apart.
std::string author_text(const knowledge::Author& author)
{
  if (author.initials.empty()) return "{" + bibtex_text(author.surname) + "}";
  std::string text = bibtex_text(author.surname) + ",";
  for (const char initial : author.initials) {
    if (initial != '-') text += fmt::format(" {}.", initial);
  }
  return text;
}

std::string authors_text(const knowledge::Reference& reference)
{
  std::vector<std::string> names;
  for (const knowledge::Author& author : reference.author_list())
    names.push_back(author_text(author));
  if (reference.has_more_authors()) names.emplace_back("others");
  return fmt::format("{}", fmt::join(names, " and "));
}

}  // namespace

std::string bibtex_text(std::string_view text)
{
  static constexpr std::string_view special = "&%$#_{}";
  std::string escaped;
  for (const char c : text) {
    if (special.find(c) != special.npos) escaped += '\\';
    if (c == '~') {
      escaped += "\\textasciitilde{}";
    } else if (c == '^') {
      escaped += "\\textasciicircum{}";
    } else if (c == '\\') {
      escaped += "\\textbackslash{}";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

std::string to_bibtex(const knowledge::Reference& reference)
{
  const bool is_article = reference.kind == "article" || reference.kind == "review";
  std::string text = fmt::format("@{}{{{}", is_article ? "article" : "misc", reference.key);
  const auto add = [&text](const char* name, const std::string& value) {
    if (!value.empty()) text += fmt::format(",\n  {} = {{{}}}", name, value);
  };
  add("author", authors_text(reference));
  add("title", reference.title.empty() ? "" : "{" + bibtex_text(reference.title) + "}");
  const Place place = place_of(reference.journal);
  add(is_article ? "journal" : "howpublished", bibtex_text(place.journal));
  add("volume", bibtex_text(place.volume));
  add("pages", bibtex_text(place.pages));
  add("year", reference.year);
  add("doi", reference.doi);
  add("pmid", reference.pmid);
  if (reference.title.empty()) add("note", bibtex_text(reference.citation()));
  return text + "\n}\n";
}

}  // namespace rascade::service
