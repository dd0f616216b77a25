// SPDX-License-Identifier: MIT
#include <kpi/export/ostream.hpp>
#include <kpi/kpi.hpp>

#include <iostream>

namespace sales = kpi::sales;
using sales::activity;

// As your dialer has them: other names, other codes, and rows that are no event at all.
enum class disposition { talked, machine, nobody, test };
struct dialer_row {
    disposition code;
    unsigned agent;
    unsigned talk_seconds;
};

// What a row means, or nothing.
constexpr std::optional<sales::touch> meaning(const dialer_row &row) {
    switch (row.code) {
    case disposition::talked:
        return sales::touch{.kind = activity::conversation, .elapsed = row.talk_seconds};
    case disposition::machine:
        return sales::touch{.kind = activity::voicemail};
    case disposition::nobody:
        return sales::touch{.kind = activity::no_answer};
    default:
        return {};
    }
}
inline constexpr kpi::dimension agent{"agent", &dialer_row::agent};

int main() {
    using board = kpi::scorecard<sales::touch, sales::conversation_rate, sales::talk_time_quantiles>;
    using one_agent = kpi::from<meaning, board>;
    static kpi::by<agent, 16, one_agent> agents; // static: each distribution takes 7 kB
    const dialer_row log[]{{disposition::talked, 3, 95},  {disposition::machine, 3, 0},
                           {disposition::talked, 3, 410}, {disposition::talked, 3, 420},
                           {disposition::test, 3, 0},     {disposition::nobody, 5, 0}};
    agents.record(log);
    agents.for_each([](std::size_t number, const one_agent &calls) {
        std::cout << "agent " << number << '\n'
                  << "  conversations:        " << calls.get<sales::conversation_rate>() << '\n'
                  << "  talk time, median, s: " << calls.get<sales::talk_time_quantiles>() << '\n';
    });
}
