// How the figures that are asked first went from period to period, with the ranges of what was sampled.
import {dot, gridY, lineY, ruleX, ruleY} from "@observablehq/plot";
import {addsUp, completePeriods, isThere, rangeOf} from "./data.js";
import {el, isolated, named} from "./dom.js";
import {accent, chart, faint, quiet, told as toldClass} from "./chart.js";
import {cellsOf, columnsOfFigures, tellFigure} from "./cells.js";
import {inFull, inUnit, range, time} from "./units.js";

const mostCharts = 6;

/** What happened in the last complete period, without a claim: two values may differ by chance. */
const finding = (run, name, points) => {
  const complete = completePeriods(run);
  const of = (period) => points.find((p) => p.period === period && isThere(p.figure));
  const last = of(complete.at(-1)), before = of(complete.at(-2));
  const title = run.title(name);
  if (!last) return [title, ": no period of the log is complete"];
  const value = (p) => inFull(p.figure) + (range(p.figure) ? ` (${range(p.figure)})` : "");
  return [title, ": ", value(last), " in ", named(last.period, 30), before ? [" after ", value(before), " in ", named(before.period, 30)] : ""];
};

const axisText = (figure) => (value) => (figure.unit === "s" ? time(value) : inUnit(value, {...figure, interval: [0, 100]}));

/** Where all periods are of one year, the axis need not say it with each. */
const shortNames = (names) => {
  const year = /^\d{4}-?/.exec(names[0] ?? "")?.[0];
  return year && names.every((n) => n.startsWith(year) && n.length > year.length) ? (n) => n.slice(year.length) : (n) => n;
};

/** Few enough names for the width. */
const ticksFor = (names, width) => {
  const every = Math.ceil(names.length / Math.max(2, Math.floor(width / 60)));
  return names.filter((_, i) => i % every === 0);
};

const trend = (run, name) => {
  const points = run.ofGroups(name).map((figure, i) => ({figure, period: figure.group, mark: run.groups[i % run.groups.length].mark}))
    .map((p) => ({...p, value: isThere(p.figure) ? p.figure.value : NaN, ends: rangeOf(p.figure)}));
  const there = points.filter((p) => !Number.isNaN(p.value));
  if (there.length < 2 || there.some((p) => p.figure.currency !== there[0].figure.currency)) return null;
  const names = run.groups.map((g) => g.name), short = shortNames(names);
  const figure = there[0].figure;
  return chart({
    kind: `trend:${name}`,
    finding: finding(run, name, points),
    data: there,
    options: (width) => ({
      height: 190, marginLeft: 64, marginRight: 16, marginTop: 12, marginBottom: 28,
      x: {type: "point", domain: names, ticks: ticksFor(names, width - 80), tickFormat: (n) => isolated(short(n), 20), label: null, tickSize: 0},
      y: {zero: addsUp(figure), nice: true, ticks: 4, tickFormat: axisText(figure), label: null, tickSize: 0},
      marks: [
        gridY({stroke: faint, strokeOpacity: 1, ticks: 4}),
        addsUp(figure) ? ruleY([0], {stroke: quiet}) : null,
        ruleX(there.filter((p) => p.ends), {x: "period", y1: (p) => p.ends[0], y2: (p) => p.ends[1], stroke: accent, strokeOpacity: 0.35, strokeWidth: 5}),
        lineY(points, {x: "period", y: "value", stroke: accent, strokeWidth: 1.75}),
        dot(there, {x: "period", y: "value", r: 4, fill: (p) => (p.mark ? "var(--paper)" : accent), stroke: accent, strokeWidth: 1.75, className: toldClass}),
      ],
    }),
    tell: (p) => tellFigure(run, p.figure, undefined, [p.mark && (p.mark === "running" ? "This period is not over" : "The log begins within this period")]),
    columns: [...columnsOfFigures("Period"), {title: "Complete"}],
    rows: () => points.map((p) => [...cellsOf(p.figure, named(p.period)), p.mark ?? "yes"]),
  });
};

/** Which of the periods are hollow, once for all charts. */
export const trends = (report) => {
  const run = report.byPeriod;
  if (!run) return null;
  const settled = (name) => !(report.first.whole(name).open > 0); // what can still rise falls towards the last period
  const charts = report.askedFirst().filter(settled).map((name) => trend(run, name)).filter(Boolean).slice(0, mostCharts);
  const incomplete = run.groups.some((g) => g.mark !== null);
  return charts.length === 0 ? null : [
    el("div", {class: "charts"}, charts),
    el("p", {class: "note"}, "Broad lines are ranges: how far chance alone may have moved a share of so few cases.",
      incomplete ? " A hollow dot is a period that is not complete." : ""),
  ];
};
