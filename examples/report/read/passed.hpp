// SPDX-License-Identifier: MIT
#pragma once

/// Values as bytes, from one process of a program to another on a machine of the same kind, and nowhere else
/// (coded.hpp is for bytes that are kept). A type that is more than its own bytes lists its members, for both
/// directions at once:
///
///     void pass(auto &through) { through(days_, lost_from_); }

#include <array>
#include <cstddef>
#include <cstring>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

namespace report {

template <class T, class Through>
concept passes_itself = requires(T &value, Through &through) {
    value.pass(through);
};

/// Writes values one after the other.
class bytes_writer {
public:
    void operator()(auto &...values) { (put(values), ...); }
    [[nodiscard]] std::string &bytes() { return bytes_; }

private:
    template <class T> void put(T &value) {
        if constexpr (passes_itself<T, bytes_writer>)
            value.pass(*this);
        else {
            static_assert(std::is_trivially_copyable_v<T>, "it has to say what it is made of: pass()");
            bytes_.append(static_cast<const char *>(static_cast<const void *>(&value)), sizeof value);
        }
    }
    void put(std::string &text) { put(std::as_const(text)); }
    void put(const std::string &text) {
        put_size(text.size());
        bytes_ += text;
    }
    template <class T> void put(std::optional<T> &value) {
        put_size(value ? 1 : 0);
        if (value) put(*value);
    }
    template <class T> void put(std::unique_ptr<T> &value) {
        put_size(value ? 1 : 0);
        if (value) put(*value);
    }
    template <class T, std::size_t N>
    requires(!std::is_trivially_copyable_v<T>) void put(std::array<T, N> &all) {
        for (T &each : all)
            put(each);
    }
    template <class T> void put(std::vector<T> &all) {
        put_size(all.size());
        for (T &each : all)
            put(each);
    }
    void put(std::vector<bool> &all) {
        put_size(all.size());
        for (const bool each : all)
            bytes_ += each ? '\1' : '\0';
    }
    template <class T> void put(std::set<T> &all) {
        put_size(all.size());
        for (const T &each : all)
            put(each);
    }
    template <class Key, class T> void put(std::map<Key, T> &all) { put_pairs(all); }
    template <class Key, class T> void put(std::unordered_map<Key, T> &all) { put_pairs(all); }
    template <class A, class B> void put(std::pair<A, B> &both) { put(both.first), put(both.second); }
    void put_pairs(auto &all) {
        put_size(all.size());
        for (auto &[key, value] : all)
            put(key), put(value);
    }
    void put_size(std::size_t size) { put(size); }

    std::string bytes_;
};

/// Reads them back in the same order. The bytes must stay; for bytes that no bytes_writer wrote, it throws a
/// logic_error.
class bytes_reader {
public:
    explicit bytes_reader(std::string_view bytes) : left_{bytes} {}

    void operator()(auto &...values) { (take(values), ...); }

private:
    template <class T> void take(T &value) {
        if constexpr (passes_itself<T, bytes_reader>)
            value.pass(*this);
        else {
            static_assert(std::is_trivially_copyable_v<T>, "it has to say what it is made of: pass()");
            const std::string_view from = take_bytes(sizeof value);
            std::memcpy(static_cast<void *>(&value), from.data(), from.size());
        }
    }
    void take(std::string &text) { text = take_bytes(take_size()); }
    template <class T> void take(std::optional<T> &value) {
        value.reset();
        if (take_size() != 0) take(value.emplace());
    }
    template <class T> void take(std::unique_ptr<T> &value) {
        value.reset();
        if (take_size() != 0) take(*(value = std::make_unique<T>()));
    }
    template <class T, std::size_t N>
    requires(!std::is_trivially_copyable_v<T>) void take(std::array<T, N> &all) {
        for (T &each : all)
            take(each);
    }
    template <class T> void take(std::vector<T> &all) {
        all.clear(), all.resize(take_size());
        for (T &each : all)
            take(each);
    }
    void take(std::vector<bool> &all) {
        all.assign(take_size(), false);
        for (std::size_t i = 0; i < all.size(); ++i)
            all[i] = take_bytes(1).front() != '\0';
    }
    template <class T> void take(std::set<T> &all) {
        all.clear();
        for (std::size_t left = take_size(); left > 0; --left) {
            T each{};
            take(each);
            all.insert(std::move(each));
        }
    }
    template <class Key, class T> void take(std::map<Key, T> &all) { take_pairs<Key>(all); }
    template <class Key, class T> void take(std::unordered_map<Key, T> &all) { take_pairs<Key>(all); }
    template <class A, class B> void take(std::pair<A, B> &both) { take(both.first), take(both.second); }
    template <class Key> void take_pairs(auto &all) {
        all.clear();
        for (std::size_t left = take_size(); left > 0; --left) {
            Key key{};
            take(key), take(all[key]);
        }
    }
    std::size_t take_size() {
        std::size_t size{};
        take(size);
        return size;
    }
    std::string_view take_bytes(std::size_t size) {
        if (size > left_.size()) throw std::logic_error{"less was sent than is there to be read"};
        const std::string_view bytes = left_.substr(0, size);
        left_.remove_prefix(size);
        return bytes;
    }

    std::string_view left_;
};

/// The values as bytes.
[[nodiscard]] std::string passed(auto &...values) {
    bytes_writer to;
    to(values...);
    return std::move(to.bytes());
}

} // namespace report
