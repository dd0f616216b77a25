// What works? The touches behind won and lost deals by channel, and at which touch prospects become customers.
import {dot, gridX, link, ruleX, ruleY, text} from "@observablehq/plot";
import {rangeOf} from "./data.js";
import {el} from "./dom.js";
import {accent, chart, faint, ink, quiet, told as toldClass} from "./chart.js";
import {cellsOf, columnsOfFigures, section, tellFigure} from "./cells.js";
import {counts, number, range, told, value} from "./units.js";

const won = "touches_per_won_deal", lost = "touches_per_lost_deal";
const caveat = "Lost deals may end before they are touched as often, so more touches are no proof that touches win.";

const channels = (run) => {
  const of = (name) => new Map(run.parts(name).map((f) => [f.name.slice(name.length + 2), f]));
  const inWon = of(won), inLost = of(lost);
  return [...new Set([...inWon.keys(), ...inLost.keys()])]
    .map((channel) => ({channel, won: inWon.get(channel), lost: inLost.get(channel)})).filter((c) => c.won?.value != null || c.lost?.value != null);
};

const byChannel = (run, rows) => {
  const points = rows.flatMap((row, i) => [{i, side: "lost", figure: row.lost, ...row}, {i, side: "won", figure: row.won, ...row}]).filter((p) => p.figure?.value != null);
  const most = points.reduce((m, p) => Math.max(m, p.figure.value), 0);
  const first = rows.reduce((a, b) => ((b.won?.value ?? 0) > (a.won?.value ?? 0) ? b : a));
  return chart({
    kind: "channels",
    finding: first.won ? `Won deals were touched most by ${first.channel}: ${value(first.won)} touches each (${counts(first.won)})${first.lost ? `, lost ones ${value(first.lost)} (${counts(first.lost)})` : ""}` : "Touches of lost deals by channel",
    data: points,
    options: () => ({
      height: rows.length * 40 + 54, marginLeft: 76, marginRight: 24, marginTop: 8, marginBottom: 40,
      x: {domain: [0, most * 1.1 || 1], label: "touches for each deal", labelAnchor: "center", labelArrow: "none", ticks: 5, tickSize: 0},
      y: {axis: null, type: "point", domain: rows.map((_, i) => i), padding: 0.5},
      marks: [
        gridX({stroke: faint, strokeOpacity: 1, ticks: 5}),
        ruleY(rows.filter((r) => r.won && r.lost), {x1: (r) => r.won.value, x2: (r) => r.lost.value, y: (r) => rows.indexOf(r), stroke: quiet, strokeWidth: 2}),
        dot(points, {x: (p) => p.figure.value, y: "i", r: 6, fill: (p) => (p.side === "won" ? accent : "var(--paper)"), stroke: (p) => (p.side === "won" ? accent : quiet), strokeWidth: 2, className: toldClass}),
        text(rows, {frameAnchor: "left", y: (_, i) => i, dx: -76, textAnchor: "start", text: "channel", fill: ink}),
      ],
    }),
    tell: (p) => tellFigure(run, p.figure, `${p.channel}, ${p.side} deals`),
    columns: columnsOfFigures("Channel"),
    rows: () => points.map((p) => cellsOf(p.figure, `${p.channel}, ${p.side} deals`)),
    notes: ["Filled dots are won deals, hollow ones lost deals. Touches of one deal are not independent, so their counts have no range."],
  });
};

const conversions = (run) => [...run.totals.values()].map(([f]) => f).filter((f) => /^conversion_at_touch_\d+$/.test(f.name) && f.value !== null);

const atTouch = (run, figures) => {
  const touch = (f) => Number(f.name.split("_").at(-1));
  const best = figures.reduce((a, b) => (b.value > a.value ? b : a));
  const ends = rangeOf(best);
  const alone = ends && figures.every((f) => f === best || (rangeOf(f) && rangeOf(f)[1] < ends[0]));
  return chart({
    kind: "conversion",
    finding: alone ? `More prospects became customers at touch ${touch(best)} than at any other: ${told(best)}` : `No touch stands out: the highest, touch ${touch(best)}, brought ${told(best)}, and ranges meet`,
    data: figures,
    options: () => ({
      height: 210, marginLeft: 48, marginRight: 12, marginTop: 12, marginBottom: 40,
      x: {type: "point", domain: figures.map(touch), label: "number of the touch", labelAnchor: "center", labelArrow: "none", tickSize: 0},
      y: {zero: true, label: null, ticks: 4, tickFormat: (n) => `${number(n, n % 1 ? 1 : 0)} %`, tickSize: 0, grid: true},
      marks: [
        ruleX(figures.filter(rangeOf), {x: touch, y1: (f) => rangeOf(f)[0], y2: (f) => rangeOf(f)[1], stroke: accent, strokeOpacity: 0.35, strokeWidth: 6}),
        dot(figures, {x: touch, y: "value", r: 5, fill: accent, className: toldClass}),
        ruleY([0], {stroke: quiet}),
      ],
    }),
    tell: (f) => tellFigure(run, f, `Touch ${touch(f)}`),
    columns: columnsOfFigures("Touch"),
    rows: () => figures.map((f) => cellsOf(f, String(touch(f)))),
    notes: ["Of the prospects who were touched that often, how many became customers then, with ranges."],
  });
};

export const touches = (report) => {
  const run = report.first, rows = channels(run), figures = conversions(run);
  const inWon = run.whole(won), inLost = run.whole(lost);
  const answer = inWon && inLost
    ? `Behind a won deal are ${value(inWon)} touches (${counts(inWon)}), behind a lost one ${value(inLost)} (${counts(inLost)}). ${caveat}`
    : "To say what works, the log must tell the touches of deals: calls, emails and meetings with the deal or the prospect they were about.";
  return section("works", "What works?", answer,
    el("div", {class: "charts"}, rows.length ? byChannel(run, rows) : null, figures.length > 1 ? atTouch(run, figures) : null));
};
