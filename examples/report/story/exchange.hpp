// SPDX-License-Identifier: MIT
#pragma once

/// The step between reading and telling if several ranks make one report: every record goes to the rank that
/// owns its case. Parts are dealt out in turn, and afterwards each rank holds its own parts.

#include "ranks.hpp"
#include "read/passed.hpp"
#include "story/grouping.hpp"
#include "story/labels.hpp"
#include "story/parts.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace report {

[[nodiscard]] inline std::size_t owner_of(std::size_t part, const ranks &all) { return part % all.count(); }

/// Records for one rank. Labels of rows have the same numbers on all ranks; labels that a case has put
/// together are sent with them.
template <class Record, class Bytes> class parcel {
public:
    void add(Record r, const labels &said) {
        if constexpr (requires { r.labels; })
            if ((r.labels & labels::put_together) != 0) {
                const std::uint32_t number = r.labels & ~labels::put_together;
                const auto [place, is_new] =
                    places_.try_emplace(number, static_cast<std::uint32_t>(together_.size()));
                if (is_new) together_.push_back(said.together[number]);
                r.labels = labels::put_together | place->second;
            }
        std::array<char, Bytes::longest> room;
        records_.append(room.data(), Bytes::write(r, room.data()));
    }
    [[nodiscard]] std::size_t size() const { return records_.size(); }
    /// ... and whether another one will follow.
    [[nodiscard]] std::string bytes(bool more) { return passed(more, together_, records_); }

    /// Returns whether another one will follow.
    static bool open(const std::string &bytes, labels &said, auto &&take) {
        bool more{};
        parcel got;
        bytes_reader{bytes}(more, got.together_, got.records_);
        std::vector<std::uint32_t> numbers;
        for (const std::vector<std::uint32_t> &each : got.together_)
            numbers.push_back(said.together.number_of(each));
        const char *const end = got.records_.data() + got.records_.size();
        for (const char *at = got.records_.data(); at != end;) {
            Record r;
            at = Bytes::read(at, r);
            if constexpr (requires { r.labels; })
                if ((r.labels & labels::put_together) != 0)
                    r.labels = labels::put_together | numbers[r.labels & ~labels::put_together];
            take(r);
        }
        return more;
    }

private:
    std::unordered_map<std::uint32_t, std::uint32_t> places_;
    std::vector<std::vector<std::uint32_t>> together_;
    std::string records_;
};

/// Hands over the contents of the others' parts, some megabytes at a time, and takes those of one's own.
template <class Record, class Bytes> void exchange(parts<Record, Bytes> &of, ranks &all, labels &said) {
    constexpr std::size_t most_bytes = std::size_t{64} << 20;
    if (!all.are_several()) return;
    std::vector<Record> records;
    std::size_t which = 0;
    for (bool more = true; more;) {
        std::vector<parcel<Record, Bytes>> to_each(all.count());
        for (std::size_t size = 0; which < of.count && size < most_bytes; ++which) {
            if (owner_of(which, all) == all.rank()) continue;
            records.clear(), of.take(which, records);
            parcel<Record, Bytes> &to = to_each[owner_of(which, all)];
            size -= to.size();
            for (const Record &each : records)
                to.add(each, said);
            size += to.size();
        }
        std::vector<std::string> bytes;
        for (parcel<Record, Bytes> &each : to_each)
            bytes.push_back(each.bytes(which < of.count)), each = {};
        more = false;
        for (const std::string &got : all.exchange(std::move(bytes)))
            more |= parcel<Record, Bytes>::open(got, said, [&](const Record &r) { of.add(r); });
    }
}

} // namespace report
