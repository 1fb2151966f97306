#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""AMICI's side of compare_gradients.py, run by an interpreter that has AMICI 1.0 and libsbml.

    amici_gradient.py build MODEL.xml FOLDER OUTPUT,...    translate and compile, once
    amici_gradient.py run FOLDER < CONDITION.json          objective and gradient of a condition

AMICI is helped where it can be. Species that never change (drugs, ligands) become constants, so
that they are no states and can be set anew after a pre-equilibration. Conservation laws are on, so that
slopes of a steady state come from the implicit function theorem. Its translation goes through dense
matrices of all fluxes by all fluxes; the functions below make the same results from sparse ones.
Both print a line of JSON.
"""
import json
import math
import os
import pathlib
import subprocess
import sys
import time

os.environ.setdefault("AMICI_EXPERIMENTAL_SBML_NONCONST_CLS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("AMICI_CXXFLAGS", "-O1")  # as the authors of MARM2 build it
os.environ["PATH"] = os.path.dirname(sys.executable) + os.pathsep + os.environ["PATH"]


def constants_of(model):
    """{BNGL name: identifier} of the species that no reaction changes, made parameters."""
    found = {s.getId(): s.getName() for s in list(model.getListOfSpecies())
             if s.getBoundaryCondition()}
    for identifier in found:
        model.removeSpecies(identifier)
        model.removeInitialAssignment(identifier)
        parameter = model.createParameter()
        parameter.setId(identifier)
        parameter.setConstant(True)
        parameter.setValue(0.0)
    if not found:  # without any, AMICI does not pre-equilibrate
        found["no_constant"] = "no_constant"
        parameter = model.createParameter()
        parameter.setId("no_constant")
        parameter.setConstant(True)
        parameter.setValue(0.0)
    for reaction in list(model.getListOfReactions()):
        for side in (reaction.getListOfReactants(), reaction.getListOfProducts()):
            for i in reversed(range(side.size())):
                if side.get(i).getSpecies() in found:
                    side.remove(i)
    return {name: identifier for identifier, name in found.items()}


def number_of(math):
    """Of a formula without names, such as -2."""
    import libsbml
    try:
        return float(libsbml.formulaToL3String(math))
    except ValueError:
        return None


def rules_for_assignments(model):
    """What is computed from parameters at the start becomes a rule: AMICI would otherwise write it
    out wherever it is used."""
    for assignment in [a.clone() for a in model.getListOfInitialAssignments()]:
        parameter = model.getParameter(assignment.getSymbol())
        if parameter is None:
            continue
        if number_of(assignment.getMath()) is not None:
            parameter.setValue(number_of(assignment.getMath()))
            model.removeInitialAssignment(parameter.getId())
            continue
        rule = model.createAssignmentRule()
        rule.setVariable(parameter.getId())
        rule.setMath(assignment.getMath())
        parameter.setConstant(False)
        model.removeInitialAssignment(parameter.getId())


def sparse_jacobian(eq, sym_var):
    import sympy
    columns = {s: j for j, s in enumerate(sym_var)}
    entries = {}
    if eq.shape[0] and eq.shape[1] and len(columns):
        for (i, _), formula in eq.todok().items():
            for symbol in formula.free_symbols & columns.keys():
                entries[i, columns[symbol]] = formula.diff(symbol)
    return sympy.MutableSparseMatrix(eq.shape[0], sym_var.shape[0], entries)


def sparse_columns(matrix, rownames, colnames, identifier=0, pattern_only=False):
    """csc_matrix of AMICI."""
    import sympy
    from amici.exporters.sundials.cxxcodeprinter import symbol_with_assumptions
    places = sorted(((c, r), v) for (r, c), v in matrix.todok().items() if not v.is_zero)
    starts, rows, values, names, symbols = [0] * (matrix.shape[1] + 1), [], [], [], {}
    for (column, row), value in places:
        name = f"d{rownames[row].name}_d{colnames[column].name}"
        names.append(symbol_with_assumptions(f"{name}_{identifier}" if identifier else name))
        starts[column + 1] += 1
        rows.append(row)
        values.append(value)
        symbols[row, column] = names[-1]
    for j in range(matrix.shape[1]):
        starts[j + 1] += starts[j]
    if not places:
        starts = []
    if pattern_only:
        return starts, rows, [], names, None
    return (starts, rows, sympy.Matrix(values), names,
            sympy.MutableSparseMatrix(*matrix.shape, symbols))


def static_indices(self, name):
    """Of formulas that do not change within a run: without time, states and formulas with these."""
    from amici._symbolic.de_model import amici_time_symbol
    if name not in self._static_indices:
        moving = {amici_time_symbol, *self.sym("x"), *self.sym("h")}
        formulas = dict(zip(self.sym("w"), self.eq("w")))
        is_growing = True
        while is_growing:
            more = {s for s, f in formulas.items() if s not in moving and f.free_symbols & moving}
            moving |= more
            is_growing = bool(more)
        if name == "w":
            still = [i for i, s in enumerate(formulas) if s not in moving]
        else:
            rows = set(static_indices(self, "w"))
            still = [i for i, (f, row) in enumerate(zip(self.sparseeq(name), self.rowvals(name)))
                     if row in rows or not f.free_symbols & moving]
        self._static_indices[name] = still
    return self._static_indices[name]


def derivative(self, eq, var, name=None):
    """Of formulas by formulas, with the depth to which they are nested; else AMICI's own."""
    if (eq, var) != ("w", "w"):
        return self.peer_derivative(eq, var, name)
    found = sparse_jacobian(self.eq("w"), self.sym("w"))
    self._eqs["dwdw"] = found
    reads = {}
    for (row, column), _ in found.todok().items():
        reads.setdefault(row, []).append(column)
    depth = {}

    def depth_of(row):
        if row not in depth:
            depth[row] = 1 + max(map(depth_of, reads[row])) if row in reads else 0
        return depth[row]

    self._w_recursion_depth = max(map(depth_of, reads), default=0)


