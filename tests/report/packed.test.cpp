// SPDX-License-Identifier: MIT
#include "story/packed.hpp"

#include "story/record.hpp"

#include <doctest/doctest.h>

#include <array>
#include <random>
#include <tuple>

namespace packed_test {
namespace {

using namespace report;

auto said(const record &r) {
    return std::tuple{r.of,    r.at,          r.value,       r.labels,    r.elapsed,     r.units,
                      r.n,     r.kind,        r.told,        r.whole_day, r.is_alone,    r.names_only,
                      r.links, r.names_group, r.of_customer, r.of_lead,   r.of_prospect, r.currency};
}
auto said(const linked_record &r) {
    return std::tuple_cat(said(static_cast<const record &>(r)),
                          std::tuple{r.prospect, r.lead, r.customer, r.due, r.due_whole_day, r.stage});
}

template <class Record> std::size_t check_comes_back(const Record &r) {
    std::array<char, packed<Record>::longest> bytes{};
    const auto size = static_cast<std::size_t>(packed<Record>::write(r, bytes.data()) - bytes.data());
    Record back;
    CHECK(packed<Record>::read(bytes.data(), back) == bytes.data() + size);
    CHECK(said(back) == said(r));
    return size;
}

} // namespace

TEST_CASE("a record comes back as it was, whatever it says") {
    const unsigned seed = 7;
    INFO("seed ", seed);
    std::mt19937_64 random{seed};
    const auto some = [&] { return random() % 2 == 0 ? 0 : random() >> random() % 64; };
    for (int i = 0; i < 5000; ++i) {
        linked_record r;
        r.of = some(), r.at = static_cast<std::int64_t>(some()),
        r.labels = static_cast<std::uint32_t>(some());
        if (random() % 4 == 0) r.at = never;
        r.elapsed = static_cast<std::uint32_t>(some()), r.units = static_cast<std::uint32_t>(some());
        r.n = static_cast<std::uint32_t>(some()), r.told = some() & 63u;
        r.kind = static_cast<activity>(some() % 60), r.whole_day = some() % 2, r.links = some() % 2;
        r.is_alone = some() % 2, r.names_only = some() % 2, r.names_group = some() % 2;
        r.of_lead = some() % 2, r.of_prospect = some() % 2;
        r.of_customer = some() % 2, r.currency = static_cast<std::uint16_t>(some()), r.prospect = some(),
        r.lead = some(), r.customer = some();
        r.due = static_cast<std::int64_t>(some()), r.due_whole_day = some() % 2;
        r.stage = some();
        check_comes_back(r);
        check_comes_back(static_cast<const record &>(r));
    }
}

TEST_CASE("what a row does not say takes no room") {
    record r;
    r.of = ~std::uint64_t{}, r.at = 1'700'000'000, r.labels = 3, r.kind = activity::deal_won;
    r.of_customer = true, r.told = 1;
    CHECK(check_comes_back(r) == 22);
    r.currency = 2;
    CHECK(check_comes_back(r) == 26);
    linked_record of_deal{r};
    CHECK(check_comes_back(of_deal) == 28);
    of_deal.due = 1'700'000'000;
    CHECK(check_comes_back(of_deal) == 32);
}

} // namespace packed_test
