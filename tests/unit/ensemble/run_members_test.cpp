// SPDX-License-Identifier: MIT
#include "rascade/ensemble/run_members.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <latch>

namespace rascade::ensemble {
namespace {

namespace fs = std::filesystem;

double slow_sine(std::size_t member)
{
  double x = static_cast<double>(member);
  for (int i = 0; i < 2000; ++i) x = std::sin(x) + 1e-3 * static_cast<double>(member);
  return x;
}

/// A reduction whose bits depend on the order of its terms.
double sum_of(const Control& control, std::size_t n)
{
  double sum = 0;
  const auto make = [] { return slow_sine; };
  run_members<double>(control, "sum", n, make,
                      [&sum](std::size_t, double value) { sum = sum * 0.999 + value; });
  return sum;
}

TEST(RunMembers, DeliversInOrderForAnyNumberOfThreads)
{
  for (const int threads : {1, 2, 7}) {
    std::vector<std::size_t> order;
    const auto identity = [](std::size_t i) { return i; };
    run_members<std::size_t>(
        {.threads = threads}, "order", 500, [&] { return identity; },
        [&](std::size_t member, std::size_t result) {
          EXPECT_EQ(member, result);
          order.push_back(member);
        });
    ASSERT_EQ(order.size(), 500U);
    EXPECT_TRUE(std::is_sorted(order.begin(), order.end()));
  }
}

TEST(RunMembers, ReducesToTheSameBitsForAnyNumberOfThreads)
{
  const double one = sum_of({.threads = 1}, 300);
  EXPECT_EQ(sum_of({.threads = 2}, 300), one);
  EXPECT_EQ(sum_of({.threads = 5}, 300), one);
}

TEST(RunMembers, RunsOnlyAFewMembersAhead)
{
  constexpr int threads = 4;
  std::atomic<std::size_t> delivered = 0;
  std::atomic<std::size_t> furthest = 0;
  const auto run = [&](std::size_t member) {
    if (member == 0) slow_sine(100);  // the others could run far ahead of it
    std::size_t before = furthest;
    const std::size_t now = member - std::min<std::size_t>(member, delivered);
    while (before < now && !furthest.compare_exchange_weak(before, now)) {
    }
    return member;
  };
  run_members<std::size_t>(
      {.threads = threads}, "ahead", 20'000, [&] { return run; },
      [&](std::size_t, std::size_t) { ++delivered; });
  EXPECT_LT(furthest, threads * ahead);
}

TEST(RunMembers, MakesOneStateForEachWorker)
{
  std::atomic<int> made = 0;
  std::latch all_at_work(3);
  const auto make = [&] {
    ++made;
    return [&, is_first = true](std::size_t member) mutable {
      if (is_first) all_at_work.arrive_and_wait();  // otherwise one worker could do it all
      is_first = false;
      return member;
    };
  };
  run_members<std::size_t>({.threads = 3}, "workers", 60, make, [](std::size_t, std::size_t) {});
  EXPECT_EQ(made, 3);
}

TEST(RunMembers, ThrowsWhatTheFirstMemberThatFailedThrew)
{
  for (const int threads : {1, 3}) {
    std::size_t delivered = 0;
    const auto run = [](std::size_t member) {
      if (member >= 20) throw std::runtime_error(std::to_string(member));
      return member;
    };
    try {
      run_members<std::size_t>(
          {.threads = threads}, "failing", 100, [&] { return run; },
          [&](std::size_t, std::size_t) { ++delivered; });
      FAIL();
    } catch (const std::runtime_error& error) {
      EXPECT_STREQ(error.what(), "20");
    }
    EXPECT_EQ(delivered, 20U);
  }
}

TEST(RunMembers, ThrowsWhatAWorkerThatCannotBeMadeThrew)
{
  const auto make = []() -> std::function<int(std::size_t)> { throw std::bad_alloc(); };
  EXPECT_THROW(run_members<int>({.threads = 2}, "none", 9, make, [](std::size_t, int) {}),
               std::bad_alloc);
}

TEST(RunMembers, StopsWhenTold)
{
  std::atomic<bool> stop = false;
  std::size_t delivered = 0;
  const auto run = [](std::size_t member) { return member; };
  EXPECT_THROW(run_members<std::size_t>(
                   {.threads = 2, .progress = {}, .stop = &stop}, "stop", 1000, [&] { return run; },
                   [&](std::size_t member, std::size_t) {
                     ++delivered;
                     if (member == 10) stop = true;
                   }),
               Stopped);
  EXPECT_GE(delivered, 11U);
  EXPECT_LE(delivered, 11U + 2 * ahead);
}

TEST(RunMembers, ReportsEveryMember)
{
  std::vector<Progress> reports;
  Control control{.threads = 2, .progress = [&](const Progress& p) { reports.push_back(p); }};
  sum_of(control, 40);
  ASSERT_EQ(reports.size(), 40U);
  for (std::size_t i = 0; i < 40; ++i) {
    EXPECT_EQ(reports[i].stage, "sum");
    EXPECT_EQ(reports[i].done, i + 1);
    EXPECT_EQ(reports[i].total, 40U);
    EXPECT_GE(reports[i].seconds_left, 0.0);
  }
  EXPECT_EQ(reports.back().seconds_left, 0.0);
}

TEST(Collect, KeepsTheOrder)
{
  const auto squares = collect<std::size_t>({.threads = 3}, "squares", 200,
                                            [](std::size_t member) { return member * member; });
  ASSERT_EQ(squares.size(), 200U);
  for (std::size_t i = 0; i < 200; ++i) EXPECT_EQ(squares[i], i * i);
  EXPECT_TRUE(collect<int>({}, "none", 0, [](std::size_t) { return 1; }).empty());
}

TEST(ForEachMember, VisitsEachOnce)
{
  std::vector<std::atomic<int>> visits(300);
  for_each_member({.threads = 4}, "visits", 300, [&](std::size_t member) { ++visits[member]; });
  for (const auto& count : visits) EXPECT_EQ(count, 1);
}

/// Two stages, the second of which depends on the first, as of one run that may be cut off.
class Resumed : public testing::Test {
 protected:
  Resumed() { fs::remove(path_); }
  ~Resumed() override { fs::remove(path_); }

