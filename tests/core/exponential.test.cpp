// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/near.hpp"
#include "support/opaque.hpp"
#include "support/random.hpp"
#include <kpi/core/exponential.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace kpi::test {
namespace {

constexpr bool constants_of_mathematics() {
    expect(kpi::exp(opaque(0.0)) == 1.0 && kpi::exp(opaque(0.0f)) == 1.0f);
    expect(near(kpi::exp(opaque(1.0)), 2.718281828459045, 4e-16));
    expect(near(kpi::exp(opaque(-700.0)), 9.859676543759770e-305, 5e-16));
    expect(kpi::log(opaque(1.0)) == 0.0 && kpi::log(opaque(1.0f)) == 0.0f);
    expect(near(kpi::log(opaque(2.0)), 0.6931471805599453, 3e-16));
    expect(near(kpi::log(opaque(10.0)), 2.302585092994046, 3e-16));
    expect(near(kpi::log1p(opaque(1e-10)), 9.9999999995e-11, 3e-16));
    expect(near(kpi::log1p(opaque(-0.75)), -1.3862943611198906, 3e-16));
    return true;
}
static_assert(constants_of_mathematics());
TEST_CASE("exp, log and log1p are constants") { CHECK(constants_of_mathematics()); }

TEST_CASE_TEMPLATE("at the edges of the type", Real, float, double) {
    using limits = std::numeric_limits<Real>;
    const Real inf = limits::infinity();
    CHECK(kpi::exp(inf) == inf);
    CHECK(kpi::exp(-inf) == Real(0));
    CHECK(kpi::exp(limits::max()) == inf);
    CHECK(kpi::exp(limits::lowest()) == Real(0));
    CHECK(std::isnan(kpi::exp(limits::quiet_NaN())));
    CHECK(kpi::log(inf) == inf);
    CHECK(kpi::log(Real(0)) == -inf);
    CHECK(std::isnan(kpi::log(Real(-1))));
    CHECK(std::isnan(kpi::log(limits::quiet_NaN())));
    CHECK(kpi::log1p(Real(-1)) == -inf);
    CHECK(std::isnan(kpi::log1p(Real(-2))));
    CHECK(kpi::log1p(Real(0)) == Real(0));
    CHECK(kpi::log1p(limits::min()) == limits::min());
    CHECK(std::abs(kpi::log(limits::denorm_min()) - std::log(limits::denorm_min())) <= Real(1e-4));
    CHECK(kpi::exp(kpi::log(limits::min()) - Real(2)) > Real(0)); // a subnormal number
}

// e^x by its series, and by whole powers of e: the long double of an emulated PowerPC has no std::exp.
long double naive_exp(long double x) {
    int whole = static_cast<int>(x);
    long double term = 1, power = 1;
    for (int i = 1; i < 40; ++i) {
        term *= (x - whole) / i;
        power += term;
    }
    long double e = 2.71828182845904523536028747135266250L;
    for (const bool inverse = whole < 0; whole != 0; whole /= 2, e *= e)
        if (whole % 2 != 0) power = inverse ? power / e : power * e;
    return power;
}

// In units of the last place of the result, against long double.
template <class Real> long double units_off(Real told, long double exact) {
    const long double unit = std::numeric_limits<Real>::epsilon() * std::abs(exact);
    return std::abs(static_cast<long double>(told) - exact) / unit;
}

TEST_CASE_TEMPLATE("the error is at most two units in the last place", Real, float, double) {
    random r{5};
    long double of_exp = 0, of_log = 0, of_log1p = 0;
    for (int i = 0; i < 100'000; ++i) {
        const Real share = Real(r.below(1u << 24)) / Real(1u << 24);
        const Real x = (share - Real(0.5)) * Real(std::numeric_limits<Real>::max_exponent10 * 4);
        of_exp = std::max(of_exp, units_off(kpi::exp(x), naive_exp(static_cast<long double>(x))));
        const Real y = i % 2 == 0 ? kpi::exp(x) : Real(0.5) + share;
        if (y != Real(1))
            of_log = std::max(of_log, units_off(kpi::log(y), std::log(static_cast<long double>(y))));
        const Real u = i % 2 == 0 ? kpi::exp(x) : Real(2) * share - Real(0.999);
        if (u != Real(0))
            of_log1p = std::max(of_log1p, units_off(kpi::log1p(u), std::log1p(static_cast<long double>(u))));
    }
    CAPTURE(of_exp);
    CAPTURE(of_log);
    CAPTURE(of_log1p);
    CHECK(of_exp <= 2);
    CHECK(of_log <= 2);
    CHECK(of_log1p <= 2);
    MESSAGE("units: exp ", static_cast<double>(of_exp), ", log ", static_cast<double>(of_log), ", log1p ",
            static_cast<double>(of_log1p));
}

} // namespace
} // namespace kpi::test
