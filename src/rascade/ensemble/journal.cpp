// SPDX-License-Identifier: MIT
#include "rascade/ensemble/journal.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

namespace rascade::ensemble {
namespace {

constexpr std::uint64_t stage_mark = ~std::uint64_t{0};
constexpr std::chrono::seconds longest_unforced{5};

struct Head {
  std::uint64_t member;
  std::uint32_t size;
  std::uint64_t check;
};
constexpr std::size_t head_size = 8 + 4 + 8;

using HeadBytes = std::array<char, head_size>;

HeadBytes to_bytes(const Head& head)
{
  HeadBytes bytes;
  std::memcpy(bytes.data(), &head.member, 8);
  std::memcpy(bytes.data() + 8, &head.size, 4);
  std::memcpy(bytes.data() + 12, &head.check, 8);
  return bytes;
}

Head to_head(const HeadBytes& bytes)
{
  Head head{};
  std::memcpy(&head.member, bytes.data(), 8);
  std::memcpy(&head.size, bytes.data() + 8, 4);
  std::memcpy(&head.check, bytes.data() + 12, 8);
  return head;
}

std::uint64_t check_of(std::uint64_t member, std::string_view bytes, std::uint64_t before)
{
  return XXH64(bytes.data(), bytes.size(), XXH64(&member, sizeof member, before));
}

std::string header_of(const std::string& key)
{
  return fmt::format("rascade-journal/1 {:016x}\n", XXH64(key.data(), key.size(), 0));
}

Diagnostic cannot_write(const std::string& path)
{
  return {Severity::error,
          "E2701",
          {path, 0, 0, 0},
          fmt::format("the journal of the run cannot be written: {}", std::strerror(errno)),
          "Give a place you may write to with --out."};
}

}  // namespace

Journal::Journal(std::string path, int file)
    : path_(std::move(path)), file_(file), forced_(std::chrono::steady_clock::now())
{
}

Journal::~Journal()
{
  if (end_ == header_of({}).size()) remove();
  close(file_);
}

Checked<std::shared_ptr<Journal>> Journal::open(const std::string& path, const std::string& key)
{
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (file < 0) return cannot_write(path);
  if (flock(file, LOCK_EX | LOCK_NB) != 0) {
    close(file);
    return Diagnostic{Severity::error,
                      "E2702",
                      {path, 0, 0, 0},
                      "another run is using this journal",
                      "Wait for it, or give another place with --out."};
  }
  const std::shared_ptr<Journal> journal(new Journal(path, file));
  journal->reader_.open(path, std::ios::binary);
  const std::string header = header_of(key);
  try {
    if (!journal->read_header(header)) journal->start_anew(header);
    journal->find_end();
    journal->read_ = header.size();
    journal->read_check_ = 0;
  } catch (const JournalFailed&) {
    return cannot_write(path);
  }
  return journal;
}

bool Journal::read_header(const std::string& header)
{
  std::string found(header.size(), '\0');
  reader_.read(found.data(), static_cast<std::streamsize>(found.size()));
  return reader_.good() && found == header;
}

void Journal::start_anew(const std::string& header)
{
  end_ = 0;
  if (ftruncate(file_, 0) != 0) throw JournalFailed("cannot be emptied");
  write(header);
}

/// Follows the records as far as they can be believed and cuts off the rest.
void Journal::find_end()
{
  read_ = header_of({}).size();
  end_ = std::max<std::uint64_t>(read_, std::filesystem::file_size(path_));
  while (const std::optional<Record> record = peek()) {
    read_check_ = check_of(record->member, record->bytes, read_check_);
    read_ += head_size + record->bytes.size();
  }
  cut_rest();
}

std::optional<Journal::Record> Journal::peek()
{
  if (end_ - read_ < head_size) return std::nullopt;
  reader_.clear();
  reader_.seekg(static_cast<std::streamoff>(read_));
  HeadBytes bytes;
  reader_.read(bytes.data(), head_size);
  const Head head = to_head(bytes);
  if (!reader_.good() || head.size > end_ - read_ - head_size) return std::nullopt;
  Record record{head.member, std::string(head.size, '\0')};
  reader_.read(record.bytes.data(), head.size);
  if (!reader_.good()) return std::nullopt;
  if (head.check != check_of(record.member, record.bytes, read_check_)) return std::nullopt;
  return record;
}

void Journal::begin(const std::string& stage)
{
  const std::lock_guard lock(mutex_);
  if (const std::optional<Record> record = peek()) {
    if (record->member == stage_mark && record->bytes == stage) {
      read_check_ = check_of(record->member, record->bytes, read_check_);
      read_ += head_size + record->bytes.size();
      return;
    }
  }
  cut_rest();
  write_record(stage_mark, stage);
}

std::optional<Journal::Record> Journal::next()
{
  const std::lock_guard lock(mutex_);
  std::optional<Record> record = peek();
  if (!record || record->member == stage_mark) return std::nullopt;
  read_check_ = check_of(record->member, record->bytes, read_check_);
  read_ += head_size + record->bytes.size();
  return record;
}

void Journal::append(std::uint64_t member, std::string_view bytes)
{
  const std::lock_guard lock(mutex_);
  cut_rest();
  write_record(member, bytes);
}

void Journal::cut_rest()
{
  end_check_ = read_check_;
  if (read_ == end_) return;
  if (ftruncate(file_, static_cast<off_t>(read_)) != 0) throw JournalFailed(std::strerror(errno));
  end_ = read_;
}

/// What is appended counts as read.
void Journal::write_record(std::uint64_t member, std::string_view bytes)
{
  end_check_ = check_of(member, bytes, end_check_);
  const HeadBytes head = to_bytes({member, static_cast<std::uint32_t>(bytes.size()), end_check_});
  std::string whole(head.begin(), head.end());
  whole += bytes;
  write(whole);
  read_ = end_;
  read_check_ = end_check_;
  const auto now = std::chrono::steady_clock::now();
  if (now - forced_ < longest_unforced) return;
  fdatasync(file_);
  forced_ = now;
}

void Journal::write(std::string_view bytes)
{
  while (!bytes.empty()) {
    const ssize_t written = pwrite(file_, bytes.data(), bytes.size(), static_cast<off_t>(end_));
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) {
      throw JournalFailed(fmt::format("{}: cannot be written: {}", path_, std::strerror(errno)));
    }
    end_ += static_cast<std::uint64_t>(written);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void Journal::remove() { unlink(path_.c_str()); }

}  // namespace rascade::ensemble
