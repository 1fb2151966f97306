// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>

#include "rascade/base/checked.hpp"
#include "rascade/model/model.hpp"
#include "rascade/network/network.hpp"

namespace rascade::network {

struct ExpansionLimits {
  // Reaching one of these ends the expansion …
  std::size_t max_species = 100000;
  std::size_t max_bytes = std::size_t{4} << 30U;  // of memory, estimated
  std::size_t max_complex = 300;                  // molecules of one species: it grows without end
  // … while these are part of the question: what goes beyond them is left out.
  std::size_t max_molecules = 1000000000;         // of one species (max_agg)
  std::size_t max_iterations = 1000000000;        // rounds of applying all rules (max_iter)
  std::map<std::string, std::size_t> max_stoich;  // molecules of a type in one species
};

struct ExpansionProgress {
  std::size_t round = 0;
  std::size_t num_species = 0;
  std::size_t num_reactions = 0;
  std::size_t num_bytes = 0;
};

struct ExpansionOptions {
  ExpansionLimits limits;
  std::size_t threads = 1;  // the network is the same for any number
  std::function<void(const ExpansionProgress&)> progress;  // called often; may be empty
};

/// Applies the rules to the seeds, and to what comes out, until nothing new does.
///
/// A rule applies once for each distinct image of its reaction centre (the sites it changes, the
/// molecules it removes or moves); what its own symmetry counts twice is counted once. Equal
/// reactions of one rule with one law are one Reaction, their factors summed. A rule does not apply
/// where the number of species that come out differs from the number of product patterns
/// (`DeleteMolecules` allows more). Reactions that change nothing are left out.
///
/// Reports E1501 (too many species), E1502 (a complex that grows without end) and E1503 (too much
/// memory), naming what grows.
[[nodiscard]] Checked<Network> expand(const model::Model& model,
                                      const ExpansionOptions& options = {});

/// A network in the making, to which seeds can be added later: what is there is not made again.
class Expansion {
 public:
  /// The model must outlive it.
  explicit Expansion(const model::Model& model, ExpansionOptions options = {});
  ~Expansion();
  Expansion(Expansion&&) noexcept;
  Expansion& operator=(Expansion&&) noexcept;

  /// Adds some of the model's seeds (positions in Model::seeds) and all that follows from them.
  /// Returns the mistake that ended it, if one did: `network` is then what was found so far.
  [[nodiscard]] std::vector<Diagnostic> extend(std::span<const std::size_t> seeds);

  [[nodiscard]] Network network() const&;
  /// Without a copy of the reactions; the Expansion must not be used any more.
  [[nodiscard]] Network network() &&;

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace rascade::network
