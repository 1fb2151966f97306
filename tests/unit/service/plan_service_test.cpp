// SPDX-License-Identifier: MIT
#include "rascade/service/plan_service.hpp"

#include <atomic>
#include <filesystem>
#include <fstream>
#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "support/tables.hpp"

namespace rascade::service {
namespace {

class PlanService : public testing::Test {
 protected:
  static Session session()
  {
    const std::string root = support::source_folder();
    return *Session::open({root + "/knowledge", root + "/models", "", root + "/examples"});
  }
  static PlanArguments small()
  {
    PlanArguments arguments;
    arguments.tumour_file = support::source_folder() + "/examples/nsclc-kras-g12c.toml";
    arguments.patients = 4;
    arguments.max_drugs = 1;
    return arguments;
  }
};

TEST_F(PlanService, IsTheSameForAnyNumberOfThreads)
{
  PlanArguments arguments = small();
  arguments.threads = 1;
  const auto one = plan_tumour(session(), arguments, false, {});
  ASSERT_TRUE(one) << to_string(one.diagnostics());
  arguments.threads = 4;
  const auto four = plan_tumour(session(), arguments, false, {});
  ASSERT_TRUE(four);
  EXPECT_EQ(one->json, four->json);
  EXPECT_EQ(one->text, four->text);
}

TEST_F(PlanService, GoesOnAfterBeingStoppedToTheSameBytes)
{
  const std::string folder = testing::TempDir() + "/rascade-stopped";
  std::filesystem::remove_all(folder);
  std::filesystem::remove(plan_journal(folder));
  const auto whole = plan_tumour(session(), small(), false, {});
  std::atomic<bool> stop = false;
  LongRun run{{}, &stop, plan_journal(folder)};
  run.progress = [&](const ensemble::Progress& p) { stop = p.stage == "cohort" && p.done >= 3; };
  EXPECT_THROW((void)plan_tumour(session(), small(), false, run), ensemble::Stopped);
  stop = false;
  std::map<std::string, std::size_t> restored;
  run.progress = [&](const ensemble::Progress& p) { restored[p.stage] = p.restored; };
  const auto resumed = plan_tumour(session(), small(), false, run);
  ASSERT_TRUE(resumed) << to_string(resumed.diagnostics());
  EXPECT_EQ(resumed->json, whole->json);
  EXPECT_EQ(restored.at("patients"), 6U);
  EXPECT_GE(restored.at("cohort"), 3U);
  ASSERT_TRUE(save_plan(*resumed, small(), folder));
  EXPECT_FALSE(std::filesystem::exists(plan_journal(folder)));
  std::filesystem::remove_all(folder);
}

TEST_F(PlanService, SaysWhatADecisionMustSay)
{
  const auto response = plan_tumour(session(), small(), false, {});
  ASSERT_TRUE(response);
  for (const char* part : {"research use only", "Escape routes", "What closes them", "Least certain",
                           "published", "Rerun: rascade plan", "knowledge"}) {
    EXPECT_THAT(response->text, testing::HasSubstr(part));
  }
  const auto json = nlohmann::json::parse(response->json);
  EXPECT_EQ(json["schema"], "rascade-plan/1");
  EXPECT_EQ(json["arms"].size(), 4U);
  EXPECT_EQ(json["arms"][0]["waterfall"].size(), 4U);
}

TEST_F(PlanService, SavesEveryFormAndReadsItsArgumentsBack)
{
  const auto response = plan_tumour(session(), small(), false, {});
  ASSERT_TRUE(response);
  const std::string folder = testing::TempDir() + "/rascade-plan";
  const auto files = save_plan(*response, small(), folder);
  ASSERT_TRUE(files);
  for (const std::string& file : *files) EXPECT_TRUE(std::filesystem::exists(file)) << file;
  const auto arguments = saved_arguments(folder);
  ASSERT_TRUE(arguments);
  EXPECT_EQ(arguments->patients, 4U);
  std::filesystem::remove_all(folder);
}

TEST_F(PlanService, ASavedPlanRunsAgainToTheSameBytesFromAnyFolder)
{
  const std::filesystem::path here = std::filesystem::current_path();
  PlanArguments arguments = small();
  std::filesystem::current_path(support::source_folder());
  arguments.tumour_file = "examples/nsclc-kras-g12c.toml";
  const auto response = plan_tumour(session(), arguments, false, {});
  const std::string folder = testing::TempDir() + "/rascade-rerun";
  const auto files = save_plan(*response, arguments, folder);
  std::filesystem::current_path(here);
  ASSERT_TRUE(files);
  const auto saved = saved_arguments(folder);
  ASSERT_TRUE(saved);
  const auto again = plan_tumour(session(), *saved, false, {});
  ASSERT_TRUE(again) << to_string(again.diagnostics());
  EXPECT_EQ(again->json, response->json);
  std::filesystem::remove_all(folder);
}

TEST_F(PlanService, SavingLeavesOtherFilesOfTheFolderAlone)
{
  const std::filesystem::path folder = testing::TempDir() + "/rascade-mine";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "mine.txt") << "keep";
  ASSERT_TRUE(save_plan({"text", "tsv", "json", ""}, small(), folder.string()));
  EXPECT_TRUE(std::filesystem::exists(folder / "mine.txt"));
  EXPECT_TRUE(std::filesystem::exists(folder / "plan.json"));
  EXPECT_FALSE(std::filesystem::exists(folder.string() + ".partial"));
  std::filesystem::remove_all(folder);
}

TEST_F(PlanService, RefusesAnUnknownDrugAndAMissingFile)
{
  PlanArguments arguments = small();
  arguments.drugs = {"sotorasob"};
  EXPECT_EQ(plan_tumour(session(), arguments, false, {}).diagnostics().front().code, "E0904");
  arguments.tumour_file = "no/such/file.toml";
  EXPECT_EQ(plan_tumour(session(), arguments, false, {}).diagnostics().front().code, "E1001");
}

}  // namespace
}  // namespace rascade::service
