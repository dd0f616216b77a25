// What the figures rest on: where each row went, what a careful reader must know, and what would feed the rest.
import {el, named} from "./dom.js";
import {option, section} from "./cells.js";
import {folded, table} from "./table.js";
import {number, plural} from "./units.js";

const parts = [["used", "used"], ["repeated", "known already"], ["left_out_by_profile", "left out by the profile"],
  ["without_event", "without an event"], ["out_of_time", "of other times"], ["refused", "refused"]];

const sum = (rows) => parts.filter(([key]) => rows[key] > 0).map(([key, text]) => `${number(rows[key])} ${text}`).join(" + ") || "none used";

const reasons = ({reasons}) => reasons.length === 0 ? null : folded(`Why ${plural(reasons.reduce((n, r) => n + r.rows, 0), "row was", "rows were")} refused`, () =>
  table("Refused rows", [{title: "Reason"}, {title: "Rows", numeric: true}, {title: "File"}, {title: "First lines"}, {title: "First text"}],
    reasons.map((r) => [named(r.reason, 300), number(r.rows), named(r.source, 80), r.first_lines.join(", "), r.first_text === null ? "–" : named(r.first_text, 120)])));

const needs = (left) => [...left.needs_one_of_each.map((one) => one.join(" or ")), left.needs_of_them ?? "", ...left.needs_given.map((name) => `--given ${name}=…`)].filter(Boolean).join("; ");

export const account = (report) => {
  const {json} = report.first, notes = [...new Set(report.runs.flatMap((run) => run.json.notes))];
  return section("account", "What does this rest on?",
    [`${plural(json.rows.read, "row was", "rows were")} read: ${sum(json.rows)}.`],
    reasons(json.rows),
    json.files.length > 1 ? folded(`${json.files.length} files`, () => table("Files", [{title: "File"}, {title: "Read as"}, {title: "Rows", numeric: true}, {title: "Of which"}],
      json.files.map((f) => [named(f.source, 200), named(f.profile), number(f.rows.read), sum(f.rows)]))) : null,
    notes.length ? folded(plural(notes.length, "note"), () => el("ul", {class: "notes"}, notes.map((note) => el("li", {}, el("bdi", {}, note))))) : null,
    json.left_out.length ? folded(`${plural(json.left_out.length, "metric")} left out, and what they need`, () =>
      table("Left out", [{title: "Metric"}, {title: "Needs"}], json.left_out.map((left) => [left.name.replaceAll("_", " "), needs(left)]))) : null,
    el("p", {class: "note"}, "This file is the whole report: it asks the network for nothing. Its figures are those that ", option("kpi-report --format json"), " prints of the same run; each is exact, and rounded for reading."));
};
