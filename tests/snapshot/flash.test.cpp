// SPDX-License-Identifier: MIT
#include <kpi/snapshot/flash.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

template <std::size_t Unit, std::size_t Block> struct memory {
    static constexpr std::size_t program_unit = Unit, erase_block = Block;
    bool erase(std::size_t) { return true; }
    bool program(std::size_t, std::span<const std::byte, Unit>) { return true; }
    bool read(std::size_t, std::span<std::byte>) { return true; }
};
struct silent : memory<4, 1024> { // does not say whether it erased
    void erase(std::size_t) {}
};

static_assert(snapshot::flash<memory<4, 1024>> && snapshot::flash<memory<1, 1>>);
static_assert(!snapshot::flash<memory<0, 1024>>); // nothing can be programmed
static_assert(!snapshot::flash<memory<8, 1020>>); // a block is a whole number of units
static_assert(!snapshot::flash<silent> && !snapshot::flash<int>);

TEST_CASE("a memory says whether it did what it was told") {
    memory<4, 1024> m;
    CHECK(m.erase(0));
}

} // namespace
} // namespace kpi::test
