// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "rascade/base/checked.hpp"

namespace rascade::pathway {

/// What fills a module's slots.
struct TemplateValues {
  std::map<std::string, std::vector<std::string>> families;  // RAS -> its instances' names
  std::map<std::string, std::string> words;                  // drug -> its identifier
  std::function<bool(const std::string& parameter)> is_on;   // for `#@ when`
};

/// A module with its directives carried out: plain BNGL.
///
///   `#@ for RAS` … `#@ end`    the lines once for each instance of the family, `<RAS>` being its name
///   `#@ when p` … `#@ end`     the lines only if parameter p is not zero
///   `<all RAS>`                the family's instances joined by `~`
///
/// Reports E0801 (unknown directive), E0802 (missing `end`), E0803 (unknown family).
[[nodiscard]] Checked<std::string> expand_template(std::string_view text, const std::string& file,
                                                   const TemplateValues& values);

}  // namespace rascade::pathway
