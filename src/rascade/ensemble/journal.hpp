// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <fstream>
#include <memory>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "rascade/base/checked.hpp"

namespace rascade::ensemble {

/// The journal cannot be written any more: the disk is full, say.
class JournalFailed : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// What a long run has found so far, in a file that is only ever appended to, so that a run that
/// was killed goes on where it was. Holds the members of one stage after the other:
///
///     rascade-journal/1 <hash of the key>
///     record: member (u64), size (u32), check (u64), bytes; a stage begins with the record of a
///     member that cannot be, whose bytes name it
///
/// `check` is a hash of the record and of the check before it; from the first record on that does
/// not fit nothing is believed, and it is cut off. A record is handed to the system as soon as it
/// is made, which outlives the process, and forced onto the disk at least every five seconds.
///
/// A stage's records come in the order in which members end. Append from any thread; the rest from
/// one.
class Journal {
 public:
  /// Opens the journal at `path`, or begins it anew if what is there was made under another key.
  /// Nobody else can open it meanwhile. Reports E2701 (cannot be written), E2702 (in use).
  ///
  /// @param key  whatever decides the results: inputs, seed, program
  [[nodiscard]] static Checked<std::shared_ptr<Journal>> open(const std::string& path,
                                                              const std::string& key);
  /// Removes a journal of nothing.
  ~Journal();
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;

  struct Record {
    std::uint64_t member = 0;
    std::string bytes;
  };

  /// Goes on to this stage. What was found beyond is cut off if it is of another.
  void begin(const std::string& stage);
  /// The next member of the stage that was found before; nothing when there is no further one.
  [[nodiscard]] std::optional<Record> next();
  /// Adds a member. What had not been read again by then is cut off. Throws JournalFailed.
  void append(std::uint64_t member, std::string_view bytes);

  /// Takes the file away: its results are kept elsewhere now.
  void remove();

  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  Journal(std::string path, int file);

  bool read_header(const std::string& header);
  void start_anew(const std::string& header);
  void find_end();
  /// The record at the reading point, without going on.
  std::optional<Record> peek();
  void cut_rest();
  void write(std::string_view bytes);
  void write_record(std::uint64_t member, std::string_view bytes);

  std::string path_;
  int file_;
  std::mutex mutex_;
  std::ifstream reader_;
  std::uint64_t read_ = 0;        // bytes
  std::uint64_t end_ = 0;         // bytes
  std::uint64_t read_check_ = 0;  // of the record before
  std::uint64_t end_check_ = 0;
  std::chrono::steady_clock::time_point forced_;
};

}  // namespace rascade::ensemble
