// Are we on track? Each target as a bullet chart: how much of it is reached, and with what range.
import {barX, ruleX, ruleY, text, tickX} from "@observablehq/plot";
import {isThere, rangeOf} from "./data.js";
import {el, isolated, named} from "./dom.js";
import {accent, chart, faint, ink, pale, quiet, told as toldClass} from "./chart.js";
import {cellsOf, columnsOfFigures, option, section, tellFigure} from "./cells.js";
import {counts, inFull, inUnit, lower, number, plural, range, value} from "./units.js";

const mostBullets = 24;

/** The whole's targets, and those of groups that have their own: a rep's quota. */
const targetsOf = (report) => {
  const wholes = report.runs.flatMap((run) => [...run.totals.values()].flat().filter((f) => f.target).map((figure) => ({run, figure})));
  const first = [...new Map(wholes.map((t) => [t.figure.name + t.figure.currency, t])).values()];
  const names = new Set(first.map((t) => t.figure.name));
  const own = (report.byGroup ? [...report.byGroup.byGroup.entries()] : [])
    .flatMap(([name, figures]) => (names.has(name) && figures[0]?.kind === "proportion" ? [] : figures))
    .filter((f) => f.target).map((figure) => ({run: report.byGroup, figure}));
  return [...first, ...own];
};

const wanted = (figure) => inUnit(figure.target.value, figure) + (figure.target_to ? ` to ${inUnit(figure.target_to.value, figure)}` : "");

const verdictText = (figure) =>
  figure.reached === true ? "reached" : figure.reached === false ? "missed"
    : figure.verdict === "not enough data" ? "too early to tell" : figure.verdict ?? "no verdict";

/** Everything in hundredths of the target. */
const bullet = ({run, figure}) => {
  const of = (n) => (100 * n) / figure.target.value;
  const ends = rangeOf(figure);
  return {
    run, figure,
    value: isThere(figure) ? of(figure.value) : 0, low: ends ? of(ends[0]) : NaN, high: ends ? of(ends[1]) : NaN,
    to: figure.target_to ? of(figure.target_to.value) : NaN, verdict: verdictText(figure),
  };
};

const subject = ({run, figure}) =>
  figure.group === null ? run.title(figure.name) : [named(figure.group), "’s ", lower(run.title(figure.name))];

const reachedOf = (figure) => (isThere(figure) && figure.target.value > 0 ? figure.value / figure.target.value : NaN);

/** What all reps together reached of their quotas. */
const quotas = (run) => [...run.totals.values()].flat().filter((f) => /^quota_attainment_of_(?!.*_without_)/.test(f.name) && isThere(f))
  .map((f) => `Together the reps reached ${value(f)} of their quotas of ${lower(run.title(f.name.slice("quota_attainment_of_".length)))} (n ${f.n}). `);

const answer = (report, targets) => {
  const missed = targets.filter((t) => t.figure.reached === false), reached = targets.filter((t) => t.figure.reached === true);
  const open = targets.length - missed.length - reached.length;
  const first = [...(missed.length ? missed : targets)].sort((a, b) => reachedOf(a.figure) - reachedOf(b.figure))[0];
  const counted = counts(first.figure) || `n ${number(first.figure.n)}`;
  return [...quotas(report.first), `${number(reached.length)} of ${plural(targets.length, "target")} ${reached.length === 1 ? "is" : "are"} reached`,
    missed.length ? `, ${number(missed.length)} missed` : "", open ? `, ${number(open)} cannot be judged yet` : "",
    ". ", missed.length && first.figure.better !== "less" ? "Furthest behind: " : "", subject(first),
    ` is ${inFull(first.figure)}${range(first.figure) ? ` (${range(first.figure)})` : ""}, ${counted}, and should be ${wanted(first.figure)}.`];
};

const label = ({run, figure}, ofOneMetric) =>
  figure.group === null ? run.title(figure.name)
    : ofOneMetric ? isolated(figure.group, 40) : `${isolated(figure.group, 40)}: ${lower(run.title(figure.name))}`;

