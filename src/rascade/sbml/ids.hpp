// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace rascade::sbml {

/// Identifiers of one SBML model, where things of all kinds share one space of names.
class Ids {
 public:
  /// The name itself if it is an identifier and free, else one made from it: what is no letter,
  /// digit or underscore becomes an underscore, and a number tells equal ones apart.
  [[nodiscard]] std::string claim(std::string_view name);

  /// `claim`, kept so that formulas find it under the name.
  std::string declare(const std::string& name);

  /// What was declared under the name, or null.
  [[nodiscard]] const std::string* find(const std::string& name) const;

 private:
  std::set<std::string, std::less<>> taken_;
  std::map<std::string, std::string> declared_;  // by name
};

}  // namespace rascade::sbml
