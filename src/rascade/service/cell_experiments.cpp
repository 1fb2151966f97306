// SPDX-License-Identifier: MIT
#include "rascade/service/cell_experiments.hpp"

#include <cmath>
#include <memory>
#include <utility>

#include <fmt/format.h>

#include "rascade/base/text.hpp"
#include "rascade/ensemble/run_members.hpp"
#include "rascade/network/print_net.hpp"
#include "rascade/pathway/cell_run.hpp"
#include "rascade/plan/exposure.hpp"
#include "rascade/plan/signal.hpp"
#include "rascade/plan/workbench.hpp"
#include "rascade/service/dosing_table.hpp"
#include "rascade/units/units.hpp"

namespace rascade::service {
namespace {

constexpr std::string_view growth_readout = "growth";

Diagnostic cannot_go_on(const std::string& file, const simulate::IntegrationFailed& failure)
{
  return {Severity::error, "E1202", {file, 0, 0, 0}, failure.what(),
          "Shorten the run, or report the tumour file."};
}

Checked<std::vector<std::size_t>> find_outputs(const simulate::RateSystem& system,
                                               const std::vector<std::string>& names)
{
  std::vector<std::size_t> indices;
  std::vector<Diagnostic> mistakes;
  const std::vector<std::string> known(system.output_names().begin(), system.output_names().end());
  for (const std::string& name : names.empty() ? known : names) {
    if (const auto index = system.find_output(name)) {
      indices.push_back(*index);
    } else {
      mistakes.push_back({Severity::error, "E1201", {"--output", 0, 0, 0},
                          fmt::format("unknown output '{}'", name), suggest(name, known)});
    }
  }
  if (!mistakes.empty()) return mistakes;
  return indices;
}

struct Treatment {
  std::vector<const knowledge::Drug*> drugs;
  std::vector<plan::Exposure> exposures;
};

plan::Exposure constant_exposure(double free_nM)
{
  const double level = units::to_molecules(units::FreeConcentration{free_nM});
  return {[level](double) { return level; }, {}, 0};
}

Checked<Treatment> treatment_of(const Session& session, const pathway::Catalogue& catalogue,
                                const SimulateRequest& request)
{
  Treatment treatment;
  if (!request.doses_file.empty()) {
    const Checked<std::string> text = read_text(request.doses_file);
    if (!text) return text.diagnostics();
    const auto table = read_dosing_table(*text, request.doses_file, session.knowledge());
    if (!table) return table.diagnostics();
    for (const DrugDoses& doses : *table) {
      treatment.drugs.push_back(doses.drug);
      treatment.exposures.push_back(plan::exposure_after_doses(session.knowledge(), catalogue, {},
                                                               *doses.drug, doses.doses));
    }
    return treatment;
  }
  const auto drugs = find_drugs(session, request.drugs);
  if (!drugs) return drugs.diagnostics();
  treatment.drugs = *drugs;
  for (const knowledge::Drug* drug : *drugs) {
    treatment.exposures.push_back(
        request.free_nM ? constant_exposure(*request.free_nM)
                        : plan::exposure_of(session.knowledge(), catalogue, {}, *drug,
                                            request.hours * units::hour));
  }
  return treatment;
}

std::vector<double> grid(double end_s, double step_s)
{
  std::vector<double> times;
  const auto n = static_cast<std::size_t>(std::ceil(end_s / step_s - 1e-9));
  for (std::size_t i = 0; i <= n; ++i) times.push_back(std::min(end_s, static_cast<double>(i) * step_s));
  return times;
}

Table to_table(const simulate::RateSystem& system, const std::vector<std::size_t>& outputs,
               const simulate::Trajectory& trajectory)
{
  Table table;
  table.columns.emplace_back("time");
  for (const std::size_t o : outputs) table.columns.push_back(system.output_names()[o]);
  for (std::size_t i = 0; i < trajectory.times.size(); ++i) {
    std::vector<double> row{trajectory.times[i] / units::hour};
    for (const std::size_t o : outputs) row.push_back(trajectory.row(i)[o]);
    table.rows.push_back(std::move(row));
  }
  return table;
}

/// Mean growth signal over a run, relative to the untreated cell's.
double mean_growth(const pathway::CellRun& run, const plan::Reference& reference,
                   const tumour::Growth& growth, const simulate::Trajectory& trajectory)
{
  const std::size_t erk = run.output("ppERK"), akt = run.output("pAKT");
  double area = 0;
  double before = 0;
  for (std::size_t i = 0; i < trajectory.times.size(); ++i) {
    const double s = tumour::signal(trajectory.row(i)[erk] / reference.ppERK,
                                    trajectory.row(i)[akt] / reference.pAKT, growth);
    if (i > 0) area += 0.5 * (s + before) * (trajectory.times[i] - trajectory.times[i - 1]);
    before = s;
  }
  return area / trajectory.times.back() / tumour::signal(1, 1, growth);
}

std::vector<double> dose_grid(const DoseRequest& request)
{
  std::vector<double> doses;
  const double ratio = std::log(request.to_nM / request.from_nM) / (request.points - 1);
  for (int i = 0; i < request.points; ++i) doses.push_back(request.from_nM * std::exp(ratio * i));
  return doses;
}

class DoseExperiment {
 public:
  DoseExperiment(const Session& session, const DoseRequest& request, const plan::TumourCase& tumour,
                 const pathway::Assembly& assembly, const pathway::AmountsByName* untreated = nullptr)
      : request_(request), catalogue_(session.knowledge()), assembly_(assembly),
        run_(assembly, catalogue_, {}, {.untreated = untreated, .tolerances = {}, .values = {}}),
        reference_(plan::reference_of(run_)),
        growth_(plan::growth_of(session.knowledge(), catalogue_, {},
                                *session.knowledge().find_cancer(tumour.cell.cancer)))
  {}