const finding = (shown) => {
  const groups = shown.filter((b) => b.figure.group !== null), all = groups.length > 1 ? groups : shown;
  const [last, first] = [all[0], all.at(-1)].sort((a, b) => a.value - b.value);
  const of = (b) => [b.figure.group === null ? b.run.title(b.figure.name) : named(b.figure.group), ` is at ${Math.round(b.value)} %`];
  return all.length > 1 && first.value > last.value ? [of(first), " of the target, ", of(last)]
    : [of(first), " of the target"];
};

const bullets = (targets) => {
  const usable = targets.filter((t) => t.figure.target.value > 0).map(bullet);
  const shown = [...usable.filter((b) => b.figure.group === null), ...usable.filter((b) => b.figure.group !== null).sort((a, b) => b.value - a.value)].slice(0, mostBullets);
  const ofOneMetric = new Set(shown.map((b) => b.figure.name)).size === 1;
  const most = Math.min(200, Math.max(110, ...shown.map((b) => b.value), ...shown.map((b) => b.high || 0)) + 5);
  const within = (x) => Math.min(x, most);
  return shown.length === 0 ? null : chart({
    kind: "targets",
    finding: finding(shown),
    data: shown,
    options: (width) => {
      const narrow = width < 620, names = narrow ? 8 : ofOneMetric ? 130 : 250;
      return {
        height: (narrow ? 46 : 30) * shown.length + 50, marginLeft: names, marginRight: narrow ? 90 : 120, marginTop: 8, marginBottom: 36,
        x: {domain: [0, most], label: "% of the target", labelAnchor: "center", labelArrow: "none", ticks: 5, tickSize: 0},
        y: {axis: null, domain: shown.map((_, i) => i), padding: narrow ? 0.62 : 0.45},
        marks: [
          barX(shown, {x1: 0, x2: most, y: (_, i) => i, fill: pale}),
          barX(shown, {x1: 0, x2: (b) => within(b.value), y: (_, i) => i, fill: (b) => (b.figure.reached === false ? quiet : accent), className: toldClass}),
          ruleY(shown, {x1: (b) => within(b.low), x2: (b) => within(b.high), y: (_, i) => i, stroke: ink, strokeWidth: 1.5}),
          ruleX([100], {stroke: ink, strokeWidth: 2}),
          tickX(shown.filter((b) => b.to), {x: (b) => within(b.to), y: (b) => shown.indexOf(b), stroke: ink, strokeDasharray: "3,2"}),
          text(shown, {x: 0, y: (_, i) => i, text: (b) => label(b, ofOneMetric), textAnchor: "start", dx: narrow ? 0 : -names, dy: narrow ? -16 : 0, fill: ink,
            lineWidth: (narrow ? width : names - 8) / 14, textOverflow: "ellipsis"}),
          text(shown, {x: most, y: (_, i) => i, text: (b) => `${Math.round(b.value)} %, ${b.verdict}`, textAnchor: "start", dx: 8, fill: ink, lineWidth: 14}),
        ],
      };
    },
    tell: (b) => tellFigure(b.run, b.figure, undefined, [`Wanted: ${wanted(b.figure)}; ${b.verdict}`]),
    columns: [...columnsOfFigures("Metric"), {title: "Target", numeric: true}, {title: "Verdict"}],
    rows: () => targets.map(({run, figure}) => [...cellsOf(figure, figure.group === null ? run.title(figure.name) : [named(figure.group), ": ", run.title(figure.name)]), wanted(figure), verdictText(figure)]),
    notes: ["The bar is the value in hundredths of its target, grey where that is missed; a line through it is its range. A share of cases is reached or missed only if its whole range is.",
      targets.length > mostBullets ? `${targets.length - mostBullets} more are in the table.` : ""],
  });
};

export const onTrack = (report, trendCharts) => {
  const targets = targetsOf(report);
  const first = (report.byPeriod ?? report.first).json.headline[0];
  const known = first ? [" What the log says: ", el("bdi", {}, first.text)] : "";
  return section("track", "Are we on track?",
    targets.length ? answer(report, targets)
      : ["No target is set, so nobody can say: ", option("--target win_rate=25%"), " sets one, and ", option("--team FILE"), " brings quotas.", known],
    targets.length ? bullets(targets) : null, trendCharts);
};
