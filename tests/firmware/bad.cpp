// SPDX-License-Identifier: MIT
// One image for each thing that firmware of this library does not have: it has it, and must be rejected.

#include <atomic>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <typeinfo>

volatile int some = 3;
volatile double some_double = 3;
volatile float some_float = 3;
volatile std::uint64_t some_64 = 3;

struct base {
    virtual ~base() = default;
};
struct derived : base {};

struct late {
    int n;
    late() : n{some} {}
    ~late() { some = n; }
};

int run() {
#if defined bad_heap
    return std::malloc(static_cast<std::size_t>(some)) != nullptr;
#elif defined bad_exceptions
    try {
        if (some == 3) throw some;
    } catch (int n) {
        return n;
    }
    return 0;
#elif defined bad_rtti
    static derived d;
    base *b = &d;
    return dynamic_cast<derived *>(b) != nullptr && typeid(*b) == typeid(derived);
#elif defined bad_soft_double
    return static_cast<int>(some_double / 7);
#elif defined bad_soft_single
    return static_cast<int>(some_float / 7);
#elif defined bad_division_of_64_bits
    return static_cast<int>(some_64 / some_64);
#elif defined bad_stdio
    return std::printf("%d", some);
#elif defined bad_libatomic
    static std::atomic<std::uint64_t> n;
    return static_cast<int>(n.fetch_add(some_64));
#elif defined bad_guards
    static late l;
    return l.n;
#endif
}
