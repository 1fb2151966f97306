// SPDX-License-Identifier: MIT
#include <cstdlib>
#include <exception>
#include <string>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "atlas_command.hpp"
#include "check_command.hpp"
#include "claims_command.hpp"
#include "cite_command.hpp"
#include "commands.hpp"
#include "contact_map_command.hpp"
#include "knowledge_command.hpp"
#include "model_commands.hpp"
#include "rascade/base/version.hpp"
#include "run_command.hpp"

namespace rascade::cli {
namespace {

struct Options {
  Common common;
  RunArguments run;
  service::PlanArguments plan;
  service::SimulateRequest simulate;
  service::DoseRequest dose;
  std::string rerun_folder, model_tumour, list_subject, list_key, new_path;
  std::vector<std::string> model_drugs;
  AtlasCommand atlas;
  CheckCommand check;
  ContactMapCommand contact_map;
  Chosen chosen;
};

void set_folders(service::Folders& folders)
{
  const char* home = std::getenv("RASCADE_HOME");
  const std::string root = home != nullptr ? home : RASCADE_HOME;
  folders = {root + "/knowledge", root + "/models", root + "/web/dist/report.html", root + "/examples",
             root + "/CITATION.cff", root + "/web/dist/atlas.html", root + "/docs/claims.tsv"};
}

void add_plan(CLI::App& app, Options& o)
{
  CLI::App* plan = app.add_subcommand("plan", "The decision for a tumour: response, escape, remedies");
  plan->add_option("tumour", o.plan.tumour_file, "Tumour file")->required();
  plan->add_option("--drugs", o.plan.drugs, "Arm to judge instead of the file's")->delimiter(',');
  plan->add_option("--max-drugs", o.plan.max_drugs, "Most drugs in an arm")->check(CLI::Range(1, 3));
  plan->add_option("--patients", o.plan.patients, "Virtual patients")->check(CLI::Range(1, 100000));
  plan->add_option("--seed", o.plan.seed, "Seed of every random number");
  plan->add_option("--threads", o.plan.threads, "Threads; does not change results");
  CLI::App* rerun = app.add_subcommand("rerun", "Repeat a saved plan and compare byte for byte");
  rerun->add_option("folder", o.rerun_folder, "Folder that 'plan' has written")->required();
  rerun->add_option("--threads", o.plan.threads, "Threads; does not change results");
}

void add_cell_commands(CLI::App& app, Options& o)
{
  CLI::App* simulate = app.add_subcommand("simulate", "Time course of one cell under drugs");
  simulate->add_option("tumour", o.simulate.tumour_file, "Tumour file")->required();
  simulate->add_option("--drugs", o.simulate.drugs, "Drugs, each under its regimen")->delimiter(',');
  simulate->add_option("--doses", o.simulate.doses_file, "Dosing table: TIME, AMT, DRUG, II, ADDL");
  simulate->add_option("--free-nM", o.simulate.free_nM, "Constant free concentration instead")
      ->check(CLI::NonNegativeNumber);
  simulate->add_option("--hours", o.simulate.hours, "Length, h")->check(CLI::PositiveNumber);
  simulate->add_option("--step", o.simulate.step_h, "Between rows, h")->check(CLI::PositiveNumber);
  simulate->add_option("--output", o.simulate.outputs, "Outputs to print")->delimiter(',');
  CLI::App* dose = app.add_subcommand("dose", "Dose response of a read-out and its IC50");
  dose->add_option("tumour", o.dose.tumour_file, "Tumour file")->required();
  dose->add_option("--drugs", o.dose.drugs, "The first is varied")->delimiter(',')->required();
  dose->add_option("--background-nM", o.dose.background_free_nM, "Free concentration of the others")
      ->check(CLI::NonNegativeNumber);
  dose->add_option("--from", o.dose.from_nM, "Lowest free concentration, nM")->check(CLI::PositiveNumber);
  dose->add_option("--to", o.dose.to_nM, "Highest free concentration, nM")->check(CLI::PositiveNumber);
  dose->add_option("--points", o.dose.points, "Concentrations")->check(CLI::Range(2, 1000));
  dose->add_option("--hours", o.dose.hours, "Time of reading, h")->check(CLI::PositiveNumber);
  dose->add_option("--readout", o.dose.readout, "An output of the model, or 'growth'");
  dose->add_option("--threads", o.dose.threads, "Threads; does not change results");
  CLI::App* model = app.add_subcommand("model", "The assembled model as BNGL (--format net: network)");
  model->add_option("tumour", o.model_tumour, "Tumour file")->required();
  model->add_option("--drugs", o.model_drugs, "Drugs in the model")->delimiter(',');
}

void add_tables(CLI::App& app, Options& o)
{
  CLI::App* list = app.add_subcommand(
      "list", "What is known: drugs, variants, cancers, tumours, routes, parameters, trials, sources");
  list->add_option("subject", o.list_subject, "What to list")->required();
  list->add_option("key", o.list_key, "Only rows that carry this");
  CLI::App* make_new = app.add_subcommand("new", "Write a commented tumour file to start from");
  make_new->add_option("file", o.new_path, "File to write")->required();
}

int dispatch(const CLI::App& app, const Options& o)
{
  if (o.chosen) return o.chosen();
  if (app.got_subcommand("plan")) return plan(o.common, o.plan);
  if (app.got_subcommand("rerun")) return rerun(o.common, o.rerun_folder, o.plan.threads);
  if (app.got_subcommand("simulate")) return simulate(o.common, o.simulate);
  if (app.got_subcommand("dose")) return dose(o.common, o.dose);
  if (app.got_subcommand("model")) return model(o.common, o.model_tumour, o.model_drugs);
  if (app.got_subcommand("list")) return list(o.common, o.list_subject, o.list_key);
  if (app.got_subcommand("run")) return run_model(o.common, o.run);
  if (app.got_subcommand("new")) return make_new(o.common, o.new_path);
  if (app.got_subcommand("atlas")) return o.atlas.run(o.common);
  if (app.got_subcommand("check")) return o.check.run(o.common);
  if (app.got_subcommand("contact-map")) return o.contact_map.run(o.common);
  fmt::print(
      "rascade {}: tumour in, decision out. Research use only.\n"
      "  rascade plan {}/nsclc-kras-g12c.toml   the decision for a bundled tumour\n"
      "  rascade new my-tumour.toml             a commented file for your own\n"
      "  rascade --help                         everything else\n",
      version, o.common.folders.examples);
  return ok;
}

int run(int argc, char** argv)
{
  Options options;
  set_folders(options.common.folders);
  CLI::App app{"Tumour in, decision out. Research use only."};
  app.set_version_flag("--version", std::string(version));
  app.add_option("--knowledge", options.common.folders.knowledge, "Folder of the tables");
  app.add_option("--models", options.common.folders.models, "Folder of the BNGL modules");
  app.add_option("--format", options.common.format, "text, tsv, json, gdat, net or bibtex")
      ->check(CLI::IsMember({"text", "tsv", "json", "gdat", "net", "bibtex"}));
  app.add_option("--out", options.common.out, "File (plan: folder) to write instead of stdout");
  app.fallthrough();
  add_plan(app, options);
  add_cell_commands(app, options);
  add_tables(app, options);
  add_run(app, options.run);
  options.atlas.add_to(app);
  options.check.add_to(app);
  options.contact_map.add_to(app);
  add_convert(app, options.common, options.chosen);
  add_claims(app, options.common, options.chosen);
  add_compile(app, options.common, options.chosen);
  add_cite(app, options.common, options.chosen);
  add_knowledge(app, options.common, options.chosen);
  add_ensemble(app, options.common, options.chosen);
  add_gradient(app, options.common, options.chosen);
  add_verify(app, options.common, options.chosen);
  app.require_subcommand(0, 1);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? ok : bad_input;
  }
  return dispatch(app, options);
}

}  // namespace
}  // namespace rascade::cli

int main(int argc, char** argv)
{
  try {
    return rascade::cli::run(argc, argv);
  } catch (const rascade::ensemble::Stopped&) {
    fmt::print(stderr, "rascade: stopped; the same command goes on from here\n");
    return rascade::cli::failed;
  } catch (const std::exception& error) {
    fmt::print(stderr, "rascade: error: {}\n", error.what());
    return rascade::cli::failed;
  }
}
