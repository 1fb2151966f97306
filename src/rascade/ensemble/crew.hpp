// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "rascade/ensemble/control.hpp"

namespace rascade::ensemble {

/// Members first..total-1 of one stage, without their types; see run_members.
struct Work {
  using RunMember = std::function<void(std::size_t)>;

  std::string stage;
  std::size_t first = 0;  // those before it have been delivered already
  std::size_t total = 0;
  std::size_t window = 1;  // member i is not run before i - window has been delivered
  std::function<RunMember()> make_worker;    // called once on each worker's own thread
  std::function<void(std::size_t)> deliver;  // in the order of members, never twice at a time
};

/// Workers that a control asks for, for so many members.
[[nodiscard]] std::size_t num_workers(const Control& control, std::size_t members);

/// Runs the members on all workers, the calling thread being one of them, and delivers each once
/// all before it have been. Throws what running or delivering the earliest member that failed
/// threw; Stopped if the control said so before the end.
void run_work(const Control& control, const Work& work);

}  // namespace rascade::ensemble
