// How fast are we? Half, nine in ten and the longest of each time that is measured, and what has not ended yet.
import {areaY, axisX, barY, dot, gridX, gridY, lineY, ruleY, text} from "@observablehq/plot";
import {el} from "./dom.js";
import {accent, chart, faint, ink, quiet, told as toldClass} from "./chart.js";
import {cellsOf, columnsOfFigures, option, section, tellFigure} from "./cells.js";
import {counts, inUnit, number, plural, range, seconds, timeTick, timeTicks, value} from "./units.js";

const title = (run, figure) => run.title(figure.name).replace(/, median\b/, "");

/** What is asked first stands first. */
const timesOf = (run) => {
  const found = [...run.totals.values()].map(([f]) => f).filter((f) => f.kind === "quantiles" && f.value !== null && (f.unit === "s" || f.unit === "days"));
  const place = (f) => { const at = run.json.asked_first.indexOf(f.name); return at < 0 ? found.length + 99 : at; };
  return found.sort((a, b) => place(a) - place(b));
};

const within = (run, figure) => [`${title(run, figure)}: half took ${value(figure)} or less`,
  figure.p90 !== null && figure.p90 !== undefined ? `, nine in ten ${inUnit(figure.p90, figure)} or less` : "", ` (${counts(figure)})`].join("");

const spread = (run, figures) => {
  const rows = figures.map((figure, i) => {
    const of = (n) => (n === null || n === undefined ? NaN : Math.max(1, seconds(figure, n)));
    return {figure, i, half: of(figure.value), most: of(figure.p90), max: of(figure.max)};
  });
  const ends = rows.flatMap((r) => [r.half, r.most, r.max]).filter((n) => n > 0);
  const domain = [Math.min(...ends) / 1.6, Math.max(...ends) * 1.6];
  return chart({
    kind: "times",
    finding: within(run, figures[0]),
    data: rows,
    options: (width) => {
      const narrow = width < 560, names = narrow ? 10 : 130;
      const ticks = timeTicks.filter((t) => t >= domain[0] && t <= domain[1]).filter((_, i) => !narrow || i % 2 === 0);
      return {
        height: rows.length * (narrow ? 48 : 36) + 40, marginLeft: names, marginRight: narrow ? 12 : 20, marginTop: narrow ? 18 : 4, marginBottom: 28,
        x: {type: "log", domain, axis: null},
        y: {axis: null, type: "point", domain: rows.map((r) => r.i), padding: 0.5},
        marks: [
          gridX(ticks, {stroke: faint, strokeOpacity: 1}),
          axisX(ticks, {text: timeTick, tickSize: 0, label: null}),
          ruleY(rows, {x1: "half", x2: (r) => (Number.isNaN(r.max) ? r.most : r.max), y: "i", stroke: quiet, strokeWidth: 1}),
          ruleY(rows, {x1: "half", x2: "most", y: "i", stroke: accent, strokeWidth: 5, strokeOpacity: 0.45}),
          dot(rows.filter((r) => !Number.isNaN(r.max)), {x: "max", y: "i", r: 2.5, fill: quiet}),
          dot(rows, {x: "half", y: "i", r: 5, fill: accent, className: toldClass}),
          text(rows, {frameAnchor: "left", y: "i", dx: narrow ? 0 : -names, dy: narrow ? -17 : 0, textAnchor: "start", fill: ink, text: (r) => (narrow ? `${title(run, r.figure)}: ${value(r.figure)}` : title(run, r.figure))}),
          narrow ? null : text(rows, {x: "half", y: "i", dy: -12, text: (r) => value(r.figure), fill: ink}),
        ],
      };
    },
    tell: (r) => ({
      title: title(run, r.figure),
      lines: [`Half: ${value(r.figure)} or less`, Number.isNaN(r.most) ? "" : `Nine in ten: ${inUnit(r.figure.p90, r.figure)} or less`,
        Number.isNaN(r.max) ? "" : `The longest: ${inUnit(r.figure.max, r.figure)}`, `n ${number(r.figure.n)}`],
    }),
    columns: [{title: "Time"}, {title: "Half", numeric: true}, {title: "Nine in ten", numeric: true}, {title: "Longest", numeric: true}, {title: "n", numeric: true}],
    rows: () => figures.map((f) => [title(run, f), value(f), f.p90 == null ? "–" : inUnit(f.p90, f), f.max == null ? "–" : inUnit(f.max, f), number(f.n)]),
    notes: ["The dot is the time that half took or less; the broad line reaches to nine in ten, the thin one to the longest. The axis is logarithmic."],
  });
};

const openDeals = (run) => {
  const open = run.whole("open_deals");
  return open && open.value > 0 ? `${plural(open.value, "deal")} ${open.value === 1 ? "is" : "are"} still open and in none of these: they may take longer.` : "";
};

