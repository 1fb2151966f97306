// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace rascade::network {

/// Finds positions in an array of the caller's by a hash of what stands there. Open addressing; a
/// quarter of the slots is always free.
class IndexTable {
 public:
  /// The position whose hash is equal and for which `is_same(position)` holds.
  template <class IsSame>
  [[nodiscard]] std::optional<std::uint32_t> find(std::uint64_t hash, IsSame&& is_same) const
  {
    if (slots_.empty()) return std::nullopt;
    for (std::size_t at = hash & mask(); slots_[at].position != nobody; at = (at + 1) & mask()) {
      if (slots_[at].hash == hash && is_same(slots_[at].position)) return slots_[at].position;
    }
    return std::nullopt;
  }

  void insert(std::uint64_t hash, std::uint32_t position)
  {
    if (4 * (used_.size() + 1) > 3 * slots_.size()) grow();
    place({hash, position});
  }

  /// Takes time in proportion to what was inserted.
  void clear()
  {
    for (const std::uint32_t at : used_) slots_[at].position = nobody;
    used_.clear();
  }

  [[nodiscard]] std::size_t num_bytes() const
  {
    return slots_.capacity() * sizeof(Slot) + used_.capacity() * sizeof(std::uint32_t);
  }

 private:
  static constexpr std::uint32_t nobody = 0xffffffffU;
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t position = nobody;
  };

  [[nodiscard]] std::size_t mask() const { return slots_.size() - 1; }

  void place(const Slot& slot)
  {
    std::size_t at = slot.hash & mask();
    while (slots_[at].position != nobody) at = (at + 1) & mask();
    slots_[at] = slot;
    used_.push_back(static_cast<std::uint32_t>(at));
  }

  void grow()
  {
    std::vector<Slot> old(slots_.empty() ? 64 : 2 * slots_.size());
    old.swap(slots_);
    const std::vector<std::uint32_t> used = std::move(used_);
    used_.clear();
    for (const std::uint32_t at : used) place(old[at]);
  }

  std::vector<Slot> slots_;         // a power of two
  std::vector<std::uint32_t> used_; // in order of insertion
};

}  // namespace rascade::network
