// SPDX-License-Identifier: MIT
#include "read/json_line.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>

namespace report {
namespace {

using nlohmann::json;

/// Takes what the parser meets, in order. Each handler returns whether to go on.
class json_members : public nlohmann::json_sax<json> {
public:
    explicit json_members(std::vector<json_line::member> &into) : into_{into} {}

    [[nodiscard]] const std::string &fault() const { return fault_; }

    bool null() override { return add(is_in_cell() ? "null" : ""); }
    bool boolean(bool value) override { return add(value ? "true" : "false"); }
    bool number_integer(std::int64_t value) override {
        return add(value == 0 ? "-0" : std::to_string(value)); // otherwise it would be unsigned
    }
    bool number_unsigned(std::uint64_t value) override { return add(std::to_string(value)); }
    bool number_float(double, const std::string &written) override { return add(written); }
    bool string(std::string &value) override { return add(is_in_cell() ? json(value).dump() : value); }
    bool binary(json::binary_t &) override { return refuse("binary data"); } // which no text contains

    bool start_object(std::size_t) override {
        if (is_in_cell()) add_piece("{");
        return open();
    }
    bool key(std::string &name) override {
        if (is_in_cell()) {
            add_piece(json(name).dump() + ':');
        } else {
            path_.resize(open_.back());
            path_ += (path_.empty() ? "" : ".") + name;
        }
        return true;
    }
    bool end_object() override {
        close("}");
        return true;
    }
    bool start_array(std::size_t) override {
        if (!add("[")) return false;
        ++arrays_;
        return open();
    }
    bool end_array() override {
        close("]");
        --arrays_;
        return true;
    }
    /// `[json.exception.parse_error.101] parse error at line 1, column 9: syntax error while parsing value -
    /// invalid literal; last read: 'x'; expected ...`, of which each file has a few reasons, and no texts.
    bool parse_error(std::size_t, const std::string &, const json::exception &error) override {
        const std::string what = error.what();
        const std::size_t dash = what.find(" - ");
        std::string reason = dash == std::string::npos ? "a number out of range" : what.substr(dash + 3);
        return refuse(reason.substr(0, reason.find("; last read")));
    }

private:
    bool refuse(const std::string &why) {
        if (fault_.empty()) fault_ = "no JSON object: " + why;
        return false;
    }
    /// An object or array; names inside it continue the path that is known so far.
    bool open() {
        if (open_.size() == json_line::deepest) return refuse("too many objects in each other");
        open_.push_back(path_.size());
        return true;
    }
    void close(const char *mark) {
        open_.pop_back();
        if (!is_in_cell()) return;
        into_.back().text += mark;
    }
    /// Whether it is inside an array, which is one cell with all its contents.
    [[nodiscard]] bool is_in_cell() const { return arrays_ != 0; }
    bool add(const std::string &text) {
        if (open_.empty()) return refuse("another value");
        if (is_in_cell())
            add_piece(text);
        else
            into_.push_back({path_, text});
        return true;
    }
    void add_piece(const std::string &text) {
        std::string &cell = into_.back().text;
        const bool is_first = cell.ends_with('[') || cell.ends_with('{') || cell.ends_with(':');
        cell += (is_first ? "" : ",") + text;
    }

    std::vector<json_line::member> &into_;
    std::vector<std::size_t> open_;
    std::string path_, fault_;
    std::size_t arrays_{};
};

} // namespace

std::string_view json_line::read(std::string_view line) {
    members_.clear();
    json_members found{members_};
    if (json::sax_parse(line.begin(), line.end(), &found)) return {};
    return fault_ = found.fault();
}

} // namespace report
