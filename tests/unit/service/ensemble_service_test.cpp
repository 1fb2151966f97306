// SPDX-License-Identifier: MIT
#include "rascade/service/ensemble_service.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <sstream>

#include "rascade/trial/statistics.hpp"

namespace rascade::service {
namespace {

namespace fs = std::filesystem;

/// X is made at rate k and lost at rate d; at time t, X = k/d (1 - exp(-d t)). Y is made as fast as
/// `room` has it, which is no number where X is above `most`.
constexpr const char* model_text = R"(begin model
begin parameters
  k 4.0
  d 0.3
  most 1e9
end parameters
begin molecule types
  X()
  Y()
end molecule types
begin seed species
  X() 0
  Y() 0
end seed species
begin observables
  Molecules total X()
  Molecules other Y()
end observables
begin functions
  room() sqrt(most-total)
end functions
begin reaction rules
  0 -> X() k
  X() -> 0 d
  0 -> Y() room
end reaction rules
end model
)";

using Rows = std::vector<std::vector<double>>;

/// Comments and header left out.
Rows rows_of(const std::string& tsv)
{
  Rows rows;
  std::istringstream lines(tsv);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#' || std::isalpha(line[0]) != 0) continue;
    std::istringstream cells(line);
    std::vector<double> row;
    for (std::string cell; cells >> cell;) row.push_back(std::stod(cell));
    rows.push_back(row);
  }
  return rows;
}

class EnsembleService : public testing::Test {
 protected:
  EnsembleService()
  {
    const std::string name = testing::UnitTest::GetInstance()->current_test_info()->name();
    folder_ = fs::path(testing::TempDir()) / ("rascade_ensemble_" + name);
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    request_.file = write("model.bngl", model_text);
    request_.end = 10.0;
    request_.points = 4;
    request_.outputs = {"total"};
    request_.relative = 1e-9;
    request_.absolute = 1e-9;
    request_.threads = 1;
  }
  ~EnsembleService() override { fs::remove_all(folder_); }

  std::string write(const std::string& name, const std::string& text) const
  {
    std::ofstream(folder_ / name, std::ios::binary) << text;
    return (folder_ / name).string();
  }

  static std::string read(const fs::path& path)
  {
    std::ifstream file(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
  }

  void draw_lognormally(std::size_t members)
  {
    request_.members = members;
    request_.varied = {"k=lognormal(0.5)", "d=lognormal(0.3, 0.2)"};
  }

  /// What is written without a file.
  std::string text() const
  {
    std::string text;
    const auto response =
        run_ensemble(request_, {}, [&](std::string_view piece) { text += piece; });
    EXPECT_TRUE(response) << to_string(response.diagnostics());
    return text;
  }

  std::string refusal() const
  {
    const auto response = run_ensemble(request_, {}, [](std::string_view) {});
    return response ? "" : to_string(response.diagnostics());
  }

  fs::path folder_;
  EnsembleRequest request_;
};

TEST_F(EnsembleService, SimulatesEachDrawOfATable)
{
  request_.draws_file =
      write("draws.tsv", "# mine\nmember\td\tk\n1\t0.3\t4\n2\t1e-2\t7\n3\t2\t0\n");
  const Rows rows = rows_of(text());
  ASSERT_EQ(rows.size(), 15U);
  const std::vector<std::pair<double, double>> draws{{0.3, 4}, {1e-2, 7}, {2, 0}};
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto [d, k] = draws[i / 5];
    const double t = 2.5 * static_cast<double>(i % 5);
    EXPECT_EQ(rows[i][0], static_cast<double>(i / 5 + 1));
    EXPECT_EQ(rows[i][1], t);
    EXPECT_NEAR(rows[i][2], k / d * (1 - std::exp(-d * t)), 1e-6);
  }
}

TEST_F(EnsembleService, WritesTheSameBytesForAnyNumberOfThreads)
{
  draw_lognormally(150);
  const std::string one = text();
  request_.threads = 2;
  EXPECT_EQ(text(), one);
  request_.threads = 5;
  EXPECT_EQ(text(), one);
}

