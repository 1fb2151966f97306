// SPDX-License-Identifier: MIT
#pragma once

#include "rascade/plan/cohort.hpp"
#include "rascade/plan/screen.hpp"

/// What a plan keeps of its patients in a journal (see ensemble::Saver), all of it.
namespace rascade::tumour {

template <class Archive>
void fields(Archive& archive, Growth& g)
{
  archive(g.h, g.theta, g.weight_erk, g.b_max, g.d0, g.d_max, g.enter, g.leave);
}

template <class Archive>
void fields(Archive& archive, SignalCourse& course)
{
  archive(course.time_d, course.s, course.repeat_from_d);
}

template <class Archive>
void fields(Archive& archive, TumourCourse& c)
{
  archive(c.time_d, c.active, c.quiescent, c.diameter_mm, c.best_change_percent, c.progression_d,
          c.progressed, c.progression_exact_d, c.response, c.dominant_at_progression);
}

}  // namespace rascade::tumour

namespace rascade::pathway {

template <class Archive>
void fields(Archive& archive, Draw& draw)
{
  archive(draw.z, draw.values);
}

}  // namespace rascade::pathway

namespace rascade::plan {

template <class Archive>
void fields(Archive& archive, Reference& reference)
{
  archive(reference.ppERK, reference.pAKT);
}

template <class Archive>
void fields(Archive& archive, CellCourse& course)
{
  archive(course.time_h, course.ppERK, course.pAKT, course.active_RAS, course.signal);
}

template <class Archive>
void fields(Archive& archive, Patient& p)
{
  archive(p.number, p.draw, p.reference, p.growth, p.cells, p.parent, p.normal, p.clones,
          p.clones_untreated);
}

template <class Archive>
void fields(Archive& archive, ChosenClones& chosen)
{
  archive(chosen.own, chosen.solves);
}

/// Without its drugs, which are those of its place.
template <class Archive>
void fields(Archive& archive, Screened& s)
{
  archive(s.pfs_days, s.normal_cost, s.best_change, s.sources, s.solves);
}

template <class Archive>
void fields(Archive& archive, Outcome& outcome)
{
  archive(outcome.course, outcome.parent, outcome.clone_signal, outcome.normal_cost,
          outcome.solves);
}

}  // namespace rascade::plan
