// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "rascade/knowledge/knowledge.hpp"

namespace rascade::pathway {

/// Every quantity of the tables in a fixed order, so that a draw can be a plain array and depends
/// on a row's place, not on its name. Points into the Knowledge, which must outlive it unchanged.
class Catalogue {
 public:
  struct Entry {
    std::string name;  // of the row, for people
    const knowledge::Quantity* quantity;
    bool is_setting = false;  // of an experiment, such as how much of a gene is left: no constant
  };

  explicit Catalogue(const knowledge::Knowledge& knowledge);
  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
  [[nodiscard]] std::size_t index_of(const knowledge::Quantity& quantity) const;

 private:
  void add(std::string name, const knowledge::Quantity& quantity, bool is_setting = false);
  std::vector<Entry> entries_;
  std::unordered_map<const knowledge::Quantity*, std::size_t> index_;
};

/// One virtual patient's place in every range: z = 0 is the value, -1.96 the low and +1.96 the high
/// end. An empty draw is the central one.
struct Draw {
  std::vector<double> z;       // [catalogue.entries().size()] or empty
  std::vector<double> values;  // the same size, in each quantity's own unit, instead of z; or empty

  /// In the internal unit; between value and end on a log scale where both are positive.
  [[nodiscard]] double internal(const Catalogue& catalogue, const knowledge::Quantity& quantity) const;
};

/// Independent standard normals, cut at the ends of the ranges, named by seed, patient and attempt.
[[nodiscard]] Draw draw_patient(const Catalogue& catalogue, std::uint64_t seed, std::uint32_t patient,
                                std::uint32_t attempt);

}  // namespace rascade::pathway
