// SPDX-License-Identifier: MIT
#include "rascade/service/claims_service.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <stdexcept>

#include <nlohmann/json.hpp>

#include "support/tables.hpp"

namespace rascade::service {
namespace {

namespace fs = std::filesystem;

Session open()
{
  const std::string root = support::source_folder();
  auto session = Session::open({root + "/knowledge", root + "/models", "", root + "/examples"});
  if (!session) throw std::runtime_error(to_string(session.diagnostics()));
  return *std::move(session);
}

TEST(RunClaims, WritesWhatItFoundAndTheSameAgain)
{
  const Session session = open();
  ClaimsArguments arguments;
  arguments.filter = "level=molecular,section=cascade";
  arguments.out = testing::TempDir() + "rascade-claims";
  arguments.page = arguments.out + "/page.md";
  arguments.threads = 1;
  fs::remove_all(arguments.out);
  const auto first = run_claims(session, arguments, {});
  ASSERT_TRUE(first) << to_string(first.diagnostics());
  EXPECT_EQ(first->files.size(), 4U);
  for (const std::string& file : first->files) EXPECT_TRUE(fs::exists(file)) << file;
  fs::remove(arguments.out + "/claims.journal");
  arguments.threads = 2;
  const auto second = run_claims(session, arguments, {});
  ASSERT_TRUE(second);
  EXPECT_EQ(first->json, second->json);
  std::size_t restored = 0;
  const auto third = run_claims(
      session, arguments,
      {.progress = [&](const ensemble::Progress& p) { restored = std::max(restored, p.restored); }});
  ASSERT_TRUE(third);
  EXPECT_GT(restored, 0U);
  EXPECT_EQ(first->json, third->json);
  const auto json = nlohmann::json::parse(first->json);
  EXPECT_EQ(json["format"], "rascade-claims/1");
  EXPECT_FALSE(json["sources"].empty());
}

TEST(RunClaims, ReportsAFilterThatFitsNothing)
{
  ClaimsArguments arguments;
  arguments.filter = "id=none";
  arguments.out = testing::TempDir() + "rascade-no-claims";
  const auto run = run_claims(open(), arguments, {});
  ASSERT_FALSE(run);
  EXPECT_EQ(run.diagnostics().front().code, "E2405");
  EXPECT_FALSE(fs::exists(arguments.out));
}

}  // namespace
}  // namespace rascade::service
