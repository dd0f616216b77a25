// SPDX-License-Identifier: MIT
#pragma once

/// A large state that is not there before it is needed. Its memory is asked for in large pages, where the
/// system has any: tables of ids are read at places that no cache of page addresses holds.

#include <cstddef>
#include <memory>
#include <new>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace report {

template <class State> class lazily {
public:
    State &operator*() {
        if (!state_) state_.reset(new (memory()) State{});
        return *state_;
    }
    [[nodiscard]] const State *get() const { return state_.get(); }

private:
    static constexpr std::size_t large_page = std::size_t{1} << 21;
    static constexpr bool large = sizeof(State) >= large_page / 2; ///< enough to take whole ones
    static constexpr std::size_t size =
        large ? (sizeof(State) + large_page - 1) / large_page * large_page : sizeof(State);
    static constexpr std::align_val_t alignment{large ? large_page : alignof(State)};

    static void *memory() {
        void *const all = ::operator new(size, alignment);
#ifdef __linux__
        if (large) ::madvise(all, size, MADV_HUGEPAGE); // where there are none, small ones will do
#endif
        return all;
    }
    struct release {
        void operator()(State *state) const {
            state->~State();
            ::operator delete(state, alignment);
        }
    };

    std::unique_ptr<State, release> state_;
};

} // namespace report
