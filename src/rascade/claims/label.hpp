// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "rascade/claims/evaluate.hpp"

namespace rascade::claims {

/// What a claim's being reproduced is worth, computed from the model and never stated by hand.
///
///   input     the read-out is a table's value, or one to which the model was fitted: a trial used
///             in fitting, or a baseline
///   encoded   at most two edges join what the claim changes and its read-out in the signed
///             influence graph (see Influence; from the change to a species counts one, from species
///             to read-out none); or the claim does not hold once one quantity is neutralised whose
///             source is among the claim's own references; or no path leads from the change to the
///             read-out though they differ: the network itself has a reaction more or less
///   entailed  every path between them has the expected sign; for no difference: there is no path
///   emergent  the rest: paths of both signs, a search that met its limit, or a relation that no
///             sign decides (synergy, shape, correlation)
///
/// Over several steps and cells the claim gets the lowest label, in this order. Neutral is: an
/// effect that scales by 1, one that sets what was there before, a base value of 0.
struct Label {
  std::string name;    // empty if the graph cannot be made
  std::string reason;  // what decided
};

/// For a journal; see ensemble::Saver.
template <class Archive>
void fields(Archive& archive, Label& label)
{
  archive(label.name, label.reason);
}

/// @pre the claim is reproduced or missed, and all of its models were prepared
[[nodiscard]] Label label_of(const Bench& bench, const Evaluation& evaluation, std::size_t claim);

/// Labels all claims that are reproduced or missed, on all threads.
void label_all(Bench& bench, const plan::RunControl& control, Evaluation& evaluation);

}  // namespace rascade::claims
