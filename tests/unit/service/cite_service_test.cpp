// SPDX-License-Identifier: MIT
#include "rascade/service/cite_service.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "rascade/service/bibtex.hpp"
#include "rascade/service/plan_service.hpp"
#include "support/tables.hpp"

namespace rascade::service {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class CiteService : public testing::Test {
 protected:
  void SetUp() override
  {
    folder_ = fs::path(testing::TempDir()) /
              ("rascade_cite_" +
               std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  static Session session()
  {
    const std::string root = support::source_folder();
    return *Session::open(
        {root + "/knowledge", root + "/models", "", root + "/examples", root + "/CITATION.cff"});
  }
  void write(const std::string& name, const std::string& text) const
  {
    std::ofstream(folder_ / name, std::ios::binary) << text;
  }
  std::string folder() const { return folder_.string(); }

 private:
  fs::path folder_;
};

/// Keys a JSON value gives as "source" or "sources", wherever in it.
void collect(const nlohmann::json& value, std::set<std::string>& keys)
{
  if (value.is_array()) {
    for (const nlohmann::json& element : value) collect(element, keys);
  }
  if (!value.is_object()) return;
  for (const auto& [name, part] : value.items()) {
    if (name == "source") keys.insert(part.get<std::string>());
    if (name == "sources") keys.insert(part.begin(), part.end());
    if (name != "sources") collect(part, keys);
  }
}

// What any part of the plan names must be in its list, and so must what only the models hold.
TEST_F(CiteService, ListsEverySourceOfAPlan)
{
  PlanArguments arguments;
  arguments.tumour_file = support::source_folder() + "/examples/nsclc-kras-g12c.toml";
  arguments.patients = 2;
  arguments.max_drugs = 1;
  const auto plan = plan_tumour(session(), arguments, false, {});
  ASSERT_TRUE(plan) << to_string(plan.diagnostics());
  ASSERT_TRUE(save_plan(*plan, arguments, folder()));

  const nlohmann::json written = nlohmann::json::parse(plan->json);
  std::set<std::string> listed(written["sources"].begin(), written["sources"].end());
  std::set<std::string> named;
  collect(written, named);
  for (const std::string& key : named) EXPECT_TRUE(listed.contains(key)) << key;
  const knowledge::Knowledge& k = support::tables();
  listed.insert(k.find_variant("KRAS", "G12C")->effects.front().quantity.origin.source);
  EXPECT_EQ(listed.size(), written["sources"].size());

  const auto text = cite_run(session(), folder(), CiteFormat::text);
  ASSERT_TRUE(text) << to_string(text.diagnostics());
  for (const std::string& key : listed) EXPECT_THAT(*text, HasSubstr("[" + key + "]"));
  EXPECT_THAT(*text, HasSubstr("Research use only"));
  EXPECT_THAT(*text, HasSubstr(k.hash));
  EXPECT_THAT(*text, Not(HasSubstr("have changed")));
}

TEST_F(CiteService, ReadsTheSourcesOfAClaimsRun)
{
  write(
      "claims.json",
      R"({"knowledge": "0123456789abcdef", "sources": ["Canon2019", "r29", "Ostrem2013", "r83", "Gone1900"]})");
  const auto text = cite_run(session(), folder(), CiteFormat::text);
  ASSERT_TRUE(text) << to_string(text.diagnostics());
  EXPECT_THAT(*text, HasSubstr("[Canon2019] Canon et al. 2019, The clinical KRAS(G12C) inhibitor"));
  EXPECT_THAT(*text, HasSubstr("doi:10.1038/s41586-019-1694-1"));
  EXPECT_THAT(*text, HasSubstr("[Ostrem2013]"));
  EXPECT_THAT(*text, HasSubstr("3 of them"));  // once, though cited by key and by alias
  EXPECT_THAT(*text, HasSubstr("inferred from context: r83."));
  EXPECT_THAT(*text, HasSubstr("No longer in references.tsv: Gone1900"));
  EXPECT_THAT(*text, HasSubstr("have changed since this run: knowledge 0123456789abcdef then"));
}

TEST_F(CiteService, WritesBibtex)
{
  write("claims.json",
        R"({"knowledge": "0", "sources": ["Canon2019", "KrazatiLabel", "assumed"]})");
  const auto text = cite_run(session(), folder(), CiteFormat::bibtex);
  ASSERT_TRUE(text);
  EXPECT_THAT(*text, HasSubstr("@article{Canon2019,"));
  EXPECT_THAT(*text, HasSubstr("@misc{KrazatiLabel,"));
  EXPECT_THAT(*text, HasSubstr("@misc{Rascade,"));
  EXPECT_THAT(*text, Not(HasSubstr("{assumed,")));
  EXPECT_THAT(*text, StartsWith("% "));
}

TEST_F(CiteService, WritesJson)
{
  write("claims.json", R"({"knowledge": "0", "sources": ["Canon2019", "assumed"]})");
  const auto text = cite_run(session(), folder(), CiteFormat::json);
  ASSERT_TRUE(text);
  const nlohmann::json list = nlohmann::json::parse(*text);
  EXPECT_EQ(list["sources"].size(), 2U);
  EXPECT_EQ(list["sources"][0]["key"], "Canon2019");
  EXPECT_EQ(list["sources"][0]["authors"][0], "Canon J");
  EXPECT_EQ(list["sources"][0]["url"], "https://doi.org/10.1038/s41586-019-1694-1");
  EXPECT_EQ(list["software"]["version"], "0.1.0");
  EXPECT_EQ(list["software"]["authors"][0], "The Rascade authors");
}

TEST_F(CiteService, RefusesWhatIsNoRun)
{
  const auto code = [](const std::string& where) {
    return cite_run(session(), where, CiteFormat::text).diagnostics().front().code;
  };
  EXPECT_EQ(code(folder()), "E2101");
  EXPECT_EQ(code(folder() + "/nowhere"), "E2101");
  write("plan.json", "no JSON");
  EXPECT_EQ(code(folder()), "E2101");
  write("plan.json", R"({"knowledge": 1})");
  EXPECT_EQ(code(folder()), "E2101");
  write("plan.json", R"(["a list"])");
  EXPECT_EQ(code(folder()), "E2101");
  write("plan.json", R"({"knowledge": "0"})");
  EXPECT_EQ(code(folder()), "E2102");
}

TEST_F(CiteService, RefusesACitationFileWithoutTitleOrVersion)
{
  write("CITATION.cff", "title: \"Only this\"\n");
  EXPECT_EQ(read_citation_file(folder() + "/CITATION.cff").diagnostics().front().code, "E2103");
  EXPECT_EQ(read_citation_file(folder() + "/none.cff").diagnostics().front().code, "E1001");
}

TEST(Bibtex, TakesAnArticleApart)
{
  knowledge::Reference r;
  r.key = "Smith2001";
  r.kind = "article";
  r.authors = "Smith A-B; Door Makers Limited; et al.";
  r.year = "2001";
  r.title = "Doors & locks";
  r.journal = "J Wood 5:e12";
  r.doi = "10.1000/door_1";
  EXPECT_EQ(to_bibtex(r),
            "@article{Smith2001,\n"
            "  author = {Smith, A. B. and {Door Makers Limited} and others},\n"
            "  title = {{Doors \\& locks}},\n"
            "  journal = {J Wood},\n"
            "  volume = {5},\n"
            "  pages = {e12},\n"
            "  year = {2001},\n"
            "  doi = {10.1000/door_1}\n"
            "}\n");
}

TEST(Bibtex, WritesWhatIsNotEstablishedAsANote)
{
  knowledge::Reference r;
  r.key = "r12";
  r.kind = "article";
  r.review = "12";
  r.note = "cited for: doors";
  EXPECT_THAT(to_bibtex(r),
              HasSubstr("note = {Not established: reference 12 of the review, cited for: doors}"));
}

TEST(Bibtex, EscapesWhatMeansSomethingToTex)
{
  EXPECT_EQ(bibtex_text("5 % of a_b {c} $d #e"), "5 \\% of a\\_b \\{c\\} \\$d \\#e");
  EXPECT_EQ(bibtex_text("~^\\"), "\\textasciitilde{}\\textasciicircum{}\\textbackslash{}");
}

}  // namespace
}  // namespace rascade::service
