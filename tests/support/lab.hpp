// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "rascade/pathway/cell_run.hpp"
#include "rascade/plan/signal.hpp"
#include "support/tables.hpp"

namespace rascade::support {

/// A bench for experiments on cells: tables that a test may change, and runs at constant free drug.
class Lab {
 public:
  Lab() : knowledge_(tables()) {}

  /// Tables in which a parameter's value and range are multiplied: more SOS1, no feedback, …
  Lab& scale(const std::string& parameter, double factor)
  {
    for (knowledge::Parameter& p : knowledge_.parameters) {
      if (p.name == parameter) scale(p.quantity, factor);
    }
    for (knowledge::Cancer& c : knowledge_.cancers) {
      const auto found = c.parameters.find(parameter);
      if (found != c.parameters.end()) scale(found->second, factor);
    }
    return *this;
  }

  struct Dose {
    std::string drug;
    double free_nM;
  };

  struct Result {
    std::vector<double> hours;
    std::vector<std::vector<double>> outputs;  // [n_names][n_times]
  };

  struct Experiment {
    pathway::Cell cell;
    std::vector<Dose> doses;
    double hours = 48;
    std::string off;  // a switch, or empty
    double step_h = 1;
  };

  /// The outputs asked for, over time, in molecules.
  [[nodiscard]] Result run(const Experiment& e, const std::vector<std::string>& names) const
  {
    const pathway::Catalogue catalogue(knowledge_);
    std::vector<const knowledge::Drug*> drugs;
    std::vector<double> levels;
    for (const Dose& dose : e.doses) {
      drugs.push_back(knowledge_.find_drug(dose.drug));
      if (drugs.back() == nullptr) throw std::runtime_error("no drug " + dose.drug);
      levels.push_back(units::to_molecules(units::FreeConcentration{dose.free_nM}));
    }
    const auto assembly = pathway::assemble(knowledge_, modules(), e.cell, drugs);
    if (!assembly) throw std::runtime_error(to_string(assembly.diagnostics()));
    const knowledge::Switch* off = e.off.empty() ? nullptr : knowledge_.find_switch(e.off);
    pathway::CellRun cell(*assembly, catalogue, {}, {off, nullptr, {}});
    std::vector<double> times;
    for (double t = 0; t <= e.hours + 1e-9; t += e.step_h) times.push_back(3600 * t);
    const auto course = cell.treat(pathway::constant_drugs(levels), times);
    Result result;
    for (const double t : times) result.hours.push_back(t / 3600);
    for (const std::string& name : names) {
      std::vector<double> values;
      for (std::size_t i = 0; i < times.size(); ++i) values.push_back(course.row(i)[cell.output(name)]);
      result.outputs.push_back(std::move(values));
    }
    return result;
  }

  /// One output at the end, relative to the start.
  [[nodiscard]] double relative(const Experiment& e, const std::string& name) const
  {
    const Result r = run(e, {name});
    return r.outputs[0].back() / r.outputs[0].front();
  }

  /// Numerator over denominator of the untreated cell.
  [[nodiscard]] double share(const pathway::Cell& cell, const std::string& numerator,
                             const std::string& denominator) const
  {
    const Result r = run({cell, {}, 0, "", 1}, {numerator, denominator});
    return r.outputs[0].front() / r.outputs[1].front();
  }

  [[nodiscard]] const knowledge::Knowledge& knowledge() const { return knowledge_; }
  [[nodiscard]] knowledge::Knowledge& knowledge() { return knowledge_; }

 private:
  static void scale(knowledge::Quantity& q, double factor)
  {
    q.value *= factor;
    q.low *= factor;
    q.high *= factor;
  }

  knowledge::Knowledge knowledge_;
};

inline pathway::Cell lung_g12c() { return {"LUAD", {{"KRAS", {"G12C"}, 1}}, {}, {}}; }
inline pathway::Cell colon_g12c() { return {"COAD", {{"KRAS", {"G12C"}, 1}}, {}, {}}; }
inline pathway::Cell lung_g12d() { return {"LUAD", {{"KRAS", {"G12D"}, 1}}, {}, {}}; }
inline pathway::Cell melanoma_v600e() { return {"SKCM", {{"BRAF", {"V600E"}, 1}}, {}, {}}; }
inline pathway::Cell melanoma_q61k() { return {"SKCM", {{"NRAS", {"Q61K"}, 1}}, {}, {}}; }
inline pathway::Cell normal_cell() { return {"EPITHELIUM", {}, {}, {}}; }

}  // namespace rascade::support
