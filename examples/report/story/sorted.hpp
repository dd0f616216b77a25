// SPDX-License-Identifier: MIT
#pragma once

/// Sorting: Boost.Sort's pattern-defeating quicksort if Boost is there, otherwise the standard library's.
/// Both give the same order, because no two different records compare equal.

#include <algorithm>

#if __has_include(<boost/sort/pdqsort/pdqsort.hpp>)
#include <boost/sort/pdqsort/pdqsort.hpp>
#endif

namespace report {

template <class Iterator, class Less> void sort(Iterator first, Iterator last, Less less) {
#if __has_include(<boost/sort/pdqsort/pdqsort.hpp>)
    boost::sort::pdqsort(first, last, less);
#else
    std::sort(first, last, less);
#endif
}

} // namespace report