TEST_F(EnsembleService, AMemberDoesNotDependOnThoseBeforeIt)
{
  draw_lognormally(40);
  request_.save_draws = (folder_ / "draws.tsv").string();
  const Rows all = rows_of(text());
  const std::string table = read(request_.save_draws);
  request_.save_draws.clear();
  request_.members = 0;
  request_.varied.clear();
  request_.draws_file = write("draws.tsv", table);
  EXPECT_EQ(rows_of(text()), all);
  const std::size_t last_row = table.rfind('\n', table.size() - 2) + 1;
  request_.draws_file =
      write("last.tsv", table.substr(0, table.find('\n') + 1) + table.substr(last_row));
  const Rows alone = rows_of(text());
  ASSERT_EQ(alone.size(), 5U);
  for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(alone[i][2], all[39 * 5 + i][2]);
}

TEST_F(EnsembleService, SummaryIsThatOfTheMembers)
{
  draw_lognormally(200);
  request_.outputs = {"other", "total"};
  const Rows members = rows_of(text());
  request_.is_summary = true;
  const Rows summary = rows_of(text());
  ASSERT_EQ(summary.size(), 5U);
  for (std::size_t t = 0; t < 5; ++t) {
    std::vector<double> values;
    for (std::size_t m = 0; m < 200; ++m) values.push_back(members[m * 5 + t][3]);
    const std::vector<double> total(summary[t].begin() + 9, summary[t].end());
    EXPECT_EQ(total[0], 200);
    const double levels[] = {0.05, 0.25, 0.5, 0.75, 0.95};
    for (std::size_t i = 0; i < 5; ++i) {
      const double exact = trial::quantile(values, levels[i]);
      EXPECT_NEAR(total[3 + i], exact, 1e-7 * exact);  // both were printed with eight digits
    }
  }
}

TEST_F(EnsembleService, WritesJson)
{
  draw_lognormally(3);
  request_.as_json = true;
  const auto json = nlohmann::json::parse(text());
  EXPECT_EQ(json["columns"], (std::vector<std::string>{"member", "time", "total"}));
  EXPECT_EQ(json["rows"].size(), 15U);
  EXPECT_EQ(json["remarks"].back(), "3 members, 0 failed");
  EXPECT_TRUE(json.contains("research_use_only"));
}

TEST_F(EnsembleService, NamesMembersThatFailAndGoesOn)
{
  // Only the second member has the root of a number below zero.
  request_.draws_file = write("draws.tsv", "most\n100\n-1\n50\n");
  std::string text;
  const auto response = run_ensemble(request_, {}, [&](std::string_view piece) { text += piece; });
  ASSERT_TRUE(response);
  EXPECT_EQ(response->members, 3U);
  EXPECT_EQ(response->failed, 1U);
  ASSERT_EQ(response.diagnostics().size(), 1U);
  EXPECT_EQ(response.diagnostics().front().code, "E2721");
  EXPECT_THAT(text, testing::HasSubstr("# member 2 failed: integration stopped at t = "));
  EXPECT_THAT(text, testing::HasSubstr("a rate is not a finite number"));
  EXPECT_THAT(text, testing::HasSubstr("# 3 members, 1 failed"));
  const Rows rows = rows_of(text);
  ASSERT_EQ(rows.size(), 15U);
  for (std::size_t i = 0; i < 15; ++i) EXPECT_EQ(std::isnan(rows[i][2]), i / 5 == 1);
  request_.is_summary = true;
  EXPECT_EQ(rows_of(this->text())[3][1], 2.0);  // counted among two
  request_.as_json = true;
  request_.is_summary = false;
  EXPECT_TRUE(nlohmann::json::parse(this->text())["rows"][7][2].is_null());
}

TEST_F(EnsembleService, GoesOnAfterBeingStoppedToTheSameBytes)
{
  draw_lognormally(120);
  const std::string whole = text();
  request_.out = (folder_ / "out.tsv").string();
  request_.threads = 2;
  std::atomic<bool> stop = false;
  std::size_t restored = 0;
  LongRun run{{}, &stop, request_.out + ".journal"};
  run.progress = [&](const ensemble::Progress& p) {
    if (p.done == 50) stop = true;
    restored = p.restored;
  };
  EXPECT_THROW((void)run_ensemble(request_, run, {}), ensemble::Stopped);
  EXPECT_FALSE(fs::exists(request_.out));
  EXPECT_FALSE(fs::exists(request_.out + ".partial"));
  ASSERT_TRUE(fs::exists(run.journal));
  fs::resize_file(run.journal, fs::file_size(run.journal) - 3);  // torn, as by a crash
  stop = false;
  run.progress = [&](const ensemble::Progress& p) { restored = p.restored; };
  ASSERT_TRUE(run_ensemble(request_, run, {}));
  EXPECT_GE(restored, 47U);
  EXPECT_EQ(read(request_.out), whole);
  EXPECT_FALSE(fs::exists(run.journal));
}

