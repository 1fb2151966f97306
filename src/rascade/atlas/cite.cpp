// SPDX-License-Identifier: MIT
#include "rascade/atlas/cite.hpp"

#include <algorithm>

#include "rascade/base/text.hpp"

namespace rascade::atlas {

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
  if (reference == nullptr) return {std::string(key), "not in the list of references", ""};
  return {reference->key, reference->citation(), url_of(reference->identifier())};
}

std::string url_of(std::string_view identifier)
{
  const std::string lower = to_lower(identifier);
  if (lower.starts_with("doi:")) return "https://doi.org/" + std::string(identifier.substr(4));
  if (lower.starts_with("pmid:")) {
    return "https://pubmed.ncbi.nlm.nih.gov/" + std::string(trim(identifier.substr(5))) + "/";
  }
  return {};
}

}  // namespace rascade::atlas
