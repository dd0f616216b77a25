// When do we reach out? Touches by weekday and hour, as a heat map.
import {cell} from "@observablehq/plot";
import {chart, told as toldClass} from "./chart.js";
import {section} from "./cells.js";
import {number, plural} from "./units.js";

const days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const span = (hour) => `${String(hour).padStart(2, "0")}:00 to ${String(hour + 1).padStart(2, "0")}:00`;

export const hours = (report) => {
  const week = report.first.json.touches_by_hour;
  const question = "When do we reach out?";
  if (!week) {
    return section("hours", question, report.first.json.where.length
      ? "Only a part of the log is looked at; the hours of touches are told of all of it."
      : "No call, email or meeting of the log has a time of day, so the hours cannot be told.");
  }
  const cells = week.flatMap((of, day) => of.map((n, hour) => ({day, hour, n})));
  const all = cells.reduce((sum, c) => sum + c.n, 0), most = cells.reduce((a, b) => (b.n > a.n ? b : a));
  const busy = cells.filter((c) => c.n > 0);
  const from = Math.min(...busy.map((c) => c.hour)), to = Math.max(...busy.map((c) => c.hour));
  const lastDay = Math.max(4, ...busy.map((c) => c.day));
  const shown = cells.filter((c) => c.hour >= from && c.hour <= to && c.day <= lastDay);
  const finding = `Most touches are made on ${days[most.day]}s, ${span(most.hour)}: ${number(most.n)} of ${number(all)}`;
  return section("hours", question, `${finding}. When they are answered best is another question, and not told here.`, chart({
    kind: "hours",
    finding: `${plural(all, "touch", "touches")} by weekday and hour`,
    data: shown,
    options: (width) => ({
      height: (lastDay + 1) * 28 + 30, marginLeft: width < 560 ? 32 : 84, marginRight: 4, marginTop: 4, marginBottom: 26, padding: 0.06,
      x: {domain: [...new Set(shown.map((c) => c.hour))], label: null, tickSize: 0, tickFormat: (h) => (width < 560 && h % 2 ? "" : width < 560 ? String(h) : `${h}:00`)},
      y: {domain: [...new Set(shown.map((c) => c.day))], label: null, tickSize: 0, tickFormat: (d) => (width < 560 ? days[d].slice(0, 3) : days[d])},
      marks: [cell(shown, {x: "hour", y: "day", rx: 2, fill: "var(--accent)", fillOpacity: (c) => (c.n === 0 ? 0.04 : 0.12 + (0.88 * c.n) / most.n), className: toldClass})],
      opacity: {type: "identity"},
    }),
    tell: (c) => ({title: `${days[c.day]}, ${span(c.hour)}`, lines: [`${number(c.n)} of ${plural(all, "touch", "touches")}`]}),
    columns: [{title: "Hour"}, ...days.slice(0, lastDay + 1).map((title) => ({title, numeric: true}))],
    rows: () => Array.from({length: to - from + 1}, (_, i) => [span(from + i), ...week.slice(0, lastDay + 1).map((day) => number(day[from + i]))]),
    notes: [`The darker, the more: up to ${number(most.n)} in an hour of the week. Times are those of the log.`],
  }));
};
