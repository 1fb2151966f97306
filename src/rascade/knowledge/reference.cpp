// SPDX-License-Identifier: MIT
#include "rascade/knowledge/reference.hpp"

#include <fmt/format.h>

#include "rascade/base/text.hpp"

namespace rascade::knowledge {
namespace {

constexpr std::string_view the_rest = "et al.";

Author parse_author(std::string_view name)
{
  const std::size_t space = name.rfind(' ');
  if (space == name.npos) return {std::string(name), ""};
  const std::string_view last = name.substr(space + 1);
  const bool are_initials =
      last.size() <= 3 && last.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ-") == last.npos;
  if (!are_initials) return {std::string(name), ""};
  return {std::string(name.substr(0, space)), std::string(last)};
}

}  // namespace

std::vector<Author> Reference::author_list() const
{
  std::vector<Author> list;
  for (const std::string_view piece : split(authors, ';')) {
    const std::string_view author = trim(piece);
    if (!author.empty() && author != the_rest) list.push_back(parse_author(author));
  }
  return list;
}

bool Reference::has_more_authors() const { return trim(authors).ends_with(the_rest); }

std::string Reference::citation() const
{
  if (title.empty())
    return fmt::format("Not established: reference {} of the review, {}", review, note);
  const std::vector<Author> people = author_list();
  std::string text;
  if (!people.empty()) text = people.front().surname;
  if (people.size() == 2 && !has_more_authors()) text += " and " + people.back().surname;
  if (people.size() > 2 || has_more_authors()) text += " " + std::string(the_rest);
  if (!year.empty()) text += (text.empty() ? "" : " ") + year;
  if (!text.empty()) text += ", ";
  text += title;
  if (!journal.empty()) text += ", " + journal;
  return text;
}

std::string Reference::identifier() const
{
  if (!doi.empty()) return "doi:" + doi;
  return pmid.empty() ? "" : "pmid:" + pmid;
}

std::string Reference::url() const
{
  if (!doi.empty()) return "https://doi.org/" + doi;
  return pmid.empty() ? "" : fmt::format("https://pubmed.ncbi.nlm.nih.gov/{}/", pmid);
}

}  // namespace rascade::knowledge
