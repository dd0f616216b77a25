// SPDX-License-Identifier: MIT
#include "story/labels.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace labels_test {
namespace {

using namespace report;

struct book {
    known_names texts{};
    labels all{texts};

    std::uint32_t number_of(const std::string &rep, const std::string &product) {
        event e;
        e.rep = texts.of_parts[0].number_of(rep);
        e.product = texts.of_parts[2].number_of(product);
        return all.number_of(labels_on(e));
    }
};

} // namespace

TEST_CASE("rows that name the same share a number") {
    book b;
    const auto first = b.number_of("Ann", "A");
    CHECK(b.number_of("Ben", "A") != first);
    CHECK(b.number_of("Ann", "A") == first);
    CHECK(b.all.size() == 2);
}

TEST_CASE("labels are ordered by their texts, and not by their first appearance") {
    const std::vector<std::pair<std::string, std::string>> rows{
        {"Zoe", "A"}, {"", "B"}, {"Ann", "C"}, {"Ann", "B"}, {"Zoe", ""}};
    const auto sorted_by_place = [&](auto order) {
        book b;
        std::vector<std::uint32_t> numbers;
        for (const auto &[rep, product] : order)
            numbers.push_back(b.number_of(rep, product));
        const auto places = b.all.places();
        std::vector<std::pair<std::string, std::string>> sorted(order.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            sorted[places[numbers[i]]] = order[i];
        return sorted;
    };
    auto backwards = rows;
    std::reverse(backwards.begin(), backwards.end());
    CHECK(sorted_by_place(rows) == sorted_by_place(backwards));
    CHECK(sorted_by_place(rows).front().first.empty());
    CHECK(sorted_by_place(rows).back() == std::pair<std::string, std::string>{"Zoe", "A"});
}

} // namespace labels_test