  struct Outcome {
    std::vector<double> values;
    std::size_t runs = 0;
    std::size_t restored = 0;
  };

  Outcome run(int threads)
  {
    Outcome outcome;
    std::atomic<std::size_t> runs = 0;
    Control control{.threads = threads,
                    .progress = {},
                    .stop = nullptr,
                    .journal = *Journal::open(path_, "key")};
    control.progress = [&](const Progress& p) {
      if (p.done == p.total) outcome.restored += p.restored;
    };
    const auto first = collect<double>(control, "first", 40, [&](std::size_t member) {
      ++runs;
      return slow_sine(member);
    });
    outcome.values = collect<double>(control, "second", 40, [&](std::size_t member) {
      ++runs;
      return slow_sine(member) * first[39 - member];
    });
    outcome.runs = runs;
    return outcome;
  }

  std::string bytes() const
  {
    std::ifstream file(path_, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
  }

  // Of its own, since CTest runs the tests side by side.
  std::string path_ = testing::TempDir() + "rascade_" +
                      testing::UnitTest::GetInstance()->current_test_info()->name() + ".journal";
};

TEST_F(Resumed, GivesTheSameBitsFromAJournalCutAnywhere)
{
  const Outcome whole = run(3);
  EXPECT_EQ(whole.runs, 80U);
  const std::string journal = bytes();
  for (std::size_t part = 0; part <= 23; ++part) {
    std::ofstream(path_, std::ios::binary) << journal.substr(0, journal.size() * part / 23);
    const Outcome resumed = run(part % 2 == 0 ? 1 : 2);
    EXPECT_EQ(resumed.values, whole.values);
    EXPECT_LE(resumed.runs, 80 - 80 * part / 23 + 4);  // the torn one, and the header's share
    EXPECT_EQ(run(1).runs, 0U);
  }
}

TEST_F(Resumed, TakesMembersThatEndedOutOfTurn)
{
  {
    const auto journal = *Journal::open(path_, "key");
    journal->begin("first 40");
    for (const std::size_t member : {3U, 1U, 0U, 7U}) {
      Saver saver;
      saver(slow_sine(member));
      journal->append(member, saver.bytes());
    }
  }
  const Outcome resumed = run(2);
  EXPECT_EQ(resumed.runs, 76U);
  EXPECT_EQ(resumed.restored, 2U);  // members 0 and 1; 3 and 7 are found when their turn comes
  fs::remove(path_);
  EXPECT_EQ(run(1).values, resumed.values);
}

}  // namespace
}  // namespace rascade::ensemble
