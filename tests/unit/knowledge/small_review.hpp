// SPDX-License-Identifier: MIT
#pragma once

#include "unit/knowledge/small_tables.hpp"

namespace rascade::knowledge {

/// The small tables with a small, invented review.
class SmallReview : public SmallTables {
 public:
  SmallReview()
  {
    put("parts",
        "part|label|state|modules|note\n"
        "hinges|Hinges of the door|modelled|core.bngl|oiled\n"
        "locks|Locks|missing\n");
    put("gene_symbols", "symbol|name|synonyms\nOAK|oak wood|QUERCUS;ROBUR\nTIN|tin metal\n");
    put("cancer_types",
        "code|name|parent|synonyms\nTREE|any tree\nPINE|pine tumour|TREE|PINUS;conifer\n");
    put("therapies",
        "id|name|synonyms|parent|kind|target|target_state|action|modality|drug|missing|cancers"
        "|phase|combinations|preclinical|trials|sponsor|outcomes|refs|note\n"
        "lidi|Lid inhibitors|LIDi|lidi|class|LID|shut|keeps the lid shut|any|lidanib||PINE;TREE\n"
        "locki|Locky|L-0|lidi|agent|LOCK||turns the key|antibody||locks|TREE|phase 1|lidi;other"
        "|locki|NCT00000001|Smith|none yet|r7|invented\n"
        "other|Otherlin||other|class|HINGE||oils the hinge|any|stillanib\n");
    put("nodes",
        "node|kind|compartment|genes|role|parts|refs\n"
        "door|protein|membrane|OAK;TIN|opens|hinges|r7\n"
        "room|process|tissue||is entered|locks\n");
    put("edges", "from|to|sign|basis|refs\ndoor|room|+|stated|r7\nroom|door|?|background\n");
    put("alterations",
        "id|genes|variant|hgvs|kind|category|effect|missing|resists|sensitive|mechanism|cancers"
        "|context|evidence|frequency|refs|note\n"
        "oak-a1|OAK|A1C|p.Ala1Cys|missense|modifier|OAK A1B||lidi + other;locki|other|warps|PINE"
        "|indoors|in vitro|rare|r7|invented\n"
        "tin-loss|TIN|loss||loss|modifier||locks|locki||rusts|TREE\n");
    put("regulators",
        "id|name|role|agents|cancers|mechanism|level|acts_on|counter|missing|refs|note\n"
        "wind|Wind|pro|lidi + other;lidi|PINE|slams the door|weather|door;-room|locki|locks|r7\n");
    put("figures", "id|value|unit|what|context|refs|section\nF1|2|doors|doors|house|r7|Text\n");
    put("conflicts",
        "id|kind|subject|first|second|claims|refs|resolution\n"
        "X1|contradiction|the door|is open|is shut|C001|r7|it is ajar\n");
  }

 private:
  void put(const std::string& table, const std::string& text)
  {
    add_empty("review/" + table).add("review/" + table, text);
  }
};

}  // namespace rascade::knowledge
