// SPDX-License-Identifier: MIT
#include <kpi/core/count.hpp>
#include <kpi/core/proportion.hpp>
#include <kpi/export/ostream.hpp>

#include <doctest/doctest.h>

#include <iomanip>
#include <sstream>

namespace {

template <class T>
concept printable = requires(std::ostream &out, const T &value) {
    out << value;
};
static_assert(printable<kpi::proportion<std::uint8_t>> && printable<kpi::mean_value> &&
              printable<kpi::product<3>> && printable<kpi::quantile<std::uint32_t>>);
static_assert(!kpi::streamed_value<std::optional<std::int64_t>> && !kpi::streamed_value<int>);

} // namespace

TEST_CASE("a value is printed as people read it") {
    std::ostringstream out;
    out << kpi::proportion<std::uint32_t>{4238, 6711} << '\n'
        << kpi::count<std::uint8_t>{255} << '\n'
        << kpi::mean_value{} << '\n';
    CHECK(out.str() == "63.2 % (4238 of 6711)\nsaturated (at least 255)\nabsent (n 0)\n");
}

TEST_CASE("width and fill are of the whole text") {
    std::ostringstream out;
    out << std::setfill('.') << std::setw(12) << std::left << kpi::proportion<std::uint32_t>{} << '|'
        << std::setw(4) << kpi::count<std::uint32_t>{7};
    CHECK(out.str() == "absent (0 of 0)|7...");
}

TEST_CASE("a product prints all of its digits") {
    std::ostringstream out;
    kpi::product<7> all;
    all.factors.fill({~std::uint64_t{} - 1, 1});
    out << all;
    CHECK(out.str().size() == 7 * 64 * 30103 / 100000 + 1 + 2);
}

#ifdef __cpp_lib_format
TEST_CASE("a value is formatted like a string") {
    CHECK(std::format("{}", kpi::proportion<std::uint32_t>{4238, 6711}) == "63.2 % (4238 of 6711)");
    CHECK(std::format("{:*>6}", kpi::count<std::uint32_t>{7}) == "*****7");
}
#endif
