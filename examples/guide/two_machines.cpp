// SPDX-License-Identifier: MIT
#include <kpi/export/ostream.hpp>
#include <kpi/kpi.hpp>

#include <iostream>
#include <vector>

namespace sales = kpi::sales;
namespace snapshot = kpi::snapshot;
using sales::activity;

using board = kpi::scorecard<activity, sales::conversation_rate, sales::show_rate>;

// What a machine sends: the same bytes on a PC and on a microcontroller.
std::vector<std::byte> packed(const board &b) {
    std::vector<std::byte> bytes(snapshot::encoded_size_bound<board>);
    bytes.resize(snapshot::encode(b, bytes).size());
    return bytes;
}

int main() {
    board london, berlin;
    london.record(activity::conversation, 20), london.record(activity::no_answer, 60);
    berlin.record(activity::conversation, 30), berlin.record(activity::no_answer, 10);
    const auto from_berlin = packed(berlin);
    std::cout << from_berlin.size() << " bytes from Berlin\n";

    board both = london;
    if (snapshot::merge_from(from_berlin, both) == snapshot::status::ok)
        std::cout << "together: " << both.get<sales::conversation_rate>() << '\n';

    auto damaged = from_berlin;
    damaged.back() ^= std::byte{1};
    if (snapshot::merge_from(damaged, both) != snapshot::status::ok) // and nothing has changed
        std::cout << "refused:  " << both.get<sales::conversation_rate>() << '\n';
}
