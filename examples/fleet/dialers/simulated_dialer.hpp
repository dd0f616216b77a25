// SPDX-License-Identifier: MIT
#pragma once

/// A dialer to which everything happens: it loses its power in the middle of a save, its flash, its network;
/// it gets a newer firmware; its messages come twice and in the wrong order. The seed decides its calls, and
/// what happens after which call. What is under way in the meantime depends on the machine.

#include "../mqtt_client.hpp"
#include "dialer.hpp"
#include "happenings.hpp"
#include "truth.hpp"

#include <sys/socket.h>

#include <memory>
#include <random>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace fleet {

class simulated_dialer {
public:
    using clock = mqtt_client::clock;

    /// `number` is the dialer's number; it makes `calls` calls. Every eighth dialer begins with the old
    /// firmware, and keeps it if it is `left_behind`.
    simulated_dialer(login who, const broker_address &broker, std::uint64_t seed, std::uint32_t number,
                     std::uint64_t calls, bool chaos, happenings &all)
        : who_{std::move(who)}, broker_{broker}, random_{seed * 1'000'003 + number}, weather_{~seed},
          number_{number}, calls_{calls}, chaos_{chaos}, all_{all}, old_{chaos && number % 8 == 0},
          left_behind_{number % 40 == 0} {
        start();
    }

    /// Does whatever there is to do now.
    void step() {
        if (mqtt_) mqtt_->turn(std::chrono::milliseconds{0});
        if (cut_off_for_ > 0) {
            // Calls go on without a network.
            make_calls();
            if (--cut_off_for_ == 0) connect();
            return;
        }
        if (!mqtt_->connected()) return;
        const bool waits = reported_ != kept_;
        if (waits && clock::now() >= repeat_at_) return report_now();
        if (done() || (waits && weather_() % 50 != 0)) return;
        if (!chaos_ || !something_happens()) make_calls(), report_now();
    }
    /// Whether all calls are made, and the collector keeps them.
    [[nodiscard]] bool done() const { return made_ >= calls_; }
    [[nodiscard]] bool settled() const {
        return done() && cut_off_for_ == 0 && reported_ == kept_ && key() == kept_;
    }

    [[nodiscard]] const mqtt_client *mqtt() const { return mqtt_.get(); }
    [[nodiscard]] const std::string &name() const { return who_.name; }
    [[nodiscard]] const truth &what_happened() const { return truth_; }
    [[nodiscard]] std::uint64_t made() const { return made_; }

private:
    /// True one time in n.
    [[nodiscard]] bool chance(std::uint32_t n) { return random_() % n == 0; }

    void start() {
        flash_.restart();
        const std::uint64_t unused = std::uint64_t{number_} << 32 | ++epochs_;
        if (old_)
            firmware_.emplace<dialer<old_counters>>(flash_, unused);
        else
            firmware_.emplace<dialer<counters>>(flash_, unused);
        find_again();
        if (old_) truth_.old_firmware(key().epoch);
        if (key().epoch != reported_.epoch) reported_ = kept_ = {};
        connect();
    }
    /// Takes what the flash gave back: what was last saved, or what was being saved when the power failed.
    void find_again() {
        if (key().sequence == 0) counts_ = saved_ = {};
        if (key().sequence != saved_.calls) {
            if (key().sequence != counts_.calls)
                throw std::logic_error{who_.name + " has lost what it saved"};
            const std::uint64_t more = counts_.calls - saved_.calls;
            made_ += more, all_.calls += more, all_.unsaved -= more;
            saved_ = counts_;
            truth_.saved(key(), saved_);
        }
        counts_ = saved_;
    }
    void connect() {
        mqtt_ = std::make_unique<mqtt_client>(who_);
        mqtt_->last_will(topic_of(who_.name, "online"), "0");
        mqtt_->on_connect = [this] {
            mqtt_->publish(topic_of(who_.name, "online"), "1", true);
            mqtt_->subscribe(std::string{topics_kept} + who_.name);
            report_now();
        };
        mqtt_->on_message = [this](std::string_view, bytes payload) {
            const auto key = read_key(payload);
            if (!key) return;
            truth_.kept(*key);
            if (key->epoch == reported_.epoch && key->sequence >= kept_.sequence) kept_ = *key;
        };
        mqtt_->connect(broker_);
    }

