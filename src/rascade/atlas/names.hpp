// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rascade/base/diagnostic.hpp"
#include "rascade/knowledge/knowledge.hpp"

namespace rascade::atlas {

/// What a name can stand for.
enum class Subject { therapy, gene, node, regulator, cancer };

/// The letters and digits of a name in lower case: AMG-510, `AMG 510` and amg510 are one name.
[[nodiscard]] std::string plain(std::string_view name);

/// The words of a text: what stands between blanks and `; , / : ( ) + -`.
[[nodiscard]] std::vector<std::string> words_of(std::string_view text);

/// True if `name` stands in the text as words of its own.
[[nodiscard]] bool mentions(std::string_view text, std::string_view name);

/// Every name and synonym of the tables, each once; a row's own name goes before another's synonym.
class NameIndex {
 public:
  /// @pre `tables` outlives the index
  explicit NameIndex(const knowledge::Knowledge& tables);

  [[nodiscard]] const knowledge::Therapy* therapy(std::string_view name) const;
  [[nodiscard]] const knowledge::Regulator* regulator(std::string_view name) const;
  [[nodiscard]] const knowledge::Node* node(std::string_view name) const;
  [[nodiscard]] const knowledge::CancerType* cancer(std::string_view name) const;
  /// HGNC symbol; empty if no gene has this name.
  [[nodiscard]] std::string gene(std::string_view name) const;

  /// The mistake of asking for `name`, which no row of this kind has: the nearest name, or what
  /// else is called so (E2201).
  [[nodiscard]] Diagnostic unknown(Subject subject, std::string_view name) const;

 private:
  struct Names {
    std::map<std::string, std::size_t> rows;  // plain name -> row
    std::vector<std::string> spelled;         // as the tables write them, in their order
  };

  void add(Subject subject, const std::string& name, std::size_t row);
  void add_genes();
  void add_drugs();
  [[nodiscard]] std::optional<std::size_t> find(Subject subject, std::string_view name) const;

  const knowledge::Knowledge& tables_;
  std::vector<std::string> symbols_;
  std::array<Names, 5> names_;
};

}  // namespace rascade::atlas
