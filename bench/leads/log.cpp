// SPDX-License-Identifier: MIT
// leads THOUSANDS: a log of so many thousand leads in the native format, every figure of which follows from
// how it is made. Leads arrive evenly over a year, and rows go by time, so that those of one lead lie far
// apart.

#include <kpi/time/civil.hpp>

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

namespace {

constexpr std::int64_t hour = 3600, day = 24 * hour, year = 365 * day;
constexpr std::int64_t begin = kpi::at({2023, 1, 1}).seconds;

/// What happens to the leads for which number % every is any of `which`, so long after their arrival.
struct step {
    std::string_view kind, channel;
    std::uint64_t every, which;
    std::int64_t later;
    bool names_deal{};
    bool names_customer{};
};
constexpr std::array steps{step{"mcl", "", 1, 0, 0},
                           step{"mql", "", 1, 0, hour / 2},
                           step{"conversation", "phone", 2, 0, hour},
                           step{"reply_positive", "phone", 4, 0, 2 * day},
                           step{"opportunity", "", 5, 0, 10 * day, true},
                           step{"deal_won", "", 10, 0, 40 * day, true, true},
                           step{"deal_lost", "", 10, 5, 40 * day, true}};

class text {
public:
    text &operator<<(std::string_view more) {
        all_ += more;
        return *this;
    }
    text &operator<<(std::uint64_t n) { return *this << std::string_view{std::to_string(n)}; }
    /// Two digits, as on a clock.
    text &two(std::int64_t n) {
        all_ += static_cast<char>('0' + n / 10), all_ += static_cast<char>('0' + n % 10);
        return *this;
    }
    void print_if_long(std::size_t bytes) {
        if (all_.size() < bytes) return;
        if (std::fwrite(all_.data(), 1, all_.size(), stdout) != all_.size()) std::exit(1);
        all_.clear();
    }

private:
    std::string all_;
};

/// The day of the previous row is mostly the day of this row.
class dates {
public:
    void put(text &to, std::int64_t at) {
        if (at / day != day_) {
            day_ = at / day;
            const kpi::civil_day d = kpi::civil_from_days(static_cast<std::int32_t>(day_));
            std::array<char, 32> said{};
            std::snprintf(said.data(), said.size(), "%04d-%02d-%02dT", d.year, int{d.month}, int{d.day});
            said_ = said.data();
        }
        const std::int64_t second = at % day;
        (to << said_).two(second / hour) << ":";
        to.two(second / 60 % 60) << ":";
        to.two(second % 60);
    }

private:
    std::int64_t day_{-1};
    std::string said_;
};

} // namespace

int main(int argc, char **argv) {
    if (argc != 2) return 2;
    const std::uint64_t leads = 1000 * std::strtoull(argv[1], nullptr, 10);
    const auto arrival = [&](std::uint64_t lead) {
        return begin + static_cast<std::int64_t>(lead * static_cast<std::uint64_t>(year) / leads);
    };
    std::array<std::uint64_t, steps.size()> next{};
    for (std::size_t i = 0; i < steps.size(); ++i)
        next[i] = steps[i].which;

    text out;
    dates date;
    out << "at,kind,rep,channel,source,prospect,lead,deal,customer,value\n";
    for (;;) {
        std::size_t first = steps.size();
        std::int64_t at = 0;
        for (std::size_t i = 0; i < steps.size(); ++i)
            if (const std::int64_t then = arrival(next[i]) + steps[i].later;
                next[i] < leads && (first == steps.size() || then < at))
                first = i, at = then;
        if (first == steps.size()) break;
        const step &s = steps[first];
        const std::uint64_t lead = next[first];
        next[first] += s.every;
        date.put(out, at);
        out << "," << s.kind << ",rep " << lead % 50 << "," << s.channel << ",source " << lead % 8 << ",L"
            << lead << ",L" << lead;
        if (s.names_deal)
            out << ",D" << lead;
        else
            out << ",";
        if (s.names_customer)
            out << ",C" << lead << "," << 1 + lead / 10 % 100 << "\n";
        else
            out << ",,\n";
        out.print_if_long(1 << 16);
    }
    out.print_if_long(0);
}
