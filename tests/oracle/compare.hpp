// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "oracle/twin.hpp"
#include "rascade/network/network.hpp"

namespace rascade::oracle {

/// The network's species as graphs, read back from their names.
///
/// @param model  the one the network is of, or one with the same molecule types in another order
[[nodiscard]] std::vector<graph::SiteGraph> species_of(const network::Network& network,
                                                       const model::Model& model);

/// As the twin would have written it. Rules count as in the model, by name.
[[nodiscard]] twin::Network as_twin(const network::Network& network, const model::Model& model);

/// What is in one network and not, or not so, in the other; empty if they are the same up to the
/// numbering of species.
[[nodiscard]] std::string differences(const network::Network& fast, const twin::Network& slow,
                                      const model::Model& model);

/// For messages.
[[nodiscard]] std::string print(const model::Model& model);

}  // namespace rascade::oracle
