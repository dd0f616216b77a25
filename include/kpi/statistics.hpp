// SPDX-License-Identifier: MIT
#pragma once

/// Includes everything in statistics/: what a sample can tell you. kpi.hpp leaves it out, so that a program
/// that only counts need not compile it.

#include <kpi/statistics/band.hpp>
#include <kpi/statistics/beta.hpp>
#include <kpi/statistics/comparison.hpp>
#include <kpi/statistics/confidence.hpp>
#include <kpi/statistics/confidence_sequence.hpp>
#include <kpi/statistics/correlation.hpp>
#include <kpi/statistics/exact_interval.hpp>
#include <kpi/statistics/false_discovery.hpp>
#include <kpi/statistics/fisher.hpp>
#include <kpi/statistics/gamma.hpp>
#include <kpi/statistics/incidence.hpp>
#include <kpi/statistics/interval.hpp>
#include <kpi/statistics/log_rank.hpp>
#include <kpi/statistics/mix.hpp>
#include <kpi/statistics/net_promoter.hpp>
#include <kpi/statistics/normal.hpp>
#include <kpi/statistics/poisson.hpp>
#include <kpi/statistics/quantile_interval.hpp>
#include <kpi/statistics/rank_correlation.hpp>
#include <kpi/statistics/rank_sum.hpp>
#include <kpi/statistics/ratio_estimate.hpp>
#include <kpi/statistics/shrinkage.hpp>
#include <kpi/statistics/skew.hpp>
#include <kpi/statistics/two_proportions.hpp>