  [[nodiscard]] pathway::AmountsByName untreated() const { return run_.untreated_by_name(); }

  double response(double free_nM)
  {
    std::vector<double> levels(assembly_.drugs.size(),
                               units::to_molecules(units::FreeConcentration{request_.background_free_nM}));
    levels.front() = units::to_molecules(units::FreeConcentration{free_nM});
    const bool growth = request_.readout == growth_readout;
    const double end = request_.hours * units::hour;
    const std::vector<double> times = growth ? grid(end, units::hour) : std::vector<double>{0, end};
    const simulate::Trajectory trajectory = run_.treat(pathway::constant_drugs(levels), times);
    if (growth) return mean_growth(run_, reference_, growth_, trajectory);
    const double untreated = run_.untreated_output(request_.readout);
    const double value = trajectory.row(trajectory.times.size() - 1)[run_.output(request_.readout)];
    return untreated != 0 ? value / untreated : value;
  }

 private:
  const DoseRequest& request_;
  pathway::Catalogue catalogue_;
  const pathway::Assembly& assembly_;
  pathway::CellRun run_;
  plan::Reference reference_;
  tumour::Growth growth_;
};

Checked<Table> run_doses(const Session& session, const DoseRequest& request,
                         const plan::TumourCase& tumour, const pathway::Assembly& assembly)
{
  const std::vector<double> doses = dose_grid(request);
  std::vector<double> levels = doses, responses;
  levels.push_back(0);
  const auto rest = DoseExperiment(session, request, tumour, assembly).untreated();
  const auto make_worker = [&] {
    auto experiment =
        std::make_unique<DoseExperiment>(session, request, tumour, assembly, &rest);
    return [&levels, experiment = std::move(experiment)](std::size_t i) {
      return experiment->response(levels[i]);
    };
  };
  ensemble::run_members<double>(
      {.threads = request.threads}, "doses", levels.size(), make_worker,
      [&responses](std::size_t, double response) { responses.push_back(response); });
  const double untreated = responses.back();
  responses.pop_back();
  Table table;
  table.columns = {"free_nM", request.readout + "_relative"};
  for (std::size_t i = 0; i < doses.size(); ++i) table.rows.push_back({doses[i], responses[i]});
  const auto ic50 = crossing(doses, responses, 0.5 * untreated);
  table.notes.push_back(ic50 ? fmt::format("IC50 {:.4g} nM free drug", *ic50)
                             : fmt::format("IC50 not reached between {:g} and {:g} nM", request.from_nM,
                                           request.to_nM));
  return table;
}

}  // namespace

Checked<Table> simulate_cell(const Session& session, const SimulateRequest& request)
{
  const Checked<plan::TumourCase> tumour = read_tumour_file(session, request.tumour_file);
  if (!tumour) return tumour.diagnostics();
  const pathway::Catalogue catalogue(session.knowledge());
  const Checked<Treatment> treatment = treatment_of(session, catalogue, request);
  if (!treatment) return treatment.diagnostics();
  const auto assembly =
      pathway::assemble(session.knowledge(), session.modules(), tumour->cell, treatment->drugs);
  if (!assembly) return assembly.diagnostics();
  const auto outputs = find_outputs(assembly->system, request.outputs);
  if (!outputs) return outputs.diagnostics();
  try {
    pathway::CellRun run(*assembly, catalogue, {}, {});
    const auto times = grid(request.hours * units::hour, request.step_h * units::hour);
    Table table = to_table(assembly->system, *outputs,
                           run.treat(plan::forcing_of(treatment->exposures), times));
    table.notes = {fmt::format("{} with {}", tumour->name, plan::name_of(treatment->drugs)),
                   fmt::format("{} species, {} reactions; time in h, observables in molecules per cell",
                               assembly->network.species.size(), assembly->network.reactions.size())};
    return table;
  } catch (const simulate::IntegrationFailed& failure) {
    return cannot_go_on(request.tumour_file, failure);
  }
}

Checked<Table> dose_response(const Session& session, const DoseRequest& request)
{
  const Checked<plan::TumourCase> tumour = read_tumour_file(session, request.tumour_file);
  if (!tumour) return tumour.diagnostics();
  const auto drugs = find_drugs(session, request.drugs);
  if (!drugs) return drugs.diagnostics();
  const auto assembly = pathway::assemble(session.knowledge(), session.modules(), tumour->cell, *drugs);
  if (!assembly) return assembly.diagnostics();
  if (request.readout != growth_readout) {
    const auto outputs = find_outputs(assembly->system, {request.readout});
    if (!outputs) return outputs.diagnostics();
  }
  try {
    return run_doses(session, request, *tumour, *assembly);
  } catch (const simulate::IntegrationFailed& failure) {
    return cannot_go_on(request.tumour_file, failure);
  }
}

Checked<std::string> model_text(const Session& session, const std::string& tumour_file,
                                const std::vector<std::string>& drugs, bool as_network)
{
  const Checked<plan::TumourCase> tumour = read_tumour_file(session, tumour_file);
  if (!tumour) return tumour.diagnostics();
  const auto found = find_drugs(session, drugs);
  if (!found) return found.diagnostics();
  const auto assembly = pathway::assemble(session.knowledge(), session.modules(), tumour->cell, *found);
  if (!assembly) return assembly.diagnostics();
  return as_network ? network::print_net(assembly->network) : assembly->text;
}

std::optional<double> crossing(const std::vector<double>& dose, const std::vector<double>& response,
                               double level)
{
  for (std::size_t i = 1; i < dose.size(); ++i) {
    const double a = response[i - 1] - level, b = response[i] - level;
    if (a == b || a * b > 0) continue;
    return std::exp(std::log(dose[i - 1]) + a / (a - b) * std::log(dose[i] / dose[i - 1]));
  }
  return std::nullopt;
}

}  // namespace rascade::service
