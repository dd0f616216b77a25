// SPDX-License-Identifier: MIT
#pragma once

/// A count of 128 bits, in which a reference multiplies two of 64 without a thought.

namespace kpi::test {

__extension__ using wide = unsigned __int128;

} // namespace kpi::test