TEST_F(EnsembleService, DoesNotGoOnFromAnotherRun)
{
  draw_lognormally(30);
  request_.out = (folder_ / "out.tsv").string();
  std::atomic<bool> stop = false;
  std::size_t restored = 0;
  LongRun run{{}, &stop, request_.out + ".journal"};
  run.progress = [&](const ensemble::Progress& p) { stop = p.done >= 20; };
  EXPECT_THROW((void)run_ensemble(request_, run, {}), ensemble::Stopped);
  stop = false;
  request_.seed = 2;
  run.progress = [&](const ensemble::Progress& p) { restored += p.restored; };
  ASSERT_TRUE(run_ensemble(request_, run, {}));
  EXPECT_EQ(restored, 0U);
}

TEST_F(EnsembleService, RefusesWhatItCannotDo)
{
  using testing::HasSubstr;
  EXPECT_THAT(refusal(), HasSubstr("E2714"));
  request_.members = 3;
  EXPECT_THAT(refusal(), HasSubstr("E2714"));
  request_.varied = {"kk=lognormal(1,0.1)"};
  EXPECT_THAT(refusal(), HasSubstr("E2711"));
  for (const char* bad :
       {"k", "k=beta(1,2)", "k=normal(1)", "k=lognormal(-1,0.3)", "k=lognormal(1,-2)",
        "k=uniform(3,2)", "k=loguniform(0,2)", "k=normal(1,x)", "k=lognormal()"}) {
    request_.varied = {bad};
    EXPECT_THAT(refusal(), HasSubstr("E2713")) << bad;
  }
  request_.varied = {"k=uniform(1,2)", "k=uniform(1,3)"};
  EXPECT_THAT(refusal(), HasSubstr("twice"));
  request_.varied = {"k=uniform(1,2)"};
  request_.outputs = {"totla"};
  EXPECT_THAT(refusal(), testing::AllOf(HasSubstr("E2715"), HasSubstr("Did you mean total?")));
  request_.outputs = {};
  request_.end = 0;
  EXPECT_THAT(refusal(), HasSubstr("E2716"));
  request_.end = 1;
  request_.relative = 0;
  EXPECT_THAT(refusal(), HasSubstr("E2716"));
  request_.relative = 1e-6;
  request_.out = (folder_ / "no" / "folder" / "out.tsv").string();
  EXPECT_THAT(refusal(), HasSubstr("E1401"));
}

TEST_F(EnsembleService, SaysWhereATableOfDrawsIsWrong)
{
  const auto mistakes_in = [&](const std::string& table) {
    request_.draws_file = write("draws.tsv", table);
    std::string text = refusal();
    for (std::size_t at; (at = text.find(folder_.string())) != text.npos;) {
      text.erase(at, folder_.string().size() + 1);
    }
    return text;
  };
  using testing::HasSubstr;
  EXPECT_THAT(mistakes_in("k\tdd\n1\t2\n"), HasSubstr("draws.tsv:1:3: error E2711"));
  EXPECT_THAT(mistakes_in("k\tk\n1\t2\n"), HasSubstr("draws.tsv:1:3: error E2712"));
  EXPECT_THAT(mistakes_in("k\td\n1\t2\n3\tx\n"), HasSubstr("draws.tsv:3:3: error E2712"));
  EXPECT_THAT(mistakes_in("# note\nk\td\n1\n"), HasSubstr("draws.tsv:3:1: error E2712"));
  EXPECT_THAT(mistakes_in("k\td\n"), HasSubstr("draws.tsv: error E2712"));
  EXPECT_THAT(mistakes_in("member\n1\n"), HasSubstr("E2712"));
  request_.draws_file = "no/such/table.tsv";
  EXPECT_THAT(refusal(), HasSubstr("E1001"));
}

}  // namespace
}  // namespace rascade::service
