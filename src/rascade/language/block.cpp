// SPDX-License-Identifier: MIT
#include "rascade/language/block.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "rascade/base/text.hpp"

namespace rascade::language {
namespace {

struct NamedBlock {
  std::string_view name;
  Block block;
};

constexpr std::array<NamedBlock, 12> known_blocks{{
    {"parameters", Block::parameters},
    {"compartments", Block::compartments},
    {"molecule types", Block::molecule_types},
    {"seed species", Block::seeds},
    {"species", Block::seeds},
    {"observables", Block::observables},
    {"functions", Block::functions},
    {"energy patterns", Block::energies},
    {"reaction rules", Block::rules},
    {"population maps", Block::population_maps},
    {"actions", Block::actions},
    {"protocol", Block::actions},
}};

/// Of old files and other programs. Without a note the names mean the same.
struct ForeignBlock {
  std::string_view name;
  Block block;
  const char* note;
};

constexpr std::array<ForeignBlock, 5> foreign_blocks{{
    {"molecules", Block::molecule_types, "it is read as 'molecule types'"},
    {"molecular types", Block::molecule_types, "it is read as 'molecule types'"},
    {"rules", Block::rules, "it is read as 'reaction rules'"},
    {"population types", Block::molecule_types,
     "it is read as 'molecule types': every species is counted, populations or not"},
    {"anchors", Block::skipped, "it is skipped: compartments have no anchors here"},
}};

struct RefusedBlock {
  std::string_view name;
  const char* hint;
};

constexpr std::array<RefusedBlock, 2> refused_blocks{{
    {"reactions", "This is a generated network; give the rules it came from."},
    {"groups", "This is a generated network; give the observables it came from."},
}};

template <class Blocks>
auto find_named(const Blocks& blocks, std::string_view name)
{
  return std::find_if(blocks.begin(), blocks.end(),
                      [name](const auto& block) { return block.name == name; });
}

}  // namespace

std::string block_name(const TokenLine& line)
{
  std::string name;
  for (std::size_t i = 1; i < line.size(); ++i) {
    if (i > 1) name += ' ';
    name += line[i].text;
  }
  std::replace(name.begin(), name.end(), '_', ' ');
  return name;
}

Block find_block(const std::string& name, const Span& span, Mistakes& mistakes)
{
  const auto* known = find_named(known_blocks, name);
  if (known != known_blocks.end()) return known->block;
  const auto* foreign = find_named(foreign_blocks, name);
  if (foreign != foreign_blocks.end()) {
    mistakes.warn("W0103", span,
                  fmt::format("'{}' is no block of this language: {}", name, foreign->note));
    return foreign->block;
  }
  const auto* refused = find_named(refused_blocks, name);
  if (refused != refused_blocks.end()) {
    mistakes.add("E0207", span, fmt::format("the block '{}' is not supported", name),
                 refused->hint);
    return Block::skipped;
  }
  std::vector<std::string> valid;
  for (const NamedBlock& block : known_blocks) valid.emplace_back(block.name);
  mistakes.add("E0101", span, fmt::format("there is no block '{}'", name), suggest(name, valid));
  const std::optional<std::string> nearest = nearest_name(name, valid);
  return nearest ? find_named(known_blocks, *nearest)->block : Block::skipped;
}

}  // namespace rascade::language
