// SPDX-License-Identifier: MIT
#include "rascade/service/fill_page.hpp"

#include <fmt/format.h>

#include <utility>

namespace rascade::service {

std::optional<std::string> fill_page(const std::string& page, std::string_view element,
                                     std::string json)
{
  const std::string open = fmt::format(R"(<script id="{}" type="application/json">)", element);
  const std::size_t at = page.find(open);
  if (at == std::string::npos) return std::nullopt;
  const std::size_t begin = at + open.size();
  const std::size_t end = page.find("</script>", begin);
  if (end == std::string::npos) return std::nullopt;
  for (std::size_t i = json.find("</"); i != std::string::npos; i = json.find("</", i + 3)) {
    json.insert(i + 1, "\\");
  }
  return page.substr(0, begin) + json + page.substr(end);
}

}  // namespace rascade::service
