// SPDX-License-Identifier: MIT
#include "rascade/reduce/blocks.hpp"

#include <algorithm>
#include <cassert>

namespace rascade::reduce {

Blocks::Blocks(std::span<const std::uint32_t> keys)
{
  Numbering<std::uint32_t> number;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    block_of_.push_back(number(keys[i]));
    if (block_of_.back() == members_.size()) members_.emplace_back();
    members_[block_of_.back()].push_back(static_cast<std::uint32_t>(i));
  }
}

std::uint32_t Blocks::split(std::span<const std::uint32_t> items)
{
  assert(!items.empty());
  const std::uint32_t old = block_of_[items[0]];
  const auto made = static_cast<std::uint32_t>(members_.size());
  for (const std::uint32_t item : items) block_of_[item] = made;
  std::erase_if(members_[old], [&](std::uint32_t item) { return block_of_[item] == made; });
  assert(!members_[old].empty());
  std::vector<std::uint32_t>& own = members_.emplace_back(items.begin(), items.end());
  std::sort(own.begin(), own.end());
  return made;
}

std::vector<std::int32_t> Blocks::places() const
{
  Numbering<std::uint32_t> number;
  std::vector<std::int32_t> places;
  for (const std::uint32_t block : block_of_) {
    places.push_back(static_cast<std::int32_t>(number(block)));
  }
  return places;
}

}  // namespace rascade::reduce
