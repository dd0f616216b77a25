// SPDX-License-Identifier: MIT
#pragma once

/// Every case passes through the story of its kind, once, whatever is asked: windows, months and groups only
/// decide where its facts are put. Cases reach each other by facts: a deal's settlement goes on to its
/// prospect, its lead and its customer, a lead's group to its deals and customers, each into the part of the
/// case that receives it. So the kinds of case have an order: deals, leads and prospects, customers, reps.
/// Cases of the same kind are independent of each other, so several threads can take their parts.
///
/// `Stories` names the stories (sales_stories.hpp). `Out` takes a fact, how many times over, and its place:
/// out.put(place, fact, n). If rows matter, it also says how much was seen, and takes the last row of a case
/// in which nothing was: out.put_silent(place, which kind of case, act, kinds of its rows, n). If it wants
/// to, it takes the course of a lead that is out: out.follow(place, fact, n); and what is counted of one
/// prospect, as Out::acts_of_one: out.put_together(place, acts_of_one).

#include "at_once.hpp"
#include "story/case_kind.hpp"
#include "story/cases.hpp"
#include "story/grouping.hpp"
#include "story/held_facts.hpp"
#include "story/log_in_parts.hpp"
#include "story/office_clock.hpp"
#include "story/outreach.hpp"
#include "story/owner.hpp"
#include "story/reading.hpp"
#include "story/stays.hpp"
#include <kpi/sales/fact.hpp>
#include <kpi/sales/kinds.hpp>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace report {

struct question {
    grouping by{};
    kpi::instant now{}; ///< the first second that is not looked at
    std::vector<reading_of_log> readings{{}};
    money amounts{};                                       ///< all of them
    std::vector<money> currencies{};                       ///< if there are several: each on its own, too
    std::array<std::uint32_t, cycle_bands.size()> bands{}; ///< labels that each name a band
    bool rows_matter{};                                    ///< somebody asks which row told what
    std::optional<kpi::weekly_schedule> hours{};           ///< of work, if leads are timed by them as well
};

/// What these stories look at and tell themselves.
template <class Stories> [[nodiscard]] constexpr interests interests_of() {
    using lead = typename Stories::template lead<true>;
    using touches = typename Stories::template touches<true>;
    using customer = typename Stories::customer;
    using respondent = typename Stories::respondent;
    return {{Stories::deal::concerns, lead::concerns, Stories::prospect::concerns | touches::concerns,
             customer::concerns | respondent::concerns | Stories::spending::concerns, Stories::rep::concerns,
             Stories::message::concerns},
            {Stories::deal::acts, lead::acts, {}, customer::acts | respondent::acts, {}, {}},
            Stories::of_outreach};
}

/// What `Out` counts for one prospect, in a group and slot.
template <class Out> struct acts_together {};
template <class Out>
requires requires { typename Out::acts_of_one; }
struct acts_together<Out> {
    std::uint32_t group;
    std::size_t slot;
    typename Out::acts_of_one acts;
};

