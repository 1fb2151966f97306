// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "rascade/claims/bench.hpp"
#include "rascade/claims/output.hpp"
#include "rascade/claims/signed_graph.hpp"

namespace rascade::claims {

/// What leads from the difference of two arms to a read-out in the model of one of them.
struct Influence {
  SignedGraph graph;
  std::vector<SignedNode> sources, targets;
  std::vector<int> direct;

  [[nodiscard]] PathQuestion question() const { return {&graph, sources, targets, direct}; }
};

/// The signed influence graph of arm `with` at its states, and where the step from arm `without` to
/// it acts.
///
/// Nodes are species; those that a conserved sum fixes are put in terms of the others (the idle form
/// first), so that a molecule that changes form is not counted as one going up and one going down.
/// An edge i -> j has the sign of d(dy_j/dt)/dy_i at rest without drug, at rest when the drugs come,
/// or after `hours` with them. The step acts on species whose rate of change differs when what
/// `without` lacks is taken away: its drugs, the effects of its variants, every other parameter's
/// value; and through conserved sums that it changes. The read-out depends on species by the sign of
/// its gradient. Throws simulate::IntegrationFailed.
/// @pre both models were prepared and could be assembled
[[nodiscard]] Influence influence_of(const Bench& bench, const Arm& with, const Arm& without,
                                     const Output& output, double hours);

}  // namespace rascade::claims
