// SPDX-License-Identifier: MIT
#include "rascade/service/atlas_service.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "rascade/service/fill_page.hpp"
#include "support/tables.hpp"

namespace rascade::service {
namespace {

namespace fs = std::filesystem;

class AtlasService : public testing::Test {
 protected:
  AtlasService() : folder_(fs::path(testing::TempDir()) / ("rascade_atlas_" + name())) {}
  ~AtlasService() override { fs::remove_all(folder_); }

  static std::string name()
  {
    return testing::UnitTest::GetInstance()->current_test_info()->name();
  }
  static Session session(const std::string& page = "")
  {
    const std::string root = support::source_folder();
    return *Session::open({root + "/knowledge", root + "/models", "", "", "", page});
  }
  std::string write(const std::string& file, const std::string& text) const
  {
    fs::create_directories(folder_);
    std::ofstream(folder_ / file) << text;
    return (folder_ / file).string();
  }

  fs::path folder_;
};

TEST_F(AtlasService, AnswersAsTextAndAsJson)
{
  AtlasRequest request{"search", "autophagy"};
  const auto text = ask_atlas(session(), request);
  ASSERT_TRUE(text);
  EXPECT_THAT(*text, testing::HasSubstr("research use only"));
  request.is_json = true;
  const auto json = ask_atlas(session(), request);
  ASSERT_TRUE(json);
  EXPECT_EQ(nlohmann::json::parse(*json)["format"], "rascade-atlas-answer/1");
}

TEST_F(AtlasService, RefusesWhatIsNoQuestion)
{
  EXPECT_EQ(ask_atlas(session(), {"drugs", "x"}).diagnostics().front().code, "E1311");
  EXPECT_EQ(ask_atlas(session(), {"drug", " "}).diagnostics().front().code, "E1312");
  EXPECT_EQ(ask_atlas(session(), {"drug", "no such thing"}).diagnostics().front().code, "E2201");
}

TEST_F(AtlasService, WritesThePageWithTheWholeReviewInside)
{
  const std::string page = write(
      "page.html", R"(<p><script id="rascade-atlas" type="application/json">null</script></p>)");
  const auto path = write_atlas_page(session(page), (folder_ / "out").string());
  ASSERT_TRUE(path);
  EXPECT_TRUE(fs::exists(folder_ / "out" / "index.html"));
  EXPECT_FALSE(fs::exists(folder_ / "out" / "index.html.partial"));
  const std::string text = *read_text(*path);
  const std::size_t begin = text.find("json\">") + 6;
  const auto json = nlohmann::json::parse(text.substr(begin, text.find("</script>") - begin));
  EXPECT_EQ(json["format"], "rascade-atlas/1");
  EXPECT_EQ(json["therapies"].size(), support::tables().therapies.size());
  EXPECT_EQ(json["claims"].size(), support::tables().claims.claims.size());
}

TEST_F(AtlasService, WritesNothingWithoutABuiltPageOrAFolder)
{
  const std::string out = (folder_ / "out").string();
  EXPECT_EQ(write_atlas_page(session("no/page.html"), out).diagnostics().front().code, "E1313");
  EXPECT_EQ(write_atlas_page(session(write("bad.html", "<p>")), out).diagnostics().front().code,
            "E1313");
  EXPECT_FALSE(fs::exists(out));
  const std::string page =
      write("page.html", R"(<script id="rascade-atlas" type="application/json">null</script>)");
  const std::string file = write("a-file", "");
  EXPECT_EQ(write_atlas_page(session(page), file).diagnostics().front().code, "E1401");
}

TEST(FillPage, LetsNoTextOfTheDataEndTheElement)
{
  const std::string page = R"(<script id="e" type="application/json">null</script>tail)";
  EXPECT_EQ(fill_page(page, "e", R"({"a":"</script>"})"),
            R"(<script id="e" type="application/json">{"a":"<\/script>"}</script>tail)");
  EXPECT_EQ(fill_page(page, "other", "{}"), std::nullopt);
}

}  // namespace
}  // namespace rascade::service