template <class Stories, class Out> class replay {
    using held = held_facts<act, sales::fact>;

public:
    /// `places` is the place of each row's labels among all (labels::places). What cases tell each other goes
    /// to `own`, which is the log itself or joined with it.
    replay(log_in_parts &log, log_in_parts &own, const labels &said, std::span<const std::uint32_t> places,
           const question &asked, Out &out)
        : log_{log}, own_{own}, said_{said}, asked_{asked}, out_{out}, places_{places}, linked_{places},
          plain_{places} {}

    /// Replays the whole log in as many threads as there are replays: each takes part after part. Before each
    /// step `hand_over()` brings what others have to say about these cases.
    static void run(std::span<replay> all, auto &&hand_over) {
        for (const auto step :
             {&replay::link_leads, &replay::pass_names_on, &replay::tell_deals, &replay::tell_people,
              &replay::tell_customers, &replay::tell_reps, &replay::tell_messages}) {
            constexpr std::size_t count = parts<record>::count;
            hand_over();
            std::atomic<std::size_t> next{0};
            at_once(
                all.size(),
                [&](std::size_t thread) {
                    for (std::size_t which = next++; which < count; which = next++)
                        (all[thread].*step)(which);
                },
                [&] { next = count; });
        }
    }

private:
    void tell_deals(std::size_t which) {
        linked_.for_each(log_.deals, which, [this](std::span<const linked_record> rows) {
            const std::uint32_t currency = tell_deal(rows);
            in_currencies(currency, [&] { tell_deal(rows); });
        });
    }
    /// Leads and prospects, whose rows are mostly the same: each story takes its own.
    void tell_people(std::size_t which) {
        plain_.for_each_case(log_.people, which, [this](auto &&rows_that) {
            if (const auto rows = rows_that([](const record &r) { return r.of_lead; }); !rows.empty())
                tell_lead(rows);
            if (const auto rows = rows_that(is_told_of_prospect); !rows.empty()) tell_prospect(rows);
        });
    }
    void tell_customers(std::size_t which) {
        plain_.for_each(log_.customers, which, [this](std::span<const record> rows) {
            tell_customer(rows);
            in_currencies(money::any, [&] { tell_customer(rows); });
        });
    }
    void tell_reps(std::size_t which) {
        plain_.for_each(log_.reps, which, [this](std::span<const record> rows) { tell_rep(rows); });
    }
    void tell_messages(std::size_t which) {
        plain_.for_each(log_.messages, which, [this](std::span<const record> rows) { tell_message(rows); });
    }

    /// If a lead's names are also its deals', its openings are among its rows before these are put in order.
    void link_leads(std::size_t which) {
        if (!asked_.by.is_inherited()) return;
        linked_.look_at_cases(log_.deals, which, [this](auto &&rows_that) {
            const auto rows = rows_that([](const linked_record &) { return true; });
            link_lead(linked_with(rows), rows);
        });
    }
    /// The names on the lead's own rows are also said of its deals, before anything of theirs.
    void pass_names_on(std::size_t which) {
        if (!asked_.by.is_inherited()) return;
        plain_.look_at_cases(log_.people, which, [this](auto &&rows_that) {
            const std::span<const record> rows = rows_that([](const record &row) { return row.of_lead; });
            const naming own = last_naming(rows, asked_.by, [](const record &r) { return !r.handed_on; });
            hand_on<linked_record>(own, [&](linked_record r) {
                for (const record &row : rows) {
                    if (!row.links || row.kind != activity::opportunity || r.of == row.linked()) continue;
                    r.lead = row.of, r.of = row.linked(), r.kind = row.kind;
                    own_.deals.add(r);
                }
            });
        });
    }
    /// Calls f(record) for each name that a case shares with the cases that it is linked with.
    template <class Record> void hand_on(const naming &names, auto &&f) {
        for (std::size_t d = 0; d < asked_.by.size(); ++d) {
            if (!asked_.by[d].is_inherited() || names[d] == unnamed) continue;
            Record r;
            r.labels = asked_.by.alone(d, names[d]), r.names_group = true;
            r.place = place_of(names[d], places_);
            f(r);
        }
    }

    /// If there are several currencies: tells the same case with the amounts of a single one, either for that
    /// one or for each.
    void in_currencies(std::uint32_t only, auto &&tell) {
        for (const money &each : asked_.currencies)
            if (only == money::any || only == each.currency) in_ = each, tell();
        in_ = asked_.amounts;
    }

    /// Returns its currency: that of the amount on the settlement that counts, or else the last one that its
    /// rows name.
    std::uint32_t tell_deal(std::span<const linked_record> rows) {
        const std::size_t since = seen_so_far();
        const linked_record with = linked_with(rows);
        if (in_ == asked_.amounts && !asked_.by.is_inherited()) link_lead(with, rows);
        tell<typename Stories::deal>(rows, [&](act &a) {
            a.prospect = id_of(with.prospect), a.lead = id_of(with.lead), a.customer = id_of(with.customer);
            if (rows.front().is_alone) a.deal = {};
        });
        naming names = last_naming(rows, asked_.by, [&](const linked_record &r) {
            return !r.names_group || r.lead == with.lead; // of several leads, the one that it belongs to
        });
        const auto counting = [&](auto &&f) {
            for (const auto &told : held_.template of<act>())
                if (sales::kinds::deals_settled.contains(told.what.kind)) f(told.what, told.n);
        };
        for (std::size_t d = 0; d < asked_.by.size(); ++d)
            counting([&](const act &settled, std::uint64_t) {
                if (asked_.by[d].is_of_reps() && asked_.by.names(d, settled.labels))
                    names[d] = settled.labels;
                if (asked_.by[d].how == dimension::told_by::cycle && settled.elapsed.has_value())
                    names[d] = asked_.bands[cycle_band(*settled.elapsed)];
            });
        std::uint16_t currency = last_currency(rows);
        counting([&](const act &settled, std::uint64_t) {
            const linked_record &its_row = row_of(settled, rows);
            if (its_row.told & value_told) currency = its_row.currency;
        });
        if (in_ == asked_.amounts)
            counting([&](act settled, std::uint64_t n) {
                settled.currency = currency;
                pass_on(settled, n, names, rows);
            });
        const membership group = asked_.by.of(names);
        put_all(rows, group);
        if (in_ == asked_.amounts) say_if_silent(case_kind::deal, rows, group, since);
        return currency;
    }
    /// Of the amount that is named last; a settlement that repeats another names none that counts.
    [[nodiscard]] static std::uint16_t last_currency(std::span<const linked_record> rows) {
        std::uint16_t currency = 0;
        std::optional<activity> settled;
        bool is_opened = false;
        for (const linked_record &r : rows) {
            const bool is_repeated = settled == r.kind;
            if (r.kind == activity::opportunity && std::exchange(is_opened, true)) settled.reset();
            if (sales::kinds::deals_settled.contains(r.kind)) settled = r.kind;
            if ((r.told & value_told) && !is_repeated) currency = r.currency;
        }
        return currency;
    }
    /// The first row that tells a settlement that counts: rows that repeat it do not.
    [[nodiscard]] static const linked_record &row_of(const act &settled,
                                                     std::span<const linked_record> rows) {
        const std::int64_t at = settled.dated ? settled.at.seconds : never;
        return *std::find_if(rows.begin(), rows.end(), [&](const linked_record &row) {
            return row.kind == settled.kind && row.at == at;
        });
    }
    /// The ids that its rows name last.
    [[nodiscard]] static linked_record linked_with(std::span<const linked_record> rows) {
        linked_record with;
        for (const linked_record &r : rows) {
            if (r.prospect != 0) with.prospect = r.prospect;
            if (r.lead != 0 && !r.names_group) with.lead = r.lead;
            if (r.customer != 0) with.customer = r.customer;
        }
        return with;
    }
    /// The lead that any row of a deal names is also the lead of its openings, and the customer's.
    void link_lead(const linked_record &with, std::span<const linked_record> rows) {
        if (with.lead == 0) return;
        std::int64_t named = never; // when a row named the customer last
        for (const linked_record &r : rows)
            if (r.customer != 0) named = r.at;
        if (with.customer != 0) own_.link(with.lead, with.customer, activity::customer, named);
        for (const linked_record &r : rows) {
            if (r.kind != activity::opportunity || r.lead != 0 || !r.is_event()) continue;
            record opening = r;
            opening.of = with.lead, opening.of_customer = with.customer == 0;
            opening.of_lead = true, opening.of_prospect = false;
            opening.handed_on = true, opening.place = place_of(r.labels, places_);
            own_.people.add(opening);
        }
    }
    /// Passes a settlement that counts on to those it is about. Its row tells whether it has a time, whatever
    /// its cycle began with; and that row's own names and ids decide between equals.
    void pass_on(const act &settled, std::uint64_t n, naming names, std::span<const linked_record> rows) {
        record r = record_of(settled, 0, static_cast<std::uint32_t>(n));
        const linked_record &its_row = row_of(settled, rows);
        r.whole_day = its_row.whole_day, r.ids = its_row.ids;
        r.handed_on = true, r.place = place_of(its_row.labels, places_);
        std::replace(names.begin(), names.end(), unnamed, settled.labels);
        r.labels = asked_.by.together(names);
        r.of_customer = !settled.customer.has_value();
        const auto add = [&](parts<record> &to, kpi::maybe<std::uint64_t> id) {
            if (!id.has_value()) return;
            r.of = *id;
            to.add(r);
        };
        r.of_prospect = true, add(own_.people, settled.prospect);
        r.of_prospect = false, r.of_lead = true, add(own_.people, settled.lead);
        add(own_.customers, settled.customer);
    }

    void tell_lead(std::span<const record> rows) {
        const std::size_t since = seen_so_far();
        held_.patient = lies_close_together(rows);
        const auto named = [&](act &a) {
            if (!rows.front().is_alone) a.lead = rows.front().of;
        };
        tell_lead_by<kpi::around_the_clock>(rows, named);
        const naming names = last_naming(rows, asked_.by);
        std::uint64_t customer = rows.front().of; // otherwise the one that its rows or its deals' name last
        bool is_customer = false;
        for (const record &r : rows)
            if (r.links && r.kind == activity::customer) customer = r.linked(), is_customer = true;
        for (record r : rows) {
            const bool makes_customer = r.kind == activity::customer || r.kind == activity::deal_won;
            if (!r.is_event() || r.is_alone || !r.of_customer || !makes_customer) continue;
            r.of = customer, is_customer = true;
            own_.customers.add(r);
        }
        if (is_customer) // what the lead is called is also said of its customer, before anything of its own
            hand_on<record>(names, [&](record r) {
                r.of = customer;
                own_.customers.add(r);
            });
        const membership group = asked_.by.of(names);
        follow_until_out(group);
        put_all(rows, group);
        if (asked_.hours) {
            const office_clock::hours_in_force open{*asked_.hours};
            in_hours_ = true;
            tell_lead_by<office_clock>(rows, named);
            put_all(rows, group);
            in_hours_ = false;
        }
        held_.patient = false;
        say_if_silent(case_kind::lead, rows, group, since);
    }
    /// A lead that is out was followed until it last went out. It is counted where its arrival is, as are
    /// leads that converted.
    void follow_until_out(const membership &group) {
        if constexpr (requires(const place &where, const sales::fact &f) { out_.follow(where, f, 1u); }) {
            const held_fact<sales::fact> *arrived = nullptr, *out = nullptr;
            for (const auto &told : held_.template of<sales::fact>()) {
                using enum sales::outcome;
                if (told.what.kind == lead_arrived) arrived = &told;
                if (told.what.kind == lead_out) out = &told;
                if (told.what.kind == lead_converted || told.what.kind == lead_still_open) return;
            }
            if (arrived == nullptr || out == nullptr || arrived->what.at.seconds == undated) return;
            sales::fact course = arrived->what;
            course.kind = sales::outcome::lead_out;
            course.elapsed = kpi::seconds_between(arrived->what.at, out->what.at);
            const std::array groups{everyone, group.group};
            for (std::size_t reading = 0; reading < asked_.readings.size(); ++reading)
                out_.follow(place{reading, asked_.readings[reading].of(group.first).of(course.at.seconds),
                                  std::span{groups}.first(asked_.readings[reading].by_group ? 2 : 1), in_,
                                  group.named, group.is_in},
                            course, arrived->n);
        }
    }
    template <class Clock> void tell_lead_by(std::span<const record> rows, auto &&named) {
        if (log_.has(activity::first_response))
            tell<typename Stories::template lead<true, Clock>>(rows, named);
        else
            tell<typename Stories::template lead<false, Clock>>(rows, named);
    }
    /// Whether it does not matter on which row a fact was told: nobody asks, and no row takes the time that a
    /// missing date makes.
    [[nodiscard]] bool lies_close_together(std::span<const record> rows) const {
        return !asked_.rows_matter && rows.front().at != never &&
               rows.back().at - rows.front().at < from_no_date / 2;
    }

    void tell_customer(std::span<const record> rows) {
        const std::size_t since = seen_so_far();
        const membership group = asked_.by.of(last_naming(rows, asked_.by));
        tell<typename Stories::customer>(rows, [&](act &a) {
            if (!rows.front().is_alone) a.customer = rows.front().of;
        });
        stays_.of(held_.template of<sales::fact>());
        put_all(rows, group);
        stays_.clear();
        for_each_slot([&](std::size_t reading, std::size_t slot) {
            const auto here = [&](std::size_t i) { return slot_of(reading, group.first, rows[i]) == slot; };
            tell_some<typename Stories::respondent>(rows, here);
            put_in(reading, slot, group, rows);
            tell_some<typename Stories::spending>(rows, here);
            put_in(reading, slot, group, rows);
        });
        if (in_ == asked_.amounts) say_if_silent(case_kind::customer, rows, group, since);
    }

    /// The acts of outreach of one prospect, in each group and slot in which any of them counts.
    void count_together(std::span<const record> rows) {
        if constexpr (requires { typename Out::acts_of_one; })
            for (std::size_t reading = 0; reading < asked_.readings.size(); ++reading) {
                together_.clear();
                for (const record &r : rows)
                    if (!r.links && !r.names_group && Stories::of_outreach.contains(r.kind))
                        count_together(reading, r);
                for (const auto &[group, slot, acts] : together_)
                    out_.put_together(place{reading, slot, std::span{&group, 1}}, acts);
            }
    }
    void count_together(std::size_t reading, const record &r) {
        const membership mine = asked_.by.of(r.labels);
        const std::size_t slot = slot_of(reading, mine.first, r);
        if (!mine.is_in || slot == asked_.readings[reading].of(mine.first).size()) return;
        const act a = act_of(r, said_.channel(r.labels));
        const auto count = [&](std::uint32_t group) {
            auto known = std::find_if(together_.begin(), together_.end(), [&](const auto &each) {
                return each.group == group && each.slot == slot;
            });
            if (known == together_.end()) known = together_.insert(known, {group, slot, {}});
            known->acts.record(a, r.n);
        };
        count(everyone);
        if (asked_.readings[reading].by_group) count(mine.group);
    }

    /// Touches and follow-ups belong to the rep that the row names; those of a deal to the deal's group.
    void tell_touches(std::span<const record> rows) {
        if (log_.has(activity::follow_up))
            tell<typename Stories::template touches<true>>(rows);
        else
            tell<typename Stories::template touches<false>>(rows);
        put_each(rows, [&](std::size_t row) { return asked_.by.of(rows[row].labels); });
    }
    [[nodiscard]] static bool is_told_of_prospect(record &r) {
        constexpr kind_set concerns = interests_of<Stories>().concerns.prospects;
        r.names_only = r.names_only || !concerns.contains(r.kind);
        return r.of_prospect;
    }
    /// A prospect is in the figures of every rep and channel that touched it; for products, sources, places
    /// and grades, it is in the figures of the one that its rows name last.
    void tell_prospect(std::span<const record> rows) {
        const std::size_t since = seen_so_far();
        count_together(rows);
        tell_touches(rows);
        const naming own = last_naming(rows, asked_.by);
        held_.patient = !asked_.rows_matter; // the row that told a fact does not decide where it is put
        using story = typename Stories::prospect;
        for_each_slot([&](std::size_t reading, std::size_t slot) {
            const bool is_whole = asked_.readings[reading].when.size() == 1;
            const auto here = [&](const record &r, std::uint32_t name) {
                return is_whole || slot_of(reading, name, r) == slot;
            };
            const bool one_calendar = asked_.readings[reading].of_groups.empty();
            for (const auto &[group, name, first] : touched_by(rows, asked_.by, own, one_calendar, here)) {
                if (group != everyone && !asked_.readings[reading].by_group) continue;
                tell_some<story>(rows, [&, name = name, from = first](std::size_t i) {
                    return is_whole || (belongs_to_outreach(rows[i].kind) ? here(rows[i], name) : i > from);
                });
                put_in_group(reading, slot, group, name, rows);
            }
        });
        held_.patient = false;
        say_if_silent(case_kind::prospect, rows, asked_.by.of(own), since);
    }

    void tell_rep(std::span<const record> rows) {
        tell<typename Stories::rep>(rows);
        naming names = names_nothing;
        for (std::size_t d = 0; d < asked_.by.size(); ++d)
            if (asked_.by[d].is_of_reps()) names[d] = rows.front().labels;
        put_all(rows, asked_.by.of(names));
    }

    /// Its sending comes first, whatever its other rows say about their time, and names its owner; what it
    /// does not name, the last row that does so names.
    void tell_message(std::span<const record> rows) {
        const std::size_t since = seen_so_far();
        message_.assign(rows.begin(), rows.end());
        const auto answers = std::stable_partition(
            message_.begin(), message_.end(), [](const record &r) { return r.kind == activity::email_sent; });
        naming names = last_naming(rows, asked_.by);
        const auto sent = static_cast<std::size_t>(answers - message_.begin());
        const naming sender = last_naming(std::span<const record>{message_}.first(sent), asked_.by);
        for (std::size_t d = 0; d < names.size(); ++d)
            if (sender[d] != unnamed) names[d] = sender[d];
        tell<typename Stories::message>(message_, [&](act &a) { a.message = rows.front().of; });
        const membership group = asked_.by.of(names);
        put_all(message_, group);
        say_if_silent(case_kind::message, rows, group, since);
    }

    // ---- if somebody asks which row told what

    [[nodiscard]] std::size_t seen_so_far() const {
        if constexpr (requires { out_.seen_so_far(); })
            if (asked_.rows_matter) return out_.seen_so_far();
        return 0;
    }
    /// If nothing was seen of a case `since` then, says that it was read.
    void say_if_silent(case_kind which, const auto &rows, const membership &group, std::size_t since) {
        if constexpr (requires { out_.seen_so_far(); }) {
            if (!asked_.rows_matter || out_.seen_so_far() != since) return;
            kinds all;
            const record *last = nullptr;
            for (const record &row : rows)
                if (row.is_event()) last = &row, static_cast<void>(all.insert(row.kind));
            if (last == nullptr) return;
            act a = act_of(*last, said_.channel(last->labels));
            if (!last->is_alone) name_case(a, which, last->of);
            const std::array groups{everyone, group.group};
            for (std::size_t reading = 0; reading < asked_.readings.size(); ++reading)
                out_.put_silent(place{reading, slot_of(reading, group.first, *last),
                                      std::span{groups}.first(asked_.readings[reading].by_group ? 2 : 1), in_,
                                      group.named, group.is_in, last->labels, last->of},
                                which, a, all, last->is_alone ? last->n : 1);
        }
    }
    static void name_case(act &a, case_kind which, std::uint64_t id) {
        if (which == case_kind::deal) a.deal = id_of(id);
        if (which == case_kind::lead) a.lead = id_of(id);
        if (which == case_kind::prospect) a.prospect = id_of(id);
        if (which == case_kind::customer) a.customer = id_of(id);
        if (which == case_kind::message) a.message = id_of(id);
    }

    // ---- one case through one story

    template <class Story> void tell(const auto &rows, auto &&change) {
        tell_some<Story>(
            rows, [](std::size_t) { return true; }, change);
    }
    template <class Story> void tell(const auto &rows) {
        tell<Story>(rows, [](act &) {});
    }
    template <class Story> void tell_some(const auto &rows, auto &&takes) {
        tell_some<Story>(rows, takes, [](act &) {});
    }
    /// The rows for which `takes(place)` holds, each as `change(act)` makes it.
    template <class Story> void tell_some(const auto &rows, auto &&takes, auto &&change) {
        Story story{};
        held_.clear();
        bool any = false;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const auto &row = rows[i];
            if (!row.is_event() || !Story::concerns.contains(row.kind) || !takes(i)) continue;
            act a = act_of(row, said_.channel(row.labels));
            if (in_.currency != money::any && in_.currency != row.currency) a.value = {};
            change(a);
            held_.row = i, any = true;
            if (row.is_alone)
                held_.times = row.n, story.record(a, held_);
            else if constexpr (requires { story.record(a, held_, row.n); })
                story.record(a, held_, row.n);
            else
                for (std::uint32_t n = row.n; n > 0; --n)
                    story.record(a, held_);
        }
        if (any) story.end(asked_.now, held_);
    }

    // ---- where facts are put

    void for_each_slot(auto &&f) {
        for (std::size_t reading = 0; reading < asked_.readings.size(); ++reading)
            for (std::size_t slot = 0; slot < asked_.readings[reading].most_slots(); ++slot)
                f(reading, slot);
    }
    /// An event without a date is only in the whole.
    [[nodiscard]] std::size_t slot_of(std::size_t reading, std::uint32_t first_name, const record &r) const {
        const slots &when = asked_.readings[reading].of(first_name);
        if (r.at == never) return when.size() == 1 ? 0 : when.size();
        return when.of(r.at);
    }

    /// The facts of the whole history.
    void put_all(const auto &rows, const membership &group) {
        put_each(rows, [&](std::size_t) { return group; });
    }
    void put_each(const auto &rows, auto &&group_at) {
        for (std::size_t reading = 0; reading < asked_.readings.size(); ++reading) {
            held_.for_each([&](auto &told) {
                take_no_time_from_no_date(told, rows);
                const record &row = rows[std::min(told.row, rows.size() - 1)];
                const membership &mine = group_at(told.row);
                const slots &when = asked_.readings[reading].of(mine.first);
                if (told.what.at.seconds != undated)
                    put(reading, when.of(told.what.at.seconds), mine, row, told);
                else if (when.size() == 1)
                    put(reading, 0, mine, row, told);
            });
        }
        held_.clear();
    }
    void put_in(std::size_t reading, std::size_t slot, const membership &group, const auto &rows) {
        held_.for_each([&](const auto &told) { put(reading, slot, group, rows[told.row], told); });
        held_.clear();
    }
    void put_in_group(std::size_t reading, std::size_t slot, std::uint32_t group, std::uint32_t first_name,
                      const auto &rows) {
        held_.for_each([&](const auto &told) {
            put(asked_.readings[reading].of(first_name),
                place{reading, slot, std::span{&group, 1}, in_, group != everyone, true,
                      rows[told.row].labels, rows[told.row].of},
                told.what, told.n);
        });
        held_.clear();
    }
    void put(std::size_t reading, std::size_t slot, const membership &mine, const record &row,
             const auto &told) {
        const std::array groups{everyone, mine.group};
        const std::size_t size = asked_.readings[reading].by_group ? 2 : 1;
        put(asked_.readings[reading].of(mine.first),
            place{reading, slot, std::span{groups}.first(size), in_, mine.named, mine.is_in, row.labels,
                  row.of, in_hours_},
            told.what, told.n);
    }
    /// Puts a fact of a period that begins with the slot; an act is put as it is.
    template <class Fact> void put(const slots &when, const place &where, const Fact &f, std::uint64_t n) {
        if constexpr (requires { f.in(kpi::instant{}, kpi::instant{}); }) {
            if (where.slot > 0) {
                const std::int64_t start = when.start(where.slot);
                Fact here = f.in({start}, {when.end(where.slot)});
                if (!stays_.empty()) here.fresh = !stays_.before(start);
                return out_.put(where, here, n);
            }
        }
        out_.put(where, f, n);
    }
    /// If it began with an event without a date, it took no time, unless the row tells one.
    static void take_no_time_from_no_date(auto &told, const auto &rows) {
        auto &elapsed = told.what.elapsed;
        const bool own = told.row < rows.size() && (rows[told.row].told & elapsed_told) != 0;
        const bool between =
            told.what.at.seconds == undated || (elapsed.has_value() && *elapsed > from_no_date);
        if (between && !own) elapsed = {};
    }

    log_in_parts &log_;
    log_in_parts &own_;
    const labels &said_;
    const question &asked_;
    Out &out_;
    std::span<const std::uint32_t> places_;
    cases<linked_record> linked_;
    cases<record> plain_;
    held held_;
    std::vector<record> message_;              ///< the rows of one
    std::vector<acts_together<Out>> together_; ///< of a prospect
    stays stays_;                              ///< of the customer whose facts are put
    money in_{asked_.amounts}; ///< what is told now: with all amounts, or those of one currency
    bool in_hours_{};          ///< ... in the hours of work
};

} // namespace report
