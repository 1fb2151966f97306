// SPDX-License-Identifier: MIT
#include "rascade/service/claim_outcomes.hpp"

#include <vector>

#include "rascade/base/text.hpp"
#include "rascade/service/session.hpp"

namespace rascade::service {

std::map<std::string, ClaimOutcome> read_claim_outcomes(const std::string& path)
{
  std::map<std::string, ClaimOutcome> outcomes;
  const Checked<std::string> text = read_text(path);
  if (!text) return outcomes;
  for (const std::string_view line : split(*text, '\n')) {
    const std::vector<std::string_view> cells = split(line, '\t');
    if (cells.size() != 4 || cells[0] == "id" || line.starts_with('#')) continue;
    outcomes[std::string(cells[0])] = {std::string(cells[1]), std::string(cells[2]),
                                       std::string(cells[3])};
  }
  return outcomes;
}

}  // namespace rascade::service
