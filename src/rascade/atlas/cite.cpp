// SPDX-License-Identifier: MIT
#include "rascade/atlas/cite.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rascade::atlas {
namespace {

/// First author, year and journal; all that is known where these are not.
std::string brief(const knowledge::Reference& reference)
{
  const std::vector<knowledge::Author> authors = reference.author_list();
  if (authors.empty() || reference.journal.empty()) return reference.citation();
  const bool has_more = authors.size() > 1 || reference.has_more_authors();
  return fmt::format("{}{} {} {}", authors.front().surname, has_more ? " et al." : "",
                     reference.year, reference.journal);
}

}  // namespace

std::vector<std::string> resolved(const knowledge::Knowledge& tables,
                                  const std::vector<std::string>& refs)
{
  std::vector<std::string> keys;
  for (const std::string& ref : refs) {
    const knowledge::Reference* reference = tables.find_reference(ref);
    const std::string key = reference == nullptr ? ref : reference->key;
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(key);
  }
  return keys;
}

Citation cite(const knowledge::Knowledge& tables, std::string_view key)
{
  const knowledge::Reference* reference = tables.find_reference(key);
  const std::string none = "not in the list of references";
  if (reference == nullptr) return {std::string(key), none, none, ""};
  return {reference->key, brief(*reference), reference->citation(), reference->url()};
}

}  // namespace rascade::atlas
