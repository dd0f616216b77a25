// SPDX-License-Identifier: MIT
#include "read/merged_parts.hpp"

#include "failure.hpp"
#include "read/coded.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace report {
namespace {

std::string_view first_line(std::string_view text) { return text.substr(0, text.find('\n')); }

/// The first line in which two texts differ, as it is in each.
std::pair<std::string, std::string> first_difference(std::string_view a, std::string_view b) {
    while (first_line(a) == first_line(b) && !a.empty() && !b.empty())
        a.remove_prefix(std::min(first_line(a).size() + 1, a.size())),
            b.remove_prefix(std::min(first_line(b).size() + 1, b.size()));
    return {std::string{first_line(a)}, std::string{first_line(b)}};
}

} // namespace

std::string coded(const std::vector<file_seen> &files) {
    coded_writer all;
    all.put(files.size());
    for (const file_seen &file : files)
        all.put(file.slices), all.put(file.bytes), all.put_fixed(file.checksum);
    return all.bytes();
}

merged_parts::merged_parts(const std::vector<std::string> &paths, const std::string &run) {
    for (const std::string &path : paths) {
        part_reader part{path};
        const part_head &head = part.head();
        if (head.run != run) {
            const auto [its, ours] = first_difference(head.run, run);
            throw failure{path + ": was saved by another run: it has \"" + its + "\", and this one has \"" +
                          ours + '"'};
        }
        const auto same = std::find_if(parts_.begin(), parts_.end(), [&](const part_reader &other) {
            return other.head().which == head.which;
        });
        if (same != parts_.end() && same->head().of == head.of && part.is_copy_of(*same)) continue;
        if (same != parts_.end() || (!parts_.empty() && parts_.front().head().of != head.of)) {
            const part_reader &other = same != parts_.end() ? *same : parts_.front();
            const auto called = [](const part_reader &each) {
                return each.path() + " is part " + std::to_string(each.head().which) + " of " +
                       std::to_string(each.head().of);
            };
            throw failure{"--merge: " + called(other) + ", and " + called(part) + ", which is not the same"};
        }
        parts_.push_back(std::move(part));
    }
    const std::uint32_t of = parts_.front().head().of;
    for (std::uint32_t which = 1; which <= of; ++which)
        if (std::none_of(parts_.begin(), parts_.end(),
                         [&](const part_reader &each) { return each.head().which == which; }))
            throw failure{"--merge: part " + std::to_string(which) + " of " + std::to_string(of) +
                          " is missing"};
    waiting_.resize(parts_.size());
}

std::optional<std::string> merged_parts::next(std::uint64_t file) {
    const std::lock_guard alone{busy_};
    if (blocks_.size() <= file) blocks_.resize(static_cast<std::size_t>(file) + 1);
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        if (!waiting_[i]) waiting_[i] = parts_[i].next();
        if (!waiting_[i] || coded_reader{*waiting_[i]}.get() != file) continue;
        ++blocks_[static_cast<std::size_t>(file)];
        return std::exchange(waiting_[i], std::nullopt);
    }
    return std::nullopt;
}

void merged_parts::finish() {
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        part_reader &each = parts_[i];
        if (waiting_[i] || each.next()) throw failure{each.path() + ": is damaged"};
        if (each.end() != parts_.front().end())
            throw failure{each.path() + ": has read other files than " + parts_.front().path() +
                          ": a file was changed between the two runs"};
    }
    coded_reader end{parts_.front().end()};
    bool whole = end.get() == blocks_.size();
    for (std::size_t i = 0; i < blocks_.size() && whole; ++i) {
        whole = end.get() == blocks_[i];
        static_cast<void>(end.get()), static_cast<void>(end.get_fixed());
    }
    if (!whole) throw failure{"--merge: the parts do not make up the whole log"};
}

} // namespace report
