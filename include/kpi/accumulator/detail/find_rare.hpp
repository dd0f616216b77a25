// SPDX-License-Identifier: MIT
#pragma once

/// Finds which of many ids have a hash that is rare enough to matter to a sketch, without a branch: in
/// vectors, where find_bytes.hpp has them.

#include <kpi/accumulator/detail/find_bytes.hpp>
#include <kpi/core/hash.hpp>

#include <cstddef>
#include <cstdint>
#include <span>

namespace kpi::inline v1::detail {

#ifdef KPI_DETAIL_FIND_BYTES
/// Searches so many ids, at most searched_at_once, eight at a time.
template <unsigned Skipped>
KPI_DETAIL_IN_VECTORS std::size_t find_rare_in_vectors(const std::uint32_t *ids, std::size_t size,
                                                       std::uint32_t bar, std::uint8_t *found) noexcept {
    using id_vector [[gnu::vector_size(vector_bytes)]] = std::uint32_t;
    using float_vector [[gnu::vector_size(vector_bytes)]] = float;
    std::uint32_t last[8]{}; // the ids that fill no vector, and zeros, whose hash is 0
    for (std::size_t i = 0; i < size % 8; ++i)
        last[i] = ids[size - size % 8 + i];
    std::size_t n = 0;
    for (std::size_t first = 0; first < size; first += 8) {
        const bool whole = size - first >= 8;
        id_vector hashes;
        __builtin_memcpy(&hashes, whole ? ids + first : last, vector_bytes);
        mix_leading(hashes);
        const auto rare = reinterpret_cast<float_vector>((hashes << Skipped) >= bar);
        const auto mask = static_cast<std::uint32_t>(__builtin_ia32_movmskps256(rare));
        n += put(found + n, mask, rows_at_ones<bytes_of_column>, first);
    }
    return n;
}
#endif

/// Finds those of the first ids (at most searched_at_once) whose hash (mix_leading, of 32 bits) without its
/// leading Skipped bits is no smaller than the bar, which is not 0: their places, and up to 7 more.
template <unsigned Skipped, class Id, class Hash>
constexpr search_result find_rare(std::span<const Id> ids, Hash bar, std::uint8_t *found,
                                  auto &&hash) noexcept {
    const std::size_t all = ids.size() < searched_at_once ? ids.size() : searched_at_once;
#ifdef KPI_DETAIL_FIND_BYTES
    if constexpr (sizeof(Id) == 4)
        if (!std::is_constant_evaluated() && vectors_are_there())
            return {all, find_rare_in_vectors<Skipped>(ids.data(), all, bar, found)};
#endif
    std::size_t n = 0;
    for (std::size_t i = 0; i < all; ++i) {
        found[n] = static_cast<std::uint8_t>(i);
        n += std::size_t{hash(ids[i]) << Skipped >= bar};
    }
    return {all, n};
}

} // namespace kpi::inline v1::detail
