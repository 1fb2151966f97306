// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rascade/base/checked.hpp"
#include "rascade/language/read_tables.hpp"
#include "rascade/model/action.hpp"
#include "rascade/model/model.hpp"

namespace rascade::language {

/// A model, and what its text asks to be done with it.
struct Document {
  model::Model model;
  std::vector<model::Action> actions;
};

/// Reads a BNGL text; actions are not read, which W0101 says. docs/bngl.md describes the language.
///
/// @param file       the name that diagnostics give; nothing is opened
/// @param read_file  gives the files of points that the model names; without it there are none
/// @return the model, perhaps with warnings, or every mistake in the order of the text: E01xx is
///         about blocks, E02xx syntax, E03xx names, E04xx rules, E05xx molecules, sites, bonds and
///         compartments, E06xx actions and options
[[nodiscard]] Checked<model::Model> parse_model(std::string_view text, const std::string& file,
                                                const ReadFile& read_file = {});

/// Reads a BNGL text with its actions; otherwise as `parse_model`.
[[nodiscard]] Checked<Document> parse_document(std::string_view text, const std::string& file,
                                               const ReadFile& read_file = {});

}  // namespace rascade::language
