// SPDX-License-Identifier: MIT
#pragma once

/// Records of one kind of case, each in the part of its case. Parts are independent of each other, so that
/// each is put in order in the cache, and could go to a thread or a machine of its own. Which part it is
/// depends on the case's id alone.

#include "story/packed.hpp"
#include "story/part_store.hpp"
#include <kpi/core/hash.hpp>

#include <cstddef>
#include <vector>

namespace report {

/// `Bytes` says how to write a record (packed.hpp), whose member `of` chooses the part.
template <class Record, class Bytes = packed<Record>> class parts {
public:
    static constexpr unsigned bits = 10; ///< of the case's hash, the leading ones
    static constexpr std::size_t count = std::size_t{1} << bits;

    explicit parts(part_store &in) : in_{in}, first_{in.make_parts(count)} {}

    void add(const Record &r) {
        in_.template add<Bytes::longest>(first_ + (kpi::mix(r.of) >> (64 - bits)),
                                         [&r](char *to) { return Bytes::write(r, to); });
    }
    /// What another thread has gathered is found here, too, but stays where it is.
    void join(parts &other) { joined_.push_back(&other); }
    /// Adds the records of a part to `into`, in any order.
    void read(std::size_t which, std::vector<Record> &into) {
        append(which, into);
        for (parts *const other : joined_)
            other->append(which, into);
    }
    /// ... and forgets them here.
    void take(std::size_t which, std::vector<Record> &into) {
        read(which, into);
        in_.forget(first_ + which);
        for (parts *const other : joined_)
            other->in_.forget(other->first_ + which);
    }

private:
    void append(std::size_t which, std::vector<Record> &into) {
        in_.for_each_piece(first_ + which, [&into](std::span<const char> bytes) {
            const char *const end = bytes.data() + bytes.size();
            for (const char *at = bytes.data(); at != end;)
                at = Bytes::read(at, into.emplace_back());
        });
    }

    part_store &in_;
    std::size_t first_;
    std::vector<parts *> joined_;
};

} // namespace report