def make_sparse():
    from amici._symbolic import de_model
    de_model.smart_jacobian = sparse_jacobian
    de_model.csc_matrix = sparse_columns
    de_model.DEModel.static_indices = static_indices
    de_model.DEModel.peer_derivative = de_model.DEModel._derivative
    de_model.DEModel._derivative = derivative


def build(path, folder, outputs):
    import libsbml
    from amici import MeasurementChannel
    from amici.importers.sbml import SbmlImporter
    make_sparse()
    document = libsbml.readSBMLFromFile(path)
    constants = constants_of(document.getModel())
    rules_for_assignments(document.getModel())
    importer = SbmlImporter(libsbml.writeSBMLToString(document), from_file=False)
    importer.sbml2amici(pathlib.Path(folder).name, folder, simplify=None, compile=False,
                        fixed_parameters=list(constants.values()),
                        observation_model=[MeasurementChannel(f"measured_{o}", formula=o)
                                           for o in outputs])
    translated = time.process_time()
    pathlib.Path(folder, "constants.json").write_text(json.dumps(constants))
    with open(pathlib.Path(folder, "build.log"), "w") as log:
        subprocess.run([sys.executable, "setup.py", "build_ext", "--force", "--build-lib=."],
                       cwd=folder, stdout=log, stderr=log, check=True)
    times = os.times()
    print(json.dumps({"translate_s": translated,
                      "compile_s": times.children_user + times.children_system}))


def experiment_of(sundials, model, condition, constants):
    """Rest with what is held, then a run from what is stepped; a time of zero is at rest."""
    amounts = dict.fromkeys(model.get_fixed_parameter_ids(), 0.0)
    amounts.update({constants[k]: v for k, v in condition["held"].items()})
    held = list(amounts.values())
    amounts.update({constants[k]: v for k, v in condition["stepped"].items()})
    times = sorted({m[1] for m in condition["measured"]})
    experiment = sundials.ExpData(model.get())
    experiment.set_timepoints(times)
    experiment.fixed_parameters_pre_equilibration = held
    experiment.fixed_parameters = list(amounts.values())
    outputs = list(model.get_observable_ids())
    values = [math.nan] * (len(times) * len(outputs))
    noise = [1.0] * len(values)
    for output, at, value, sd in condition["measured"]:
        place = times.index(at) * len(outputs) + outputs.index("measured_" + output)
        values[place], noise[place] = value, sd
    experiment.set_measurements(values)
    experiment.set_noise_scales(noise)
    return experiment


def solver_of(sundials, model, condition):
    solver = model.create_solver()
    method = (sundials.SensitivityMethod_adjoint if condition["method"] == "adjoint"
              else sundials.SensitivityMethod_forward)
    solver.set_sensitivity_method(method)
    solver.set_sensitivity_method_pre_equilibration(method)
    solver.set_sensitivity_order(sundials.SensitivityOrder_first)
    solver.set_max_steps(10_000_000)
    solver.set_relative_tolerance(condition["rtol"])
    solver.set_absolute_tolerance(condition["atol"])
    solver.set_relative_tolerance_steady_state(condition["rtol"])
    solver.set_absolute_tolerance_steady_state(condition["atol"])
    solver.set_newton_max_steps(condition.get("newton_steps", 0))
    model.set_steady_state_sensitivity_mode(sundials.SteadyStateSensitivityMode_newtonOnly)
    return solver


def run(folder):
    import amici
    from amici.sim import sundials
    condition = json.load(sys.stdin)
    constants = json.loads(pathlib.Path(folder, "constants.json").read_text())
    model = amici.import_model_module(pathlib.Path(folder).name, folder).get_model()
    names = list(model.get_free_parameter_ids())
    model.set_parameter_list([names.index(u) for u in condition["unknowns"]])
    experiment = experiment_of(sundials, model, condition, constants)
    solver = solver_of(sundials, model, condition)
    began = time.process_time()
    found = sundials.run_simulation(model, solver, experiment)
    seconds = time.process_time() - began
    noise = sum(math.log(2 * math.pi * sd * sd) for _, _, _, sd in condition["measured"])
    print(json.dumps({"cpu_s": seconds, "status": found.status, "objective": -2 * found.llh - noise,
                      "slopes": [-2 * v for v in found.sllh]}))


if __name__ == "__main__":
    if sys.argv[1] == "build":
        build(sys.argv[2], sys.argv[3], sys.argv[4].split(","))
    else:
        run(sys.argv[2])
