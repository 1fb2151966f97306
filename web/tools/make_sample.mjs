// SPDX-License-Identifier: MIT
// Writes an invented plan of realistic shape, for developing and testing the page:
//   node tools/make_sample.mjs > sample/plan.json
// No number in it is a result. The same seed gives the same bytes.

const NUM_PATIENTS = 100;
const NUM_REFRACTORY = 6; // patients whose tumour hardly answers

function makeRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const random = makeRandom(20240607);
const round = (x, digits = 2) => Number(x.toFixed(digits));
const grid = (n, last) => Array.from({ length: n }, (_, i) => (last * i) / (n - 1));

function normal() {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function quantile(sorted, p) {
  const at = p * (sorted.length - 1);
  const i = Math.floor(at);
  return sorted[i] + (at - i) * ((sorted[i + 1] ?? sorted[i]) - sorted[i]);
}

/** Patients who shrink at one rate and regrow at another from a small resistant share. */
function makePatients({ shrink, regrow, resistant }) {
  return Array.from({ length: NUM_PATIENTS }, (_, i) => ({
    shrink: shrink * Math.exp(0.55 * normal()) * (i < NUM_REFRACTORY ? 0.01 : 1),
    regrow: regrow * Math.exp(0.4 * normal()) * (i < NUM_REFRACTORY ? 3 : 1),
    resistant: i < NUM_REFRACTORY ? 0.9 : Math.min(0.9, resistant * Math.exp(1.3 * normal())),
  }));
}

function diameterChange(patient, month) {
  const { shrink, regrow, resistant } = patient;
  const sensitive = (1 - resistant) * Math.exp(-shrink * month);
  return 100 * (Math.cbrt(sensitive + resistant * Math.exp(regrow * month)) - 1);
}

function follow(patient) {
  let nadir = 0;
  let best = Infinity;
  for (let month = 0.7 + 0.7 * random(); month <= 24; month += 0.7) {
    const change = diameterChange(patient, month);
    best = Math.min(best, change);
    if (100 + change > 1.2 * (100 + nadir)) return { best, month, progressed: true };
    nadir = Math.min(nadir, change);
  }
  return { best, month: 24, progressed: false };
}

function kaplanMeier(outcomes) {
  const events = outcomes.filter((o) => o.progressed).map((o) => o.month).sort((a, b) => a - b);
  const km = { time_months: [0], probability: [1], low: [1], high: [1] };
  const times = [...new Set(events)];
  let survival = 1;
  let variance = 0;
  for (const time of times) {
    const atRisk = outcomes.filter((o) => o.month >= time).length;
    const died = events.filter((e) => e === time).length;
    survival *= 1 - died / atRisk;
    if (atRisk > died) variance += died / (atRisk * (atRisk - died));
    const half = 1.96 * survival * Math.sqrt(variance);
    km.time_months.push(round(time, 1));
    km.probability.push(round(survival, 3));
    km.low.push(round(Math.max(0, survival - half), 3));
    km.high.push(round(Math.min(1, survival + half), 3));
  }
  return km;
}

function firstBelowHalf(km, values) {
  const i = values.findIndex((p) => p <= 0.5);
  return i < 0 ? null : km.time_months[i];
}

function course(patients) {
  const time = grid(49, 24);
  const at = time.map((t) => patients.map((p) => diameterChange(p, t)).sort((a, b) => a - b));
  const line = (p) => at.map((values) => round(Math.min(400, quantile(values, p)), 1));
  return {
    time_months: time, median: line(0.5), q05: line(0.05), q25: line(0.25),
    q75: line(0.75), q95: line(0.95),
  };
}

const CLONES = [
  ["Treatment-sensitive", 0, 0],
  ["RAS reactivated through EGFR", 2.2e-3, 0.95],
  ["KRAS G12D acquired", 2e-6, 1.3],
  ["NRAS Q61K acquired", 4e-7, 1.15],
  ["MET copy gain", 1.5e-5, 0.8],
];

function clones({ shrink, regrow, closes }) {
  const time = grid(49, 18);
  return {
    time_months: time,
    names: CLONES.map(([name]) => name),
    cells: CLONES.map(([, share, speed], c) => time.map((t) => {
      if (c === 0) return Math.round(3e9 * Math.exp(-shrink * t) + 2e4);
      const rate = closes.includes(c) ? -0.25 : regrow * speed;
      return Math.round(3e9 * share * Math.exp(Math.min(rate * t, 9 - Math.log(1e3 * share) + 3)));
    })),
  };
}

function signal(name, sources, depth, rebound) {
  const time = grid(85, 336);
  const middle = time.map((h) => {
    const fall = Math.exp(-h / 5);
    const back = 1 - Math.exp(-Math.max(0, h - 12) / 60);
    const daily = 1 + 0.12 * Math.sin((2 * Math.PI * (h - 3)) / 24) * (1 - fall);
    return (100 * fall + (1 - fall) * (depth + (rebound - depth) * back)) * (h > 0 ? daily : 1);
  });
  return {
    name, unit: "% of untreated", time_h: time, median: middle.map((x) => round(x, 1)),
    q05: middle.map((x, i) => round(i ? x * 0.55 : 100, 1)),
    q95: middle.map((x, i) => round(i ? Math.min(150, x * 1.5) : 100, 1)), sources,
  };
}

const DRUGS = {
  sotorasib: {
    name: "sotorasib", regimen: "960 mg once daily", sources: ["Canon2019", "Nagase2025"],
  },
  TNO155: { name: "TNO155", regimen: "20 mg twice daily", sources: ["LaMarche2020", "assumed"] },
  cetuximab: { name: "cetuximab", regimen: "450 mg weekly", sources: ["ErbituxLabel"] },
  trametinib: { name: "trametinib", regimen: "2 mg once daily", sources: ["MekinistLabel"] },
  "RMC-6236": {
    name: "RMC-6236", regimen: "300 mg once daily", sources: ["Holderfield2024", "assumed"],
  },
};

const ARMS = [
  { drugs: ["sotorasib"], shrink: 0.85, regrow: 0.25, resistant: 0.15, robust: 0.03,
    cost: [0.01, 0, 0.03], closes: [], signals: [[22, 61], [18, 55], [78, 90]] },
  { drugs: ["sotorasib", "TNO155"], shrink: 0.9, regrow: 0.13, resistant: 0.09, robust: 0.47,
    cost: [0.19, 0.11, 0.3], closes: [1, 4], signals: [[12, 24], [9, 17], [52, 58]] },
  { drugs: ["sotorasib", "cetuximab"], shrink: 0.85, regrow: 0.18, resistant: 0.11, robust: 0.21,
    cost: [0.13, 0.07, 0.22], closes: [1], signals: [[15, 33], [11, 24], [60, 69]] },
  { drugs: ["sotorasib", "trametinib"], shrink: 0.9, regrow: 0.19, resistant: 0.12, robust: 0.08,
    cost: [0.46, 0.31, 0.61], closes: [1], signals: [[8, 29], [20, 60], [82, 101]] },
  { drugs: ["RMC-6236"], shrink: 0.9, regrow: 0.15, resistant: 0.1, robust: 0.21,
    cost: [0.33, 0.19, 0.5], closes: [1, 2, 3], signals: [[11, 27], [8, 19], [57, 63]] },
];

function interval(value, low, high, digits = 2) {
  return { value: round(value, digits), low: round(low, digits), high: round(high, digits) };
}

function proportion(successes, n) {
  const p = successes / n;
  const half = 1.96 * Math.sqrt((p * (1 - p)) / n);
  return interval(p, Math.max(0, p - half), Math.min(1, p + half));
}

const PUBLISHED_BASE = {
  trial: "CodeBreaK 100", orr: { value: 0.371, low: 0.286, high: 0.462 },
  pfs_months: { value: 6.8, low: 5.1, high: 8.2 }, sources: ["Skoulidis2021"],
};

function comparison(orr, pfs) {
  const within = (x, p) => x.value >= p.low && x.value <= p.high;
  const { orr: trialOrr, pfs_months: trialPfs } = PUBLISHED_BASE;
  return {
    ...PUBLISHED_BASE, orr_within: within(orr, trialOrr), pfs_within: within(pfs, trialPfs),
  };
}

function makeArm(spec, index, basePfs) {
  const patients = makePatients(spec);
  const outcomes = patients.map(follow);
  const best = outcomes.map((o) => o.best).sort((a, b) => a - b);
  const km = kaplanMeier(outcomes);
  const pfs = {
    value: firstBelowHalf(km, km.probability), low: firstBelowHalf(km, km.low),
    high: firstBelowHalf(km, km.high),
  };
  const orr = proportion(best.filter((b) => b <= -30).length, NUM_PATIENTS);
  const gain = pfs.value - (basePfs ?? pfs.value);
  const [erk, ras, akt] = spec.signals;
  return {
    id: `a${index}`, name: spec.drugs.join(" + "), drugs: spec.drugs.map((d) => DRUGS[d]),
    role: index === 0 ? "base" : "candidate",
    best_change: interval(quantile(best, 0.5), quantile(best, 0.45), quantile(best, 0.55), 1),
    orr, pfs_months: pfs,
    ...(index === 0 ? {} : { delta_pfs_months: interval(gain, gain - 1.9, gain + 2.7, 1) }),
    robust: spec.robust, normal_tissue_cost: interval(...spec.cost),
    published: index === 0 ? comparison(orr, pfs) : null,
    waterfall: best.map((b) => round(b, 1)), km, course: course(patients), clones: clones(spec),
    signals: [
      signal("ERK activity", ["Frohlich2023", "Hamis2021"], ...erk),
      signal("RAS in its active form", ["Hunter2015", "Lenzen1998"], ...ras),
      signal("PI3K-AKT activity", ["Fritsch2014", "assumed"], ...akt),
    ],
    solves: 82, sources: [...new Set(spec.drugs.flatMap((d) => DRUGS[d].sources))],
    mechanism: `${spec.drugs.join(" and ")}: an invented mechanism`,
    basis: spec.drugs.map((d) => ({ what: `${d} Kd`, source: DRUGS[d].sources[0], grade: "measured" })),
    claims: index === 0 ? [] : claims(spec.drugs.join(" + "), ["Canon2019"]),
  };
}

function makeArms() {
  const arms = [];
  for (const [i, spec] of ARMS.entries()) arms.push(makeArm(spec, i, arms[0]?.pfs_months.value));
  return arms;
}

const STRENGTH = {
  sotorasib: 5.8, "RMC-6236": 7.4, TNO155: 1.5, cetuximab: 0.6, trametinib: 1.9, "BI-3406": 1.1,
  alpelisib: 0.5,
};
const BURDEN = {
  sotorasib: 0.01, "RMC-6236": 0.33, TNO155: 0.18, cetuximab: 0.12, trametinib: 0.44,
  "BI-3406": 0.12, alpelisib: 0.21,
};

function screen() {
  const names = Object.keys(STRENGTH);
  const rows = [];
  for (const [i, x] of names.entries()) {
    for (const y of names.slice(i)) {
      const drugs = x === y ? [x] : [x, y];
      const strength = drugs.reduce((sum, d) => sum + STRENGTH[d], 0);
      const free = drugs.reduce((left, d) => left * (1 - BURDEN[d]), 1);
      rows.push({
        drugs, pfs_months: round(1.3 + strength * (0.9 + 0.2 * random()), 1),
        normal_tissue_cost: round(1 - free),
        best_change: round(Math.max(-62, 12 - 6 * strength), 1),
      });
    }
  }
  return rows;
}

/** Two statements, one on either side. */
function claims(subject, sources) {
  return [["supports", "reproduced"], ["contradicts", "not_modelled"]].map(([says, model], i) => ({
    id: `C00${i + 1}`, says, sentence: `an invented statement about ${subject}`,
    context: "an invented cell", sources, model,
  }));
}

const ROUTES = [
  ["RAS reactivated through EGFR", "adaptive", [0.38, 0.29, 0.48], 3.1, "fitted",
    ["Frohlich2023", "assumed"], ["sotorasib + TNO155", "sotorasib + cetuximab", "RMC-6236"]],
  ["KRAS G12D acquired", "clone", [0.19, 0.12, 0.28], 7.9, "measured", ["Awad2021"], ["RMC-6236"]],
  ["MET copy gain", "clone", [0.14, 0.08, 0.22], 6.2, "measured", ["Awad2021"],
    ["sotorasib + TNO155"]],
  ["RAS pathway never fully off", "before treatment", [0.13, 0.07, 0.21], 1.4, "assumed",
    ["assumed"], ["sotorasib + trametinib", "RMC-6236"]],
  ["KRAS Y96D acquired", "clone", [0.07, 0.03, 0.14], 9.4, "measured", ["Tanaka2021"],
    ["RMC-6236"]],
  ["NRAS Q61K acquired", "clone", [0.06, 0.02, 0.13], 10.1, "assumed", ["Awad2021", "assumed"], []],
].map(([name, kind, share, months, evidence, sources, closed]) => ({
  name, kind, share: interval(...share), median_months: months, evidence, sources,
  closed_by: closed, mechanism: `${name}: an invented mechanism`,
  basis: sources.map((source) => ({ what: "rate per division", source, grade: evidence })),
  claims: claims(name, sources),
}));

const UNCERTAINTY = [
  ["gain_expression", "Receptor expression released when ERK falls", "1", 3, 1, 8, "assumed",
    "assumed", -0.46, "EGFR and MET surface copies before and 72 h after sotorasib, five lines"],
  ["rate_G12D", "Birth of KRAS G12D cells per division", "1", 3e-9, 3e-10, 3e-8, "assumed",
    "Bozic2013", -0.39, "Serial plasma DNA every two weeks on treatment, ten patients"],
  ["kcat_SOS1", "Exchange speed of SOS1", "1/s", 3.9, 2, 8, "measured", "Lenzen1998", -0.27,
    "SOS1 exchange at 37 °C on membrane-bound RAS"],
  ["kinact_sotorasib", "Speed at which sotorasib locks KRAS G12C", "1/(uM s)", 0.0099, 0.006, 0.014,
    "measured", "Canon2019", 0.25, "Target occupancy by mass spectrometry in biopsies, day 8"],
  ["free_TNO155", "Free TNO155 in tumour", "nM", 55, 15, 160, "assumed", "assumed", 0.22,
    "Plasma and tumour TNO155 at steady state with plasma protein binding"],
  ["kdeg_EGFR", "Turnover of EGFR", "1/h", 0.2, 0.115, 0.394, "fitted", "Frohlich2023", -0.14,
    "Pulse-chase of EGFR in H358 with and without sotorasib"],
  ["copies_SHP2", "SHP2 molecules per cell", "molecules", 69000, 61000, 77000, "measured",
    "Frohlich2023", -0.06, "Proteomics of three G12C lines"],
].map(([parameter, label, unit, value, low, high, grade, source, effect, experiment]) => ({
  parameter, label, unit, value, low, high, grade, source, effect, experiment,
}));

const REFERENCES = {
  assumed: ["No source: assumed, with a range; listed in every report", ""],
  Awad2021: ["Awad et al. 2021 N Engl J Med 384:2382 (acquired resistance to KRAS G12C inhibition)",
    "doi:10.1056/NEJMoa2105281"],
  Bozic2013: ["Bozic et al. 2013 eLife 2:e00747 (evolutionary dynamics of cancer)",
    "doi:10.7554/eLife.00747"],
  Canon2019: ["Canon et al. 2019 Nature 575:217 (AMG 510)", "doi:10.1038/s41586-019-1694-1"],
  ErbituxLabel: ["ERBITUX (cetuximab) Swiss label, pharmacokinetics", ""],
  Fritsch2014: ["Fritsch et al. 2014 Mol Cancer Ther 13:1117 (NVP-BYL719, alpelisib)",
    "doi:10.1158/1535-7163.MCT-13-0865"],
  Frohlich2023: ["Frohlich et al. 2023 Mol Syst Biol 19:e10988 (adaptive resistance)",
    "doi:10.15252/msb.202210988"],
  Hamis2021: ["Hamis et al. 2021 Br J Cancer 125:1552", "doi:10.1038/s41416-021-01537-2"],
  Holderfield2024: ["Holderfield et al. 2024 Nature 629:919 (RMC-7977)",
    "doi:10.1038/s41586-024-07205-6"],
  Hunter2015: ["Hunter et al. 2015 Mol Cancer Res 13:1325 (biochemistry of KRAS mutants)",
    "doi:10.1158/1541-7786.MCR-15-0203"],
  LaMarche2020: ["LaMarche et al. 2020 J Med Chem 63:13578 (TNO155)",
    "doi:10.1021/acs.jmedchem.0c01170"],
  Lenzen1998: ["Lenzen et al. 1998 Biochemistry 37:7420 (RAS-SOS exchange)",
    "doi:10.1021/bi972621j"],
  MekinistLabel: ["MEKINIST (trametinib) Swiss label, pharmacokinetics", ""],
  Nagase2025: ["Nagase et al. 2025 AAPS J 27:26 (population pharmacokinetics of sotorasib)", ""],
  Skoulidis2021: ["Skoulidis et al. 2021 N Engl J Med 384:2371 (CodeBreaK 100, NSCLC)",
    "doi:10.1056/NEJMoa2103695"],
  Tanaka2021: ["Tanaka et al. 2021 Cancer Discov 11:1913 (KRAS Y96D after adagrasib)",
    "doi:10.1158/2159-8290.CD-21-0365"],
};

function references() {
  const rows = Object.entries(REFERENCES);
  return Object.fromEntries(
    rows.map(([key, [citation, identifier]]) => [key, { citation, identifier }]));
}

const arms = makeArms();
const plan = {
  schema: "rascade-plan/1",
  research_use_only: "Research use only: a simulation to plan experiments, not medical advice.",
  version: "0.1.0", seed: 1, knowledge: "9f3c1a77d0e2b648", patients: NUM_PATIENTS,
  solves: arms.reduce((sum, arm) => sum + arm.solves, 0),
  tumour: {
    name: "nsclc_g12c", title: "NSCLC · KRAS G12C",
    cancer: { code: "LUAD", name: "Non-small-cell lung cancer" }, genotype: ["KRAS G12C"],
    environment: ["EGFR ligand high"], prior: ["platinum chemotherapy"],
  },
  decision: {
    sentence: `Sample page with invented numbers: adding TNO155 to sotorasib lengthens median `
      + `progression-free survival from ${arms[0].pfs_months.value} to `
      + `${arms[1].pfs_months.value} months by closing re-activation through EGFR.`,
    base: "sotorasib", recommended: "sotorasib + TNO155",
  },
  arms, screen: screen(), routes: ROUTES, uncertainty: UNCERTAINTY,
  parameters_by_grade: { measured: 61, fitted: 14, assumed: 72 },
  assumed: [
    { parameter: "gain_expression", value: 3, unit: "1",
      note: "receptor expression released when ERK falls" },
    { parameter: "free_TNO155", value: 55, unit: "nM", note: "human exposure not public" },
    { parameter: "kdeg_RTK2", value: 0.1, unit: "1/h", note: "" },
    { parameter: "ligand_EGF", value: 0.3, unit: "nM",
      note: "set by the environment: EGFR ligand high" },
  ],
  references: references(),
  rerun: "rascade plan nsclc_g12c.toml --patients 100 --seed 1",
  notes: [
    "Sample data for developing this page: every number is invented.",
    "Immune response, brain metastases and toxicity other than lost growth signal are left out.",
    "Only the base arm is compared with a published trial; combinations are predictions.",
  ],
};
process.stdout.write(`${JSON.stringify(plan)}\n`);
