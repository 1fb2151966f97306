// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>

#include "rascade/ensemble/journal.hpp"

namespace rascade::ensemble {

/// How far a stage of a run has come.
struct Progress {
  std::string stage;
  std::size_t done = 0;
  std::size_t total = 0;
  std::size_t restored = 0;   // of `done`: found in the journal, not run
  double seconds_left = 0.0;  // at the pace so far; 0 until anything has been run
};

/// How fast a stage goes; says how long the rest takes.
class Pace {
 public:
  /// @param done  at the start, and not by us
  explicit Pace(std::size_t done) : done_before_(done) {}

  /// Seconds, at the mean pace so far; 0 until anything has been done.
  [[nodiscard]] double seconds_left(std::size_t done, std::size_t total) const
  {
    if (done <= done_before_) return 0.0;
    const std::chrono::duration<double> gone = std::chrono::steady_clock::now() - began_;
    return gone.count() * static_cast<double>(total - done) /
           static_cast<double>(done - done_before_);
  }

 private:
  std::size_t done_before_;
  std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
};

using OnProgress = std::function<void(const Progress&)>;

/// How a run is carried out; results do not depend on it.
struct Control {
  int threads = 0;                          // 0: as many as the machine has
  OnProgress progress = {};                 // called by one thread at a time; may be empty
  const std::atomic<bool>* stop = nullptr;  // no member is begun once it is true
  std::shared_ptr<Journal> journal = {};    // keeps members, and has those of an earlier run
};

/// The run ended early because it was told to; what it found is in the journal.
class Stopped : public std::runtime_error {
 public:
  Stopped() : std::runtime_error("stopped before the end") {}
};

}  // namespace rascade::ensemble
