// SPDX-License-Identifier: MIT
#pragma once

/// Everything but export/. A program that uses one metric or one formula includes that header alone and compiles faster.

#include <kpi/accumulator/by.hpp>
#include <kpi/core/count.hpp>
#include <kpi/core/growth.hpp>
#include <kpi/sales/catalog.hpp>
#include <kpi/sales/dimensions.hpp>
#include <kpi/scorecard/scorecard.hpp>
#include <kpi/version.hpp>
