// SPDX-License-Identifier: MIT
// Every function of statistics/ in float, of figures that the compiler does not know: an object that must not
// name a function of the soft double.

#include <kpi/accumulator/life_table.hpp>
#include <kpi/accumulator/two_stream_evidence.hpp>
#include <kpi/statistics/comparison.hpp>
#include <kpi/statistics/confidence_sequence.hpp>
#include <kpi/statistics/correlation.hpp>
#include <kpi/statistics/exact_interval.hpp>
#include <kpi/statistics/false_discovery.hpp>
#include <kpi/statistics/fisher.hpp>
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
#include <kpi/statistics/two_proportions.hpp>

#include <array>
#include <cstdint>
#include <optional>

using namespace kpi;
using namespace kpi::statistics;
using rate = proportion<std::uint32_t>;

extern struct given {
    rate a, b;
    std::array<rate, 8> before, now;
    score<std::uint32_t> survey;
    pair_sums sums;
    std::array<float, 8> figures;
    std::array<std::uint32_t, 9> some, others;
    std::array<point<float>, 9> points;
    std::array<course<std::uint32_t>, 9> cases;
    life_table<24, 30> table;
    two_stream_evidence<1, 1, float> evidence;
    float x;
} of;

volatile float shown;

static void show(float number) { shown = number; }
static void show(const interval<float> &range) { shown = range.low + range.high; }
template <class T> void show(const std::optional<T> &told) {
    if (told) show(*told);
}

void intervals();
void intervals() {
    show(wilson<float>(of.a, z_of(confidence{of.x})));
    show(clopper_pearson<float>(of.a, confidence{of.x}));
    show(jeffreys<float>(of.a, level::of_90));
    show(newcombe<float>(of.a, of.b));
    show(koopman<float>(of.a, of.b));
    show(poisson_interval<float>(of.a.part));
    show(widened(*ratio_of_counts<float>(of.a.part, of.b.part, level::of_95, of.x), of.x, of.x));
    show(net_promoter_interval<float>(of.survey));
    show(net_promoter_difference<float>(of.survey, of.survey));
    show(pearson_interval(*pearson<float>(of.points), of.a.whole));
    show(spearman_interval(*spearman<float>(of.points), of.a.whole));
    show(ratio_interval<float>(of.sums));
    show(confidence_sequence<float>(of.a));
    if (const auto ranks = quantile_ranks<float>(of.a.whole, of.b)) show(static_cast<float>(ranks->lower));
}

void tests();
void tests() {
    show(z<float>(of.a, of.b));
    show(fisher_mid_p<float>(of.a, of.b));
    show(differ<float>(of.a, of.b) ? 1.0f : 0.0f);
    show(log_evidence_against<float>(of.a, of.x));
    show(index_of_dispersion<float>(of.some));
    show(benjamini_hochberg(of.figures));
    if (const auto test = log_rank<float>(of.cases, of.cases)) show(test->p);
    if (const auto test = rank_sum<float>(of.some, of.others)) show(test->p);
    if (const auto apart = shift_between<float>(of.some, of.others)) show(static_cast<float>(apart->value));
    if (const auto prior = fit_beta_prior<float>(of.now)) show(prior->shrunk(of.a));
    if (const auto change = mix<float>(of.before, of.now)) show(change->total());
    of.evidence.record({true, false});
    show(of.evidence.value());
}

void curves();
void curves() {
    if (const auto curve = incidence_at<float>(of.cases, 1, 5)) show(curve->range());
    if (const auto time = incidence_quantile<float>(of.cases, 1, of.x)) show(static_cast<float>(*time));
    if (const auto curve = of.table.within<float>(48, 1)) show(curve->value());
}

void distributions();
void distributions() {
    show(normal_cdf(of.x)), show(normal_quantile(of.x)), show(student_quantile(of.x, of.x));
    show(incomplete_gamma(of.x, of.x)), show(gamma_quantile(of.x, of.x)), show(log_gamma(of.x));
    show(incomplete_beta(of.x, of.x, of.x)), show(beta_quantile(of.x, of.x, of.x));
}
