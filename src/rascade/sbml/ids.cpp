// SPDX-License-Identifier: MIT
#include "rascade/sbml/ids.hpp"

#include <cstddef>

#include <fmt/format.h>

namespace rascade::sbml {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string to_identifier(std::string_view name)
{
  std::string id;
  for (const char c : name) id += is_letter(c) || is_digit(c) ? c : '_';
  return id.empty() || is_digit(id.front()) ? "_" + id : id;
}

}  // namespace

std::string Ids::claim(std::string_view name)
{
  const std::string wish = to_identifier(name);
  std::string id = wish;
  for (std::size_t n = 2; !taken_.insert(id).second; ++n) id = fmt::format("{}_{}", wish, n);
  return id;
}

std::string Ids::declare(const std::string& name)
{
  std::string id = claim(name);
  declared_.insert_or_assign(name, id);
  return id;
}

const std::string* Ids::find(const std::string& name) const
{
  const auto found = declared_.find(name);
  return found == declared_.end() ? nullptr : &found->second;
}

}  // namespace rascade::sbml
