// SPDX-License-Identifier: MIT
#include <kpi/export/ostream.hpp>
#include <kpi/kpi.hpp>

#include <iostream>

namespace sales = kpi::sales;
using sales::activity, sales::touch;

// The story of each prospect tells facts ("contacted", "replied positively"), and a board counts them.
using prospects = kpi::through<sales::prospect_story, sales::prospect, 1024,
                               kpi::scorecard<sales::fact, sales::positive_reply_rate, sales::silent_share>>;

int main() {
    static prospects people;
    kpi::live<sales::positive_replies_per_email, touch> emails;
    const auto record = [&](const touch &t) { people.record(t), emails.record(t); };

    for (const std::uint32_t who : {1u, 1u, 1u, 2u, 3u, 4u}) // prospect 1 gets three emails
        record({.kind = activity::email_sent, .channel = sales::medium::email, .prospect = who});
    record({.kind = activity::reply_negative, .channel = sales::medium::email, .prospect = 1});
    for (int i = 0; i < 3; ++i) // "not now", and then three times yes
        record({.kind = activity::reply_positive, .channel = sales::medium::email, .prospect = 1});

    std::cout << "positive replies an email:    " << emails.value() << '\n'
              << "prospects who replied yes:    " << people.told().get<sales::positive_reply_rate>() << '\n'
              << "prospects who never replied:  " << people.told().get<sales::silent_share>() << '\n';
}
