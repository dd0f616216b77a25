// Who needs help? The rate of each group with its range, against the whole, and who brought the results.
import {barX, dot, gridX, ruleX, ruleY, text} from "@observablehq/plot";
import {addsUp, groupedBy, isShare, isThere, rangeOf} from "./data.js";
import {el, isolated, listOf, named} from "./dom.js";
import {accent, chart, faint, ink, pale, quiet, told as toldClass} from "./chart.js";
import {cellsOf, columnsOfFigures, option, section, standsText, tellFigure} from "./cells.js";
import {inFull, inUnit, lower, number, plural, range, told, value} from "./units.js";

const mostRows = 30, mostResults = 15, mostNamed = 3;

const there = (run, name) => run.ofGroups(name).filter(isThere);

/** What can be compared: shares with ranges, as far as two groups have them; what is asked first stands first. */
const comparable = (report, run) => {
  const names = [...run.json.asked_first, ...run.totals.keys()];
  return [...new Set(names)].filter((name) => {
    const figures = there(run, name);
    return figures.length > 1 && isShare(figures[0]) && figures.some(rangeOf) && !name.includes(": ");
  });
};

const marked = (run, name, stands) => run.ofGroups(name).filter((f) => f.stands === stands);
const tested = (run, name) => run.ofGroups(name).some((f) => f.p_value !== null);

const nameAndFigure = (figure) => [named(figure.group), ` (${told(figure)})`];
const listed = (figures) => [...listOf(figures.slice(0, mostNamed).map(nameAndFigure)), figures.length > mostNamed ? ` and ${figures.length - mostNamed} more` : ""];

/** Against all others together, and more than chance; the marks are kpi-report's, tested over the whole table. */
const difference = (run, name) => {
  const title = lower(run.title(name)), below = marked(run, name, "below"), above = marked(run, name, "above");
  const whole = run.whole(name), worse = whole?.better === "less" ? above : below, better = whole?.better === "less" ? below : above;
  const verb = (figures) => (figures.length === 1 ? "does" : "do");
  const chance = "than all others together, and by more than chance";
  if (worse.length) return [...listed(worse), ` ${verb(worse)} worse in ${title} ${chance}.`];
  if (better.length) return [...listed(better), ` ${verb(better)} better in ${title} ${chance}; nobody does worse.`];
  if (!tested(run, name)) return [`Nobody’s ${title} can be tested against the others’: they share cases, or cases are still open.`];
  const last = rowsOf(run, name).at(whole?.better === "less" ? 0 : -1);
  return [`No ${groupedBy(run)}’s ${title} differs from that of all others together by more than chance (n ${number(whole?.n ?? 0)}, ${plural(run.groups.length, "group")}): that of `,
    named(last.group), `, ${told(last)}, may be bad luck.`];
};

/** From the first to the last, and what all together have. */
const spread = (run, name, figures) => {
  const first = figures[0], last = figures.at(-1), whole = run.whole(name);
  if (first.value === last.value) return [`${run.title(name)}: ${value(first)} of every ${groupedBy(run)}`];
  return [`${run.title(name)} from ${value(first)} (`, named(first.group), `) to ${value(last)} (`, named(last.group), ")",
    whole ? `; all together ${value(whole)}` : ""];
};

/** The marked ones first, then by value; a page has no room for 500. */
const rowsOf = (run, name) => {
  const figures = there(run, name).sort((a, b) => b.value - a.value);
  if (figures.length <= mostRows) return figures;
  const most = new Set([...figures].sort((a, b) => (b.stands !== null) - (a.stands !== null) || b.n - a.n).slice(0, mostRows));
  return figures.filter((f) => most.has(f));
};

const forest = (run, name) => {
  const figures = rowsOf(run, name), whole = run.whole(name), all = there(run, name).length;
  const ends = (f) => rangeOf(f) ?? [f.value, f.value];
  const values = figures.flatMap(ends).concat(whole ? whole.value : []);
  const few = Math.max(0, Math.floor(Math.min(...values) / 10) * 10), much = Math.min(100, Math.ceil(Math.max(...values) / 10) * 10);
  const wholeEnds = whole && rangeOf(whole);
  return chart({
    kind: "groups",
    finding: spread(run, name, figures),
    data: figures,
    options: (width) => {
      const narrow = width < 560, names = narrow ? 2 : Math.min(220, width * 0.26);
      return {
        height: figures.length * (narrow ? 40 : 26) + 60, marginLeft: names, marginRight: narrow ? 12 : 190, marginTop: narrow ? 36 : 22, marginBottom: 28,
        x: {domain: [few, much || 1], label: null, ticks: Math.max(3, Math.floor((width - 300) / 90)), tickFormat: (n) => `${n} %`, tickSize: 0},
        y: {axis: null, domain: figures.map((_, i) => i), padding: 0.4, type: "point"},
        marks: [
          gridX({stroke: faint, strokeOpacity: 1, ticks: 5}),
          whole ? ruleX([whole.value], {stroke: ink, strokeDasharray: "4,3"}) : null,
          whole ? text([whole], {x: "value", frameAnchor: "top", dy: narrow ? -26 : -12, text: (f) => `all ${value(f)}`, fill: ink}) : null,
          ruleY(figures, {x1: (f) => ends(f)[0], x2: (f) => ends(f)[1], y: (_, i) => i, stroke: (f) => (f.stands ? accent : quiet), strokeWidth: 2}),
          dot(figures, {x: "value", y: (_, i) => i, r: 5, fill: (f) => (f.stands ? accent : "var(--paper)"), stroke: (f) => (f.stands ? accent : quiet), strokeWidth: 2, className: toldClass}),
          text(figures, {frameAnchor: "left", y: (_, i) => i, dx: narrow ? 0 : -names, dy: narrow ? -15 : 0, textAnchor: "start", text: (f) => isolated(f.group, 60) + (narrow ? `  ${value(f)}` : ""),
            lineWidth: (narrow ? width - 20 : names - 14) / 14, textOverflow: "ellipsis", fill: ink}),
          narrow ? null : text(figures, {frameAnchor: "right", y: (_, i) => i, dx: 182, textAnchor: "end", fill: ink, fontVariant: "tabular-nums",
            text: (f) => `${f.stands === "above" ? "▲ " : f.stands === "below" ? "▼ " : ""}${value(f)},  ${number(f.numerator ?? 0)} of ${number(f.denominator ?? 0)}`}),
        ],
      };
    },
    tell: (f) => tellFigure(run, f, undefined, [standsText(f), whole ? `All together: ${told(whole)}` : "", f.rank ? `Rank ${f.rank}, drawn to ${inUnit(f.shrunk, f)} for its few cases` : ""]),
    columns: [...columnsOfFigures(groupedBy(run)), {title: "Against the others"}],
    rows: () => [...run.ofGroups(name)].sort((a, b) => (b.value ?? -1) - (a.value ?? -1)).map((f) => [...cellsOf(f, named(f.group)), standsText(f) || "–"]),
    notes: [`Each line is a range, the dashed rule all together${wholeEnds ? ` (${range(whole)})` : ""}. A filled dot with ▲ or ▼ differs from all others together by more than chance; of such marks one in twenty is chance.`,
      all > figures.length ? `${figures.length} of ${number(all)} are drawn, those with the most cases and all that are marked; the table has all.` : ""],
  });
};

