// SPDX-License-Identifier: MIT
// kpi-collector FOLDER: adds up a fleet of dialers that report over MQTT, and publishes the sum. A report is
// answered once it is on the disk: an answered report survives a crash of this program or of the broker, and
// a power cut. The README says more.

#include "../journal.hpp"
#include "../mqtt_client.hpp"
#include "../termination.hpp"
#include "options.hpp"
#include "sum_of_dialers.hpp"

#include <cstdio>
#include <exception>
#include <map>
#include <memory>
#include <string>
#include <utility>

namespace {

using namespace fleet;

class collector {
public:
    /// Reads what a folder holds. Returns what is wrong, or nothing.
    [[nodiscard]] std::string open(const std::string &folder) {
        return journal_.open(folder, [&](bytes group) {
            unpacker u{group};
            while (u.whole() && !u.left().empty()) {
                const std::string dialer = u.text();
                const auto r = read_report(u.block());
                if (!r || sum_.take(dialer, *r) == sum_of_dialers::taken::refused) return false;
            }
            return u.finished();
        });
    }
    void list() const {
        sum_.for_each([](const std::string &dialer, const report &r) {
            std::printf("%s %llu %u\n", dialer.c_str(), static_cast<unsigned long long>(r.key.epoch),
                        static_cast<unsigned>(r.key.sequence));
        });
    }

    int run(const options &o) {
        mqtt_client mqtt{o.who};
        mqtt.on_message = [&](std::string_view topic, bytes payload) { take(topic, payload); };
        mqtt.on_connect = [&] {
            mqtt.subscribe(std::string{topics_of_dialers} + "+/report");
            mqtt.subscribe(std::string{topics_of_dialers} + "+/online");
            changed_ = true;
        };
        mqtt.connect(o.broker);
        const termination ends;
        while (!ends.asked()) {
            mqtt.turn(std::chrono::milliseconds{50});
            if (!mqtt.refused().empty()) {
                std::fprintf(stderr, "the broker refuses: %s\n", mqtt.refused().c_str());
                return 1;
            }
            // Everything that has come meanwhile shares one wait for the disk.
            for (int more = 0; more < 1000 && std::exchange(came_, false); ++more)
                mqtt.turn(std::chrono::milliseconds{0});
            if (!keep(mqtt)) {
                std::perror("the reports cannot be kept");
                return 1;
            }
            tell(mqtt);
        }
        return 0;
    }

private:
    static constexpr std::uint64_t longest_journal = 16 << 20;

    void take(std::string_view topic, bytes payload) {
        came_ = true;
        const auto of = read_topic(topic);
        if (!of) return;
        const std::string dialer{of->name};
        if (of->leaf == "online") {
            sum_.online(dialer, payload.size() == 1 && payload[0] == std::byte{'1'});
            changed_ = true;
            return;
        }
        const auto r = read_report(payload);
        const auto answer = r ? sum_.take(dialer, *r) : sum_of_dialers::taken::refused;
        if (answer == sum_of_dialers::taken::refused) {
            std::fprintf(stderr, "%s: its report is refused: %s\n", dialer.c_str(),
                         r ? std::string{sum_.why_refused(dialer)}.c_str() : "it is damaged");
            return;
        }
        if (answer == sum_of_dialers::taken::newer) group_.text(dialer).block(payload);
        // Even for a known report: the first answer may have been lost.
        answers_[dialer] = {r->key.epoch, sum_.newest_of(dialer, r->key.epoch)};
    }
    [[nodiscard]] bool keep(mqtt_client &mqtt) {
        if (!group_.packed().empty()) {
            if (!journal_.append(group_.packed())) return false;
            group_ = {};
            changed_ = true;
            if (journal_.size() > longest_journal) {
                packer all;
                sum_.for_each(
                    [&](const std::string &dialer, const report &r) { all.text(dialer).block(packed(r)); });
                if (!journal_.replace(all.packed())) return false;
            }
        }
        for (const auto &[dialer, key] : answers_)
            mqtt.publish(std::string{topics_kept} + dialer, packed(key), false);
        answers_.clear();
        return true;
    }
    /// Publishes the sum if it has changed, at most twice a second.
    void tell(mqtt_client &mqtt) {
        const auto now = mqtt_client::clock::now();
        if (!changed_ || now < tell_at_) return;
        tell_at_ = now + std::chrono::milliseconds{500};
        changed_ = !mqtt.publish(std::string{topic_of_fleet}, sum_.json().dump(), true);
    }

    journal journal_{};
    sum_of_dialers sum_{};
    packer group_{};
    std::map<std::string, report_key> answers_{}; ///< the last key for each dialer that waits for an answer
    bool came_{}, changed_{true};
    mqtt_client::clock::time_point tell_at_{};
};

} // namespace

int main(int argc, char **argv) try {
    options o{"Adds up a fleet of dialers that report over MQTT.", "collector"};
    std::string folder;
    bool list = false;
    o.app.add_option("FOLDER", folder, "where the reports are kept")->required();
    o.app.add_flag("--list", list, "print what is kept, and end");
    CLI11_PARSE(o.app, argc, argv);

    const auto all = std::make_unique<collector>();
    if (const std::string wrong = all->open(folder); !wrong.empty()) {
        std::fprintf(stderr, "%s\n", wrong.c_str());
        return 1;
    }
    if (list) return all->list(), 0;
    o.read_password();
    return all->run(o);
} catch (const std::exception &e) {
    std::fprintf(stderr, "%s\n", e.what());
    return 1;
}
