// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "unit/knowledge/small_tables.hpp"

namespace rascade::knowledge {

/// Adds small claims about the invented doors of SmallTables; `|` stands for the tab.
inline SmallTables& add_claims(SmallTables& tables)
{
  const auto put = [&](const std::string& table, const std::string& rows) {
    tables.add_empty("claims/" + table).add("claims/" + table, rows);
  };
  put("cells",
      "cell|cancer|alleles|levels|source|grade|note\n"
      "shed|PINE|OAK A1B x2;TIN loss|copies_door high|assumed|assumed|a shed\n"
      "hut|PINE|||assumed|assumed");
  put("contexts",
      "context|cells|missing|note\n"
      "garden; any|shed;hut||both\n"
      "sea; any||boats|no boats yet");
  put("perturbations",
      "token|kind|target|needs|op|value|unit|low|high|source|grade|missing|note\n"
      "none|none|||||||||||nothing\n"
      "wedge|drug|lidanib|OAK A1B|||||||||fits the knot\n"
      "wedge|drug|stillanib||||||||||fits all\n"
      "oe:door|parameter|copies_door||scale|5|1|2|10|assumed|assumed||\n"
      "ko:OAK|gene|OAK||scale|0.1|1|0.02|0.3|Smith2001|measured||\n"
      "mut:knot|new_allele|OAK A1B||set|1|1|1|1|assumed|assumed||\n"
      "mut:more|amplification|OAK||scale|6|1|3|12|assumed|assumed||\n"
      "ko:boat|missing||||||||||boats|nothing floats");
  put("readouts",
      "readout|kind|output|time_h|low|high|unit|benefit|missing|note\n"
      "open doors|level|open/all|24|0|1|1|down||a share\n"
      "holding|trial|PFS|0|0|730|d|up||\n"
      "new oak|trial|route:oak|0|0|0.5|1|||\n"
      "sails|missing||||||up|boats|white");
  put("claims",
      "id|statement|section|level|kind|basis|context|a|b|more|base|control|readout|time_h|expected"
      "|parts|refs|row_hash|doubt|note\n"
      "D1|S1|Doors|molecular|necessity|stated|garden; any|oe:door|oe:door + ko:OAK||none||open "
      "doors"
      "|12|b<a|wood;hinges|r7;Smith2001|0123456789abcdef|perhaps|a note\n"
      "D2|S1|Doors|cell|ordering|derived|garden; any|wedge + cell:shed|wedge + mut:knot"
      "|wedge + mut:more;none||wedge|open doors||order: a > b > m1 > m2|||00000000000000ff||\n"
      "D3|S2|Boats|clinical|frequency|proposed|sea; any|ko:boat|-||||sails||freq: 0.1..0.2 1|boats"
      "||fedcba9876543210||");
  return tables;
}

}  // namespace rascade::knowledge