const cycles = (run) => {
  const bands = run.parts("won_deals_by_cycle_length").filter((f) => f.value !== null);
  if (bands.length === 0 || bands.every((f) => f.n === 0)) return null;
  const names = bands.map((f) => f.name.split(": ")[1].replace(/ days$/, ""));
  const most = bands.reduce((a, b) => (b.value > a.value ? b : a));
  return chart({
    kind: "cycles",
    finding: `${value(most)} of the won deals took ${names[bands.indexOf(most)]} days (${counts(most)})`,
    data: bands,
    options: (width) => ({
      height: width < 440 ? 240 : 210, marginLeft: 40, marginRight: 8, marginTop: 26, marginBottom: width < 440 ? 66 : 40,
      x: {domain: names, tickRotate: width < 440 ? -40 : 0, label: "days from opening to winning", labelAnchor: "center", labelArrow: "none", tickSize: 0, padding: 0.15},
      y: {label: null, ticks: 4, tickFormat: (n) => `${n} %`, tickSize: 0, zero: true},
      marks: [
        barY(bands, {x: (_, i) => names[i], y: "value", fill: (f) => (f === most ? accent : quiet), className: toldClass}),
        text(bands, {x: (_, i) => names[i], y: "value", dy: -8, text: (f) => number(f.numerator), fill: ink}),
        ruleY([0], {stroke: quiet}),
      ],
    }),
    tell: (f) => tellFigure(run, f),
    columns: columnsOfFigures("Days"),
    rows: () => bands.map((f, i) => cellsOf(f, names[i])),
    notes: [openDeals(run)],
  });
};

const mostCurves = 2;

/** What is asked first stands first. */
const curvesOf = (run) => {
  const place = ({metric}) => { const at = run.json.asked_first.indexOf(metric); return at < 0 ? run.json.incidence.length + 99 : at; };
  return [...run.json.incidence].sort((a, b) => place(a) - place(b)).filter(({points}) => points.length > 2).slice(0, mostCurves);
};

/** The share that had come to its end by a day, whatever is still open. */
const incidence = (run, {metric, points}) => {
  const title = run.title(metric), figure = {kind: "cohort", unit: "%", value: 0, coherent: true};
  const at = points.map((p) => ({...p, told: {...figure, value: p.value, interval: p.interval}}));
  const said = ({told}) => value(told) + (range(told) ? ` (${range(told)})` : "");
  const last = at.at(-1);
  return chart({
    kind: `incidence:${metric}`,
    finding: `${title} ${said(last)} within ${plural(last.days, "day")}, by how long each was followed`,
    data: at,
    options: () => ({
      height: 210, marginLeft: 48, marginRight: 16, marginTop: 12, marginBottom: 40,
      x: {label: "days since the start of each", labelAnchor: "center", labelArrow: "none", tickSize: 0, ticks: 6, domain: [0, last.days]},
      y: {zero: true, nice: true, ticks: 4, tickFormat: (n) => `${n} %`, label: null, tickSize: 0},
      marks: [
        gridY({stroke: faint, strokeOpacity: 1, ticks: 4}),
        areaY(at.filter((p) => p.interval), {x: "days", y1: (p) => p.interval[0], y2: (p) => p.interval[1], curve: "step-after", fill: accent, fillOpacity: 0.15}),
        lineY(at, {x: "days", y: "value", curve: "step-after", stroke: accent, strokeWidth: 1.75}),
        dot(at, {x: "days", y: "value", r: 2, fill: accent, className: toldClass}),
      ],
    }),
    tell: (p) => ({title, lines: [`Within ${plural(p.days, "day")}: ${said(p)}`]}),
    columns: [{title: "Days"}, {title: "Share", numeric: true}, {title: "Range", numeric: true}],
    rows: () => at.map((p) => [number(p.days), value(p.told), range(p.told) || "–"]),
    notes: ["What is still open counts for as long as it was followed; the curve ends where fewer than ten are."],
  });
};

export const times = (report) => {
  const run = report.first, figures = timesOf(run);
  const unanswered = run.whole("lead_response_rate");
  const answer = figures.length === 0
    ? ["The log has no two dates of one case, such as a lead's arrival and its first response, so no time can be told. ", option("--list-metrics"), " says what each time needs."]
    : [`${within(run, figures[0])}. `, unanswered?.open > 0 ? `${plural(unanswered.open, "lead")} of ${number(unanswered.denominator)} ${unanswered.open === 1 ? "has" : "have"} had no response yet and count in no time. ` : "", openDeals(run)];
  return section("times", "How fast are we?", answer,
    el("div", {class: "charts"}, figures.length ? spread(run, figures) : null, cycles(run), curvesOf(run).map((curve) => incidence(run, curve))));
};