    void make_calls() {
        const auto n = std::min<std::uint64_t>(1 + random_() % 100, calls_ - made_);
        for (std::uint64_t i = 0; i < n; ++i) {
            const firmware::call c = next_call();
            std::visit([&](auto &f) { record_in(f, c); }, firmware_);
            counts_.record(c);
        }
        if (save())
            made_ += n, all_.calls += n;
        else
            all_.unsaved += n;
    }
    [[nodiscard]] bool save() {
        if (!std::visit([](auto &f) { return save_in(f); }, firmware_)) return false;
        saved_ = counts_;
        truth_.saved(key(), saved_);
        return true;
    }
    void report_now() {
        if (key().sequence == 0) return;
        const std::vector<std::byte> now = std::visit([](const auto &f) { return report_of(f); }, firmware_);
        send(now);
        if (key().epoch != reported_.epoch) kept_ = {};
        reported_ = key();
        repeat_at_ = clock::now() + std::chrono::seconds{1};
        if (chaos_ && !before_.empty() && weather_() % 20 == 0) send(before_), ++all_.repeated;
        before_ = now;
    }
    void send(bytes report) {
        mqtt_->publish(topic_of(who_.name, "report"), report, false);
        ++all_.reports;
    }

    [[nodiscard]] bool something_happens() {
        if (chance(60)) return lose_power(), true;
        if (chance(150)) return lose_network(), true;
        if (chance(400)) return lose_flash(), true;
        if (old_ && !left_behind_ && chance(60)) {
            old_ = false;
            ++all_.updates;
            truth_.old_firmware(key().epoch);
            return start(), true;
        }
        return false;
    }
    /// Counts calls; before, during or after their save the power fails.
    void lose_power() {
        ++all_.power_cuts;
        flash_.fail_after(static_cast<std::uint32_t>(random_() % 80));
        make_calls();
        mqtt_.reset(); // without a word
        start();
    }
    void lose_network() {
        ++all_.network_cuts;
        shutdown(mqtt_->socket(), SHUT_RDWR);
        mqtt_.reset();
        cut_off_for_ = 1 + static_cast<std::uint32_t>(random_() % 5);
    }
    /// Exchanges the dialer. Whatever it has not reported is lost.
    void lose_flash() {
        ++all_.flashes_lost;
        flash_.wipe();
        mqtt_.reset();
        start();
    }

    [[nodiscard]] firmware::call next_call() {
        using kpi::sales::activity;
        static constexpr activity outcomes[]{
            activity::conversation,     activity::no_answer, activity::voicemail,    activity::no_answer,
            activity::operator_reached, activity::busy,      activity::conversation, activity::abandoned};
        const std::uint64_t r = random_();
        return {.at = {1'700'000'000u + static_cast<std::uint32_t>(made_) * 5u},
                .kind = outcomes[r % 8],
                .line = static_cast<std::uint8_t>(r >> 8 & 3u),
                .elapsed = static_cast<std::uint32_t>(r >> 16 & 0xffu)};
    }

    // Before its first start a dialer has no firmware.
    static void record_in(std::monostate &, const firmware::call &) {}
    template <class C> static void record_in(dialer<C> &d, const firmware::call &c) { d.record(c); }
    [[nodiscard]] static bool save_in(std::monostate &) { return false; }
    template <class C> [[nodiscard]] static bool save_in(dialer<C> &d) { return d.save(); }
    [[nodiscard]] static std::vector<std::byte> report_of(const std::monostate &) { return {}; }
    template <class C> [[nodiscard]] static std::vector<std::byte> report_of(const dialer<C> &d) {
        return d.report_bytes();
    }
    [[nodiscard]] static report_key key_of(const std::monostate &) { return {}; }
    template <class C> [[nodiscard]] static report_key key_of(const dialer<C> &d) { return d.key(); }
    [[nodiscard]] report_key key() const {
        return std::visit([](const auto &f) { return key_of(f); }, firmware_);
    }

    login who_;
    broker_address broker_;
    std::mt19937_64 random_, weather_; ///< for what happens; for what may come before or after it
    std::uint32_t number_;
    std::uint64_t calls_, made_{};
    bool chaos_;
    happenings &all_;
    bool old_, left_behind_;

    torn_flash flash_{};
    std::variant<std::monostate, dialer<old_counters>, dialer<counters>> firmware_{};
    std::uint32_t epochs_{};
    plain_counts counts_{}, saved_{};
    truth truth_{};

    std::unique_ptr<mqtt_client> mqtt_{};
    report_key reported_{}, kept_{};
    std::vector<std::byte> before_{};
    clock::time_point repeat_at_{};
    std::uint32_t cut_off_for_{};
};

} // namespace fleet
