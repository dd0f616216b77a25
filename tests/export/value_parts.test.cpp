// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/export/value_parts.hpp>

namespace {

using namespace kpi;
using kpi::test::expect;
using kpi::test::opaque;

constexpr bool a_value_is_exact_and_has_its_parts() {
    const value_parts share = parts_of(proportion<std::uint16_t>{opaque(std::uint16_t{57}), 54});
    expect(share.kind == value_kind::proportion && share.has_value() && !share.coherent && share.pools());
    expect(share.exact == fraction<std::uint64_t>{57, 54});
    expect(share.parts[0].name == "part" && share.parts[1].size == 54 && share.parts[2].name.empty());

    const value_parts callers = parts_of(cardinality{opaque(1000ull), 64});
    expect(callers.kind == value_kind::count && callers.estimated && callers.exact.numerator == 1000);
    expect(!parts_of(cardinality{opaque(12ull)}).estimated);

    const value_parts loss = parts_of(ratio<std::int64_t>{opaque(-7ll), 2});
    expect(loss.exact == fraction<std::uint64_t>{7, 2, true} && loss.parts[0].negative);

    const value_parts fall = parts_of(growth<std::uint8_t>{opaque(std::uint8_t{90}), 80});
    expect(fall.exact == fraction<std::uint64_t>{10, 90, true} && fall.pools());

    const value_parts age = parts_of(std::optional<std::int64_t>{opaque(-3ll)});
    expect(age.exact == fraction<std::uint64_t>{3, 1, true} && !age.pools());
    expect(!parts_of(std::optional<std::int64_t>{}).has_value());
    return true;
}
static_assert(a_value_is_exact_and_has_its_parts());

constexpr bool saturation_is_asked_for_before_counts_are_widened() {
    expect(parts_of(count<std::uint8_t>{opaque(std::uint8_t{255})}).saturated);
    expect(!parts_of(count<std::uint16_t>{opaque(std::uint16_t{255})}).saturated);
    expect(parts_of(proportion<std::uint16_t>{1, opaque(std::uint16_t{65535})}).saturated);
    expect(parts_of(score<std::uint8_t>{1, 2, opaque(std::uint8_t{255})}).saturated);
    expect(parts_of(rate<std::uint32_t>{opaque(~0u), 1}).saturated);
    expect(parts_of(quantile<std::uint32_t>{1, 2, opaque(~0ull), false}).saturated);
    const value_parts mean = parts_of(mean_value{opaque(~0ull), 2});
    expect(mean.saturated && !mean.has_value() && mean.exact.denominator == 2);
    expect(!parts_of(product<1>{{fraction<std::uint64_t>{opaque(~0ull), 1}}}).has_value());
    return true;
}
static_assert(saturation_is_asked_for_before_counts_are_widened());

constexpr bool every_kind_has_a_name() {
    expect(name_of(value_kind::count) == "count");
    expect(name_of(value_kind::mean) == "mean");
    expect(name_of(value_kind::number) == "number");
    return true;
}
static_assert(every_kind_has_a_name());
static_assert(figure_value<count<std::uint8_t>> && figure_value<std::optional<std::int64_t>>);
static_assert(!figure_value<std::optional<double>> && !figure_value<int>);

} // namespace

TEST_CASE("a value is exact and has its parts") { CHECK(a_value_is_exact_and_has_its_parts()); }
TEST_CASE("saturation is asked for before counts are widened") {
    CHECK(saturation_is_asked_for_before_counts_are_widened());
}
TEST_CASE("every kind has a name") { CHECK(every_kind_has_a_name()); }
