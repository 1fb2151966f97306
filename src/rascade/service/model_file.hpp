// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rascade/base/checked.hpp"
#include "rascade/language/parse_model.hpp"
#include "rascade/model/action.hpp"
#include "rascade/model/model.hpp"
#include "rascade/network/expand.hpp"

namespace rascade::service {

/// How far rules are expanded. What is not given is as the file's `generate_network` asks (max_iter,
/// max_agg, max_stoich), else as ExpansionLimits has it.
struct ExpansionRequest {
  std::optional<std::size_t> max_species;
  std::optional<std::size_t> max_bytes;
  std::optional<std::size_t> max_iterations;
  std::optional<std::size_t> max_molecules;
  std::size_t threads = 1;
  std::function<void(const network::ExpansionProgress&)> progress;  // may be empty
};

/// A network, and the mistake that ended its expansion early if one did.
struct ExpandedNetwork {
  network::Network network;
  std::vector<Diagnostic> stopped_by;
};

/// A model or a network by its file's ending (`.net`), read and checked.
struct ModelFile {
  std::string path;
  std::optional<model::Model> model;
  std::vector<model::Action> actions;
  std::optional<network::Network> network;  // of a `.net` file
};

/// Reads the files that a model names, which are looked for beside it.
[[nodiscard]] language::ReadFile reader_beside(const std::string& path);

/// Files that the model names are looked for beside it.
[[nodiscard]] Checked<ModelFile> read_model_file(const std::string& path);

/// What the text's last `generate_network` and the request ask for.
[[nodiscard]] network::ExpansionOptions expansion_options(const std::vector<model::Action>& actions,
                                                          const ExpansionRequest& request);

/// The file's network, or what its rules make.
[[nodiscard]] ExpandedNetwork network_of(const ModelFile& file, const ExpansionRequest& request);

/// Diagnostics with the lines of the file they are about.
[[nodiscard]] std::string explain_in(const std::string& path,
                                     const std::vector<Diagnostic>& diagnostics);

}  // namespace rascade::service
