// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "rascade/network/index_table.hpp"
#include "rascade/network/network.hpp"

namespace rascade::network {

/// Reactions in order of discovery. Equal ones found in one round of one rule become one.
class ReactionList {
 public:
  /// What comes next has nothing in common with what came before.
  void begin_round() { index_.clear(); }

  void add(Reaction reaction);

  [[nodiscard]] const std::vector<Reaction>& all() const& { return reactions_; }
  [[nodiscard]] std::vector<Reaction> all() && { return std::move(reactions_); }
  [[nodiscard]] std::size_t size() const { return reactions_.size(); }
  [[nodiscard]] std::size_t num_bytes() const { return num_bytes_ + index_.num_bytes(); }

 private:
  std::vector<Reaction> reactions_;
  IndexTable index_;  // of this round
  std::size_t num_bytes_ = 0;
};

}  // namespace rascade::network
