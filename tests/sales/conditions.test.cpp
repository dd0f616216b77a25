// SPDX-License-Identifier: MIT
#include <kpi/sales/conditions.hpp>
#include <kpi/sales/touch.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

using sales::medium;
using enum sales::activity;
constexpr sales::replied_by_email by_email{};

static_assert(by_email(sales::touch{.kind = reply_positive, .channel = medium::email}));
static_assert(!by_email(sales::touch{.kind = reply_negative, .channel = medium::phone}));

TEST_CASE("only replies are asked how they came") {
    CHECK(by_email(sales::touch{.kind = email_sent, .channel = medium::unknown}));
    CHECK_FALSE(by_email(sales::touch{.kind = reply_positive, .channel = medium::unknown}));
}

} // namespace
} // namespace kpi::test
