// SPDX-License-Identifier: MIT
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

#include "rascade/language/read_expression.hpp"

namespace {

std::optional<rascade::model::Expression> read(const std::string& text)
{
  using namespace rascade::language;
  const std::vector<TokenLine> lines = lex(text);
  if (lines.empty()) return std::nullopt;
  const std::string file = "fuzz";
  Mistakes mistakes;
  LineCursor cursor(lines.front(), file, mistakes);
  return read_expression(cursor);
}

}  // namespace

/// A formula prints and reads back the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
  const auto formula = read(std::string(reinterpret_cast<const char*>(data), size));
  if (!formula) return 0;
  const std::string printed = to_string(*formula);
  const auto again = read(printed);
  if (!again || to_string(*again) != printed) std::abort();
  return 0;
}
