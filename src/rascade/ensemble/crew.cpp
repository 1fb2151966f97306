// SPDX-License-Identifier: MIT
#include "rascade/ensemble/crew.hpp"

#include <algorithm>
#include <cassert>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace rascade::ensemble {
namespace {

class Crew {
 public:
  Crew(const Control& control, const Work& work)
      : control_(control),
        work_(work),
        ends_(work.window),
        next_(work.first),
        delivered_(work.first),
        pace_(work.first)
  {
  }

  void run()
  {
    {
      std::vector<std::jthread> others;
      for (std::size_t w = 1; w < num_workers(control_, work_.total - work_.first); ++w) {
        others.emplace_back([this] { take_part(); });
      }
      take_part();
    }
    if (failure_) std::rethrow_exception(failure_);
    if (delivered_ < work_.total) throw Stopped();
  }

 private:
  struct End {
    bool is_reached = false;
    std::exception_ptr error;
  };

  void take_part()
  {
    try {
      const Work::RunMember run_member = work_.make_worker();
      while (const auto member = claim()) end(*member, run(run_member, *member));
    } catch (...) {
      const std::lock_guard lock(mutex_);
      fail(std::current_exception());
    }
  }

  static std::exception_ptr run(const Work::RunMember& run_member, std::size_t member)
  {
    try {
      run_member(member);
      return nullptr;
    } catch (...) {
      return std::current_exception();
    }
  }

  std::optional<std::size_t> claim()
  {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [this] { return is_over() || next_ < delivered_ + work_.window; });
    if (is_over()) return std::nullopt;
    return next_++;
  }

  bool is_over() const
  {
    return failure_ || next_ == work_.total || (control_.stop != nullptr && *control_.stop);
  }

  /// Whoever ends the member that is due delivers it, and all that have ended behind it.
  void end(std::size_t member, std::exception_ptr error)
  {
    std::unique_lock lock(mutex_);
    ends_[member % work_.window] = {true, std::move(error)};
    if (is_delivering_) return;
    is_delivering_ = true;
    while (!failure_ && ends_[delivered_ % work_.window].is_reached) {
      const End due = ends_[delivered_ % work_.window];
      ends_[delivered_ % work_.window] = {};
      lock.unlock();
      const std::exception_ptr failure = deliver(due);
      lock.lock();
      if (failure) {
        fail(failure);
      } else {
        ++delivered_;
        room_.notify_all();
      }
    }
    is_delivering_ = false;
  }

  std::exception_ptr deliver(const End& due)
  {
    try {
      if (due.error) return due.error;
      work_.deliver(delivered_);
      report(delivered_ + 1);
      return nullptr;
    } catch (...) {
      return std::current_exception();
    }
  }

  void report(std::size_t done) const
  {
    if (!control_.progress) return;
    control_.progress(
        {work_.stage, done, work_.total, work_.first, pace_.seconds_left(done, work_.total)});
  }

  void fail(std::exception_ptr failure)
  {
    if (!failure_) failure_ = std::move(failure);
    room_.notify_all();
  }

  const Control& control_;
  const Work& work_;
  std::mutex mutex_;
  std::condition_variable room_;
  std::vector<End> ends_;  // [window], of members from delivered_ on
  std::size_t next_;       // to be run
  std::size_t delivered_;  // changed by the delivering thread alone
  bool is_delivering_ = false;
  std::exception_ptr failure_;
  Pace pace_;
};

}  // namespace

std::size_t num_workers(const Control& control, std::size_t members)
{
  const std::size_t wanted = control.threads > 0
                                 ? static_cast<std::size_t>(control.threads)
                                 : std::max<std::size_t>(1, std::thread::hardware_concurrency());
  return std::max<std::size_t>(1, std::min(wanted, members));
}

void run_work(const Control& control, const Work& work)
{
  assert(work.first <= work.total && work.window > 0);
  if (work.first < work.total) Crew(control, work).run();
}

}  // namespace rascade::ensemble
