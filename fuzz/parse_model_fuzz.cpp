// SPDX-License-Identifier: MIT
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "rascade/language/parse_model.hpp"
#include "rascade/language/print_model.hpp"

/// A text either has mistakes or gives a model that prints and reads back the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
  using rascade::language::parse_model;
  using rascade::language::print_model;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto model = parse_model(text, "fuzz.bngl");
  if (!model) return 0;
  const std::string printed = print_model(*model);
  const auto again = parse_model(printed, "printed.bngl");
  if (!again || print_model(*again) != printed) std::abort();
  return 0;
}
