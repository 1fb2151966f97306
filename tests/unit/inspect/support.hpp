// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "rascade/language/parse_model.hpp"

namespace rascade::inspect {

inline language::Document parse_all(const std::string& text)
{
  auto document = language::parse_document(text, "m.bngl");
  if (!document) throw std::runtime_error(to_string(document.diagnostics()));
  return *document;
}

inline model::Model parse(const std::string& text) { return parse_all(text).model; }

/// `begin name`, the lines, `end name`.
inline std::string block(const std::string& name, const std::string& lines)
{
  return "begin " + name + "\n" + lines + "\nend " + name + "\n";
}

/// Molecule types, seeds and rules with the parameter k.
inline model::Model parse_rules(const std::string& types, const std::string& seeds,
                                const std::string& rules, const std::string& observables = "")
{
  return parse(block("parameters", "k 1") + block("molecule types", types) +
               block("seed species", seeds) + block("observables", observables) +
               block("reaction rules", rules));
}

inline std::vector<std::string> codes(const std::vector<Diagnostic>& diagnostics)
{
  std::vector<std::string> found;
  for (const Diagnostic& d : diagnostics) found.push_back(d.code);
  return found;
}

}  // namespace rascade::inspect
