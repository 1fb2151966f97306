// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace rascade::atlas {

/// One statement of an answer, with all that a reader needs to weigh it.
struct Fact {
  std::string id;                    // of its row; empty if it has none
  std::size_t rank = 0;              // from 1; 0: not ranked
  std::string title;                 // what it is about
  std::string direction;             // resists, sensitive, higher, no different … ; may be empty
  std::string text;                  // what is said
  std::string context;               // where it was seen: cancers, genotype
  std::string evidence;              // clinical, preclinical, proposed, and how
  std::string counter;               // what acts against it, or how it is settled; may be empty
  std::string note;                  // shown in full answers
  std::vector<std::string> against;  // statements that disagree
  std::vector<std::string> refs;     // keys of references.tsv
};

struct Section {
  std::string title;
  std::vector<Fact> facts;  // best first
};

/// A short labelled text at the head of an answer.
struct Line {
  std::string label, text;
  std::vector<std::string> refs;
  bool is_detail = false;  // shown in full answers only
};

/// What the tables say to one question. Sections without facts are left out.
struct Answer {
  std::string question;  // `drug sotorasib`, as it can be asked again
  std::string title;     // what was understood
  std::vector<Line> lines;
  std::vector<Section> sections;
};

/// Adds the section unless it is empty.
void add_section(Answer& answer, Section section);
/// Adds the line unless its text is empty.
void add_line(Answer& answer, Line line);

/// Every key that the answer cites, once, in the order of reading.
[[nodiscard]] std::vector<std::string> cited_keys(const Answer& answer);

}  // namespace rascade::atlas
