// SPDX-License-Identifier: MIT
#pragma once

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include "rascade/knowledge/knowledge.hpp"

namespace rascade::knowledge {

/// A complete, small and invented set of tables; `|` stands for the tab. Tests change one text and
/// load the set from a folder of their own.
class SmallTables {
 public:
  SmallTables()
  {
    const testing::TestInfo& test = *testing::UnitTest::GetInstance()->current_test_info();
    std::string name = fmt::format("rascade_{}_{}_{}", getpid(), test.test_suite_name(), test.name());
    std::replace(name.begin(), name.end(), '/', '_');
    folder_ = std::filesystem::path(testing::TempDir()) / name;
  }
  ~SmallTables() { std::filesystem::remove_all(folder_); }
  SmallTables(const SmallTables&) = delete;
  SmallTables& operator=(const SmallTables&) = delete;

  /// Puts `to` in the place of `from`, which must be there once.
  SmallTables& change(const std::string& table, const std::string& from, const std::string& to)
  {
    std::string& text = texts_.at(table);
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    EXPECT_EQ(text.find(from, at + 1), std::string::npos) << from;
    text.replace(at, from.size(), to);
    return *this;
  }
  SmallTables& add(const std::string& table, const std::string& row)
  {
    texts_.at(table) += row + "\n";
    return *this;
  }
  SmallTables& remove(const std::string& table)
  {
    texts_.erase(table);
    return *this;
  }
  SmallTables& add_empty(const std::string& table)
  {
    texts_[table] = "";
    return *this;
  }
  SmallTables& set_model(const std::string& name, const std::string& text)
  {
    models_[name] = text;
    return *this;
  }

  Checked<Knowledge> load() const
  {
    std::filesystem::remove_all(folder_);
    for (const auto& [name, text] : texts_) {
      std::string tabbed = text;
      for (char& c : tabbed) c = c == '|' ? '\t' : c;
      write(folder_ / "tables" / (name + ".tsv"), tabbed);
    }
    for (const auto& [name, text] : models_) write(folder_ / "models" / name, text);
    return load_knowledge(folder() + "/tables", folder() + "/models");
  }
  std::string folder() const { return folder_.string(); }
  const std::string& text(const std::string& table) const { return texts_.at(table); }

 private:
  static void write(const std::filesystem::path& path, const std::string& text)
  {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
  }

  std::filesystem::path folder_;
  std::map<std::string, std::string> models_{{"core.bngl", "core"}, {"drugs/lid.bngl", "lid"}};
  std::map<std::string, std::string> texts_{
      {"references",
       "key|kind|authors|year|title|journal|doi|pmid|review|established|note\n"
       "assumed|none|||No source|||||no\n"
       "Smith2001|article|Smith AB; Wood C|2001|On doors|J Wood 5:12|10.1000/door.1|123456|7|page|n\n"},
      {"parameters",
       "# a comment\n"
       "name|value|unit|low|high|source|grade|note\n"
       "kon|2|1/(M s)|1|4|Smith2001|measured|a note\n"
       "\n"
       "copies_door|100|molecules|50|200|assumed|assumed\n"
       "hinge_<wood>|3|nM|1|9|Smith2001|fitted\n"},
      {"genes",
       "gene|family|pool|copies|abundance_per_copy|unit|low|high|source|grade|note\n"
       "OAK|wood|oak_wt|2|10|molecules|5|20|Smith2001|measured\n"
       "TIN|-|-|2|0|molecules|0|0|assumed|assumed\n"},
      {"mechanisms",
       "mechanism|label|module|target|classes|note\n"
       "lid_inhibitor|lid inhibitor|drugs/lid.bngl|LID|upper;outer\n"},
      {"drugs",
       "drug|synonyms|mechanism|mw|regimen|fraction_unbound|medium_fraction_unbound|exposure|source"
       "|grade|note\n"
       "lidanib|L-1;LIDA|lid_inhibitor|500|100 mg PO BID|0.1|0.5|pk|Smith2001|measured\n"
       "stillanib||lid_inhibitor|400|-|0.2|0.4|constant|assumed|assumed\n"},
      {"drug_parameters",
       "drug|parameter|value|unit|low|high|source|grade|note\n"
       "lidanib|Kd|5|nM|2|9|Smith2001|measured\n"
       "stillanib|Kd|7|nM|2|9|Smith2001|measured\n"},
      {"pharmacokinetics",
       "drug|parameter|value|unit|cv_percent|source|grade|note\n"
       "lidanib|CL_F|20|L/h|50|Smith2001|measured\n"
       "lidanib|V_F|90|L||Smith2001|measured\n"
       "stillanib|css_total_nM|80|nM|0|assumed|assumed\n"},
      {"variants",
       "gene|variant|synonyms|parameter|op|value|low|high|drug|source|grade|note\n"
       "OAK|A1B|p.Ala1Bbb;knot|hinge_<allele>|set|6|3|12||Smith2001|measured\n"
       "TIN|loss||copies_door|scale|0.1|0.05|0.2||assumed|assumed\n"
       "OAK|A1B||Kd_<drug>|scale|4|2|8|lid_inhibitor|Smith2001|measured\n"},
      {"switches",
       "switch|label|parameter|op|value|nodes|note\n"
       "ajar|Doors held|copies_door|set|1|hinge;lock|the first row's note\n"
       "ajar|other label|kon|scale|0||other note\n"},
      {"cancers",
       "code|name|parameter|value|unit|low|high|source|grade|note\n"
       "PINE|pine tumour|copies_door|40|nM|20|80|assumed|assumed\n"
       "PINE|pine tumour|growth_net|0.1|1/d|0.05|0.2|assumed|assumed\n"},
      {"levels",
       "parameter|level|factor|low|high|source|grade|note\n"
       "copies_door|high|4|2|8|assumed|assumed\n"},
      {"routes",
       "route|label|kind|gene|variant|copies|rate|unit|low|high|needs|source|grade|note\n"
       "oak|A new knot|new_allele|OAK|A1B|1|1e-9|1|1e-10|1e-8|TIN loss|assumed|assumed\n"
       "more|More oak|amplification|OAK||6|1e-7|1|1e-8|1e-6||assumed|assumed\n"
       "adapt|Doors opened|adaptive||ajar||0|1|0|0||assumed|assumed\n"},
      {"trials",
       "trial|arm|cancer|genotype|line|n|orr|orr_low|orr_high|pfs|pfs_low|pfs_high|use|source"
       "|note\n"
       "DOOR-1|lidanib + stillanib|PINE|OAK A1B|2L|80|30|20|41|6.5|4|9|train|Smith2001\n"
       "DOOR-2|lidanib|PINE|OAK A1B|2L|80|22||||||train|Smith2001|some\n"},
      {"baselines",
       "name|numerator|denominator|low|high|source|grade|note\n"
       "share of open doors|open|all|0.02|0.5|assumed|assumed\n"}};
};

}  // namespace rascade::knowledge
