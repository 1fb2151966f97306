// SPDX-License-Identifier: MIT
#pragma once

#include <fmt/format.h>

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "rascade/ensemble/archive.hpp"
#include "rascade/ensemble/crew.hpp"

namespace rascade::ensemble {

/// Members that may be run ahead of the one that is due, for each worker.
inline constexpr std::size_t ahead = 32;

/// A place of its own for each result: workers that write neighbours must not share a cache line.
template <class Result>
struct alignas(64) Place {
  std::optional<Result> result;
};

/// Members of a stage that an earlier run had finished out of turn; may be asked by any thread.
template <class Result>
class Early {
 public:
  void add(std::size_t member, Result result) { results_.emplace(member, std::move(result)); }

  std::optional<Result> take(std::size_t member)
  {
    const std::lock_guard lock(mutex_);
    const auto found = results_.find(member);
    if (found == results_.end()) return std::nullopt;
    std::optional<Result> result(std::move(found->second));
    results_.erase(found);
    return result;
  }

 private:
  std::mutex mutex_;
  std::map<std::size_t, Result> results_;
};

/// Takes what the journal has of a stage. Returns how many members that were, in turn.
template <class Result, class Take>
std::size_t restore(Journal& journal, const std::string& stage, std::size_t n, Early<Result>& early,
                    Take&& take)
{
  journal.begin(fmt::format("{} {}", stage, n));
  std::size_t done = 0;
  while (const auto record = journal.next()) {
    Result result{};
    Loader(record->bytes)(result);
    early.add(record->member, std::move(result));
    while (std::optional<Result> due = early.take(done)) take(done++, *std::move(due));
  }
  return done;
}

/// Runs members 0..n-1 of a stage on the control's workers and gives each result to
/// `take(member, Result)` in the order of members, whatever order they end in; only the few that
/// are ahead of their turn are kept, so memory does not grow with n. Members found in the control's
/// journal are taken from there, the others put into it.
///
/// @param make_worker  makes what runs members, `Result(std::size_t member)`, once on each worker's
///                     thread: the place for state that is reused. A result must not depend on the
///                     members its worker ran before.
template <class Result, class MakeWorker, class Take>
void run_members(const Control& control, const std::string& stage, std::size_t n,
                 const MakeWorker& make_worker, Take&& take)
{
  Early<Result> early;
  Work work{.stage = stage,
            .first = 0,
            .total = n,
            .window = ahead * num_workers(control, n),
            .make_worker = {},
            .deliver = {}};
  if (control.journal) work.first = restore(*control.journal, stage, n, early, take);
  if (control.progress && work.first > 0) control.progress({stage, work.first, n, work.first, 0.0});
  std::vector<Place<Result>> places(work.window);
  work.make_worker = [&]() -> Work::RunMember {
    auto worker = std::make_shared<decltype(make_worker())>(make_worker());
    return [&, worker](std::size_t member) {
      std::optional<Result> result = early.take(member);
      if (!result) {
        result = (*worker)(member);
        if (control.journal) {
          Saver saver;
          saver(*result);
          control.journal->append(member, saver.bytes());
        }
      }
      places[member % work.window].result = std::move(result);
    };
  };
  work.deliver = [&](std::size_t member) {
    Place<Result>& place = places[member % work.window];
    take(member, *std::move(place.result));
    place.result.reset();
  };
  run_work(control, work);
}

/// All results, in the order of members. @param run  `Result(std::size_t member)`, from any thread
template <class Result, class Run>
[[nodiscard]] std::vector<Result> collect(const Control& control, const std::string& stage,
                                          std::size_t n, const Run& run)
{
  std::vector<Result> results;
  results.reserve(n);
  run_members<Result>(
      control, stage, n, [&run] { return [&run](std::size_t member) { return run(member); }; },
      [&results](std::size_t, Result result) { results.push_back(std::move(result)); });
  return results;
}

/// Calls `run(member)` for each, from any thread; nothing goes into the journal.
template <class Run>
void for_each_member(const Control& control, const std::string& stage, std::size_t n,
                     const Run& run)
{
  Work work{.stage = stage,
            .first = 0,
            .total = n,
            .window = ahead * num_workers(control, n),
            .make_worker = [&run] { return Work::RunMember(std::cref(run)); },
            .deliver = [](std::size_t) {}};
  run_work(control, work);
}

}  // namespace rascade::ensemble
