// SPDX-License-Identifier: MIT
#pragma once

/// Blocks of saved rows that this run has made and will read again: they are kept in a file without a name.

#include "read/coded.hpp"
#include "read/unnamed_file.hpp"

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace report {

/// Any thread may use it.
class kept_blocks {
public:
    /// Blocks begin with their file's number; they come file after file.
    void add(const std::string &block) {
        const std::lock_guard alone{busy_};
        if (!file_) file_.emplace("rows that are mapped have to be kept");
        ends_.push_back(file_->size() + block.size());
        file_->append(block);
    }
    /// The next block of a file; nothing after the last one.
    [[nodiscard]] std::optional<std::string> next(std::uint64_t file) {
        const std::lock_guard alone{busy_};
        if (!waiting_ && next_ < ends_.size()) {
            const std::uint64_t from = next_ == 0 ? 0 : ends_[next_ - 1];
            waiting_.emplace(static_cast<std::size_t>(ends_[next_++] - from), '\0');
            file_->read(from, *waiting_);
        }
        if (!waiting_ || coded_reader{*waiting_}.get() != file) return std::nullopt;
        return std::exchange(waiting_, std::nullopt);
    }

private:
    std::mutex busy_;
    std::optional<unnamed_file> file_;
    std::vector<std::uint64_t> ends_; ///< the end of each block in the file
    std::size_t next_{};
    std::optional<std::string> waiting_;
};

} // namespace report
