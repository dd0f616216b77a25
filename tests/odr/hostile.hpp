// SPDX-License-Identifier: MIT
#pragma once

/// Macros that other people's headers are known to define, with values that hurt wherever one of these names
/// is used. The standard headers come first: they undefine some of these, and what they do about the others
/// is not ours.

// clang-format off
#include <array>
#include <atomic>
#include <bit>
#include <climits>
#include <cmath>
#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <numbers>
#include <numeric>
#include <optional>
#include <ratio>
#include <span>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <version>

#if __has_include(<sys/sysmacros.h>)
#include <sys/sysmacros.h> // major, minor
#endif
#if __has_include(<termios.h>)
#include <termios.h>       // B0, B50, ECHO
#endif

#undef min
#undef max
#undef major
#undef minor
#undef unix
#undef linux
#undef assert
#define HOSTILE ]

// windows.h and what it includes
#define min(a, b)   HOSTILE
#define max(a, b)   HOSTILE
#define small       HOSTILE
#define near        HOSTILE
#define far         HOSTILE
#define hyper       HOSTILE
#define interface   HOSTILE
#define pascal      HOSTILE
#define IN          HOSTILE
#define OUT         HOSTILE
#define OPTIONAL    HOSTILE
#define ERROR       HOSTILE
#define DELETE      HOSTILE
#define IGNORE      HOSTILE
#define INFINITE    HOSTILE
#define STRICT      HOSTILE
#define ABSOLUTE    HOSTILE
#define RELATIVE    HOSTILE
#define DIFFERENCE  HOSTILE

// glibc's sys/sysmacros.h, and the dialects with GNU extensions
#define major(dev)  HOSTILE
#define minor(dev)  HOSTILE
#define unix        HOSTILE
#define linux       HOSTILE

// Arduino.h
#define abs(x)      HOSTILE
#define round(x)    HOSTILE
#define radians(x)  HOSTILE
#define degrees(x)  HOSTILE
#define sq(x)       HOSTILE
#define bit(b)      HOSTILE
#define word(...)   HOSTILE
#define constrain(x, low, high) HOSTILE
#define lowByte(w)  HOSTILE
#define highByte(w) HOSTILE
#define F(text)     HOSTILE
#define PI          HOSTILE
#define EULER       HOSTILE
#define HIGH        HOSTILE
#define LOW         HOSTILE
#define INPUT       HOSTILE
#define OUTPUT      HOSTILE
#define CHANGE      HOSTILE
#define DEFAULT     HOSTILE
#define INTERNAL    HOSTILE
#define EXTERNAL    HOSTILE

// assert.h, and the older macOS one
#define assert(x)   HOSTILE
#define check(x)    HOSTILE
#define require(x)  HOSTILE
#define verify(x)   HOSTILE

// curses, X11, Qt, PostgreSQL
#define OK          HOSTILE
#define ERR         HOSTILE
#define None        HOSTILE
#define Bool        HOSTILE
#define Status      HOSTILE
#define Success     HOSTILE
#define emit        HOSTILE
#define slots       HOSTILE
#define signals     HOSTILE
#define foreach(a, b) HOSTILE
#define Min(a, b)   HOSTILE
#define Max(a, b)   HOSTILE
#define likely(x)   HOSTILE
#define unlikely(x) HOSTILE
#define _(x)        HOSTILE
// clang-format on