/** The first result that adds up: who brought how much of it. */
const resultsOf = (report, run) => run.json.asked_first.filter((name) => {
  const figures = there(run, name);
  return figures.length > 1 && addsUp(figures[0]) && new Set(figures.map((f) => f.currency)).size === 1;
}).slice(0, 2);

const results = (run, name) => {
  const all = there(run, name).sort((a, b) => b.value - a.value), shown = all.slice(0, mostResults);
  const whole = run.whole(name), first = shown[0];
  const alone = shown.length > 1 && shown[1].value < first.value;
  const part = whole && whole.value > 0 ? ` of ${inFull(whole)} (${Math.round((100 * first.value) / whole.value)} %)` : "";
  return chart({
    kind: `results:${name}`,
    finding: alone ? [`${run.title(name)}: `, named(first.group), ` has the most, ${value(first)}${part}`] : [`${run.title(name)}: several have as many as the first`],
    data: shown,
    options: (width) => {
      const narrow = width < 420, names = narrow ? 2 : Math.min(170, width * 0.3);
      return {
        height: shown.length * (narrow ? 36 : 24) + 16, marginLeft: names, marginRight: 84, marginTop: narrow ? 16 : 4, marginBottom: 8,
        x: {axis: null, domain: [Math.min(0, ...shown.map((f) => f.value)), Math.max(first.value, 1)]},
        y: {axis: null, domain: shown.map((_, i) => i), padding: narrow ? 0.62 : 0.35},
        marks: [
          barX(shown, {x: "value", y: (_, i) => i, fill: (_, i) => (i === 0 && alone ? accent : quiet), className: toldClass}),
          text(shown, {frameAnchor: "left", y: (_, i) => i, dx: narrow ? 0 : -names, dy: narrow ? -14 : 0, textAnchor: "start", text: (f) => isolated(f.group, 60),
            lineWidth: (narrow ? width - 60 : names - 14) / 14, textOverflow: "ellipsis", fill: ink}),
          text(shown, {x: (f) => Math.max(0, f.value), y: (_, i) => i, dx: 6, textAnchor: "start", text: value, fill: ink}),
          ruleX([0], {stroke: quiet}),
        ],
      };
    },
    tell: (f) => tellFigure(run, f),
    columns: columnsOfFigures(groupedBy(run)),
    rows: () => all.map((f) => cellsOf(f, named(f.group))),
    notes: [all.length > shown.length ? `The first ${shown.length} of ${number(all.length)}; the table has all.` : ""],
  });
};

/** One chart, and a choice of the rate that it shows. */
const choosable = (report, run, names) => {
  const place = el("div", {}, forest(run, names[0]));
  if (names.length === 1) return place;
  const choice = el("select", {onchange: () => place.replaceChildren(forest(run, choice.value))},
    names.map((name) => el("option", {value: name}, run.title(name))));
  return [el("p", {class: "choice"}, el("label", {}, "Compare by ", choice)), place];
};

export const groups = (report) => {
  const run = report.byGroup;
  const question = !run || run.json.by === "rep" ? "Who needs help?" : `Which ${groupedBy(run)} stands out?`;
  if (!run) return section("groups", question, ["The log names no reps, or was not asked by anything else: ", option("--by source"), " shows every figure for each source."]);
  const rates = comparable(report, run), totals = resultsOf(report, run);
  return section("groups", question,
    rates.length ? difference(run, rates[0])
      : [`${plural(run.groups.length, groupedBy(run))} in the log; no share of cases is told for two of them, so none can be said to be better or worse.`],
    rates.length ? choosable(report, run, rates) : null,
    el("div", {class: "charts"}, totals.map((name) => results(run, name))));
};
