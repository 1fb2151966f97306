// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

namespace rascade::reduce {

inline constexpr std::int32_t gone = -1;

/// A partition of 0 … n-1 that can only become finer.
class Blocks {
 public:
  /// Equal keys share a block.
  explicit Blocks(std::span<const std::uint32_t> keys);

  [[nodiscard]] std::size_t size() const { return members_.size(); }
  [[nodiscard]] std::size_t num_items() const { return block_of_.size(); }
  [[nodiscard]] std::uint32_t block_of(std::size_t item) const { return block_of_[item]; }
  [[nodiscard]] std::span<const std::uint32_t> members(std::size_t block) const
  {
    return members_[block];
  }

  /// Takes the items apart from the rest of their block, all to one new block. Returns its number.
  /// @pre all are of one block, which has others, too
  std::uint32_t split(std::span<const std::uint32_t> items);

  /// [n_items], blocks numbered by their first members.
  [[nodiscard]] std::vector<std::int32_t> places() const;

 private:
  std::vector<std::uint32_t> block_of_;
  std::vector<std::vector<std::uint32_t>> members_;  // ascending
};

/// Small numbers for things that are equal or not, in order of appearance.
template <class Key>
class Numbering {
 public:
  std::uint32_t operator()(const Key& key)
  {
    return numbers_.try_emplace(key, static_cast<std::uint32_t>(numbers_.size())).first->second;
  }

 private:
  std::map<Key, std::uint32_t> numbers_;
};

}  // namespace rascade::reduce
