// SPDX-License-Identifier: MIT
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

#include "rascade/language/explain.hpp"
#include "rascade/language/parse_model.hpp"
#include "rascade/language/print_model.hpp"

/// A text either has mistakes or gives a model that prints and reads back the same. Files that it
/// names hold the text itself.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
  using namespace rascade::language;
  const std::string text(reinterpret_cast<const char*>(data), size);
  const auto read_file = [&text](const std::string&) { return std::optional<std::string>(text); };
  const auto document = parse_document(text, "fuzz.bngl", read_file);
  for (const auto& diagnostic : document.diagnostics()) {
    if (explain(diagnostic, text).empty()) std::abort();
  }
  const auto model = parse_model(text, "fuzz.bngl", read_file);
  if (document && !model) std::abort();
  if (!model) return 0;
  const std::string printed = print_model(*model);
  const auto again = parse_model(printed, "printed.bngl");
  if (!again || print_model(*again) != printed) std::abort();
  return 0;
}
