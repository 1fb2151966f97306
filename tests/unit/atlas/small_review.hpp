// SPDX-License-Identifier: MIT
#pragma once

#include "rascade/knowledge/knowledge.hpp"

namespace rascade::atlas {

/// A small invented field: a class `abi` with two agents against the gene AAA, a partner class
/// `bbi`, a nested cancer type, and rows that agree and disagree about them.
inline knowledge::Knowledge small_review()
{
  knowledge::Knowledge k;
  k.hash = "0123456789abcdef";
  const auto therapy = [&](const char* id, const char* name, const char* parent, const char* kind) {
    knowledge::Therapy t;
    t.id = id;
    t.name = name;
    t.parent = parent;
    t.kind = kind;
    t.action = "blocks its target";
    t.missing = {"pharmacology"};
    t.refs = {"One2001"};
    k.therapies.push_back(t);
    return k.therapies.size() - 1;
  };
  const std::size_t first = therapy("firstib", "Firstib", "abi", "agent");
  k.therapies[first].synonyms = {"AB 510", "FIRSTA"};
  k.therapies[first].target = "AAA";
  k.therapies[first].combinations = {"cci"};
  k.therapies[first].cancers = {"LUNG"};
  therapy("secondib", "Secondib", "abi", "agent");
  therapy("abi", "AAA inhibitors (class)", "abi", "class");
  therapy("bbi", "BBB inhibitors (class)", "bbi", "class");
  therapy("cci", "CCC inhibitors (class)", "cci", "class");

  const auto alteration = [&](const char* id, const char* gene, const char* variant,
                              std::vector<std::string> resists, std::vector<std::string> sensitive,
                              const char* cancer, const char* evidence) -> knowledge::Alteration& {
    knowledge::Alteration a;
    a.id = id;
    a.genes = {gene};
    a.variant = variant;
    a.kind = "missense";
    a.category = "on-target-second-site";
    a.resists = std::move(resists);
    a.sensitive = std::move(sensitive);
    a.mechanism = "blocks binding";
    if (*cancer != '\0') a.cancers = {cancer};
    a.context = "AAA G12C";
    a.evidence = evidence;
    a.refs = {"One2001"};
    k.alterations.push_back(a);
    return k.alterations.back();
  };
  alteration("screen", "AAA", "Y96D", {"firstib"}, {"bbi"}, "LUAD", "in-vitro-screen");
  alteration("clinic-other", "AAA", "R68S", {"secondib"}, {}, "COADREAD", "clinical").refs = {
      "One2001", "Two2002"};
  alteration("clinic-own", "AAA", "H95Q", {"abi"}, {}, "LUAD", "clinical");
  alteration("spared", "AAA", "Q99L", {"secondib"}, {"firstib"}, "LUAD", "in-vitro-screen");
  alteration("thought", "BBB", "amplification", {"firstib"}, {}, "LUAD", "hypothesis").category =
      "off-target-genetic";
  alteration("differs", "AAA", "Y96D", {}, {"firstib"}, "COADREAD", "in-vitro").refs = {"Two2002"};

  knowledge::Regulator regulator;
  regulator.id = "RRR";
  regulator.name = "RRR kinase";
  regulator.role = "pro";
  regulator.agents = {"abi"};
  regulator.cancers = {"LUNG"};
  regulator.mechanism = "brings the signal back";
  regulator.acts_on = {"AAA", "-death"};
  regulator.counter = {"bbi"};
  regulator.refs = {"Two2002"};
  k.regulators = {regulator};

  k.nodes = {{"AAA", "gtpase", "membrane", {"AAA"}, "a switch", {}, {"One2001"}, {}},
             {"death", "process", "", {}, "the end", {}, {}, {}}};
  k.edges = {{"RRR", "AAA", '+', "stated", {"Two2002"}, {}},
             {"AAA", "death", '-', "stated", {}, {}}};
  k.cancer_types = {{"LUNG", "Lung", "", {"lung cancer"}, {}},
                    {"LUAD", "Lung Adenocarcinoma", "LUNG", {}, {}},
                    {"COADREAD", "Colorectal Adenocarcinoma", "", {"CRC", "bowel cancer"}, {}}};
  k.gene_symbols = {{"AAA", "triple A proto-oncogene", {"TRA1", "T-RA1"}, {}},
                    {"BBB", "triple B kinase", {}, {}}};
  k.conflicts = {{"X01",
                  "contradiction",
                  "AAA Y96D",
                  "resists Firstib",
                  "does not",
                  {},
                  {"Two2002"},
                  "the screen",
                  {}}};

  const auto claim = [&](const char* id, const char* a, const char* b, const char* readout,
                         const char* expected, std::vector<std::string> parts = {}) {
    knowledge::Claim c;
    c.id = id;
    c.level = "cell";
    c.basis = "stated";
    c.context = "lung cancer; AAA-G12C";
    c.a = a;
    c.b = b;
    c.readout = readout;
    c.expected = expected;
    c.parts = std::move(parts);
    c.refs = {"Two2002"};
    k.claims.claims.push_back(c);
  };
  claim("C001", "firstib", "firstib + bbi", "drug effect", "b>a");
  claim("C002", "firstib", "firstib + bbi", "apoptosis", "b~a (no synergy)");
  claim("C003", "firstib", "firstib + mut:screen", "drug effect", "b<a");
  claim("C004", "vehicle", "abi", "RRR activity", "b>a", {"feedback"});
  claim("C005", "vehicle", "abi", "apoptosis", "b>a");
  return k;
}

}  // namespace rascade::atlas
