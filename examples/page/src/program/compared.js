// Two groups against each other, as kpi-report --compare tells them.
import {Run, isThere} from "../data.js";
import {section} from "../cells.js";
import {el, named} from "../dom.js";
import {table} from "../table.js";
import {number, plural, told} from "../units.js";

/** The runs of a report whose groups can be compared: their groups have one name each. */
const comparable = (report) => report.runs.filter(({json, groups}) => json.by && !json.by.includes(",") && groups.length > 1);

/** Chooses two groups; ask("rep:Ann=Ben") is called with them. */
export const comparing = (report, ask) => {
  const runs = comparable(report);
  if (runs.length === 0) return null;
  const by = el("select", {"aria-label": "What is compared"}, runs.map(({json}) => el("option", {}, json.by.replaceAll("_", " "))));
  const [a, b] = ["One", "The other"].map((label) => el("select", {"aria-label": label}));
  const fill = () => {
    const {groups} = runs[by.selectedIndex];
    for (const one of [a, b]) one.replaceChildren(...groups.map(({name}) => el("option", {value: name}, name.slice(0, 80))));
    b.selectedIndex = 1;
  };
  by.onchange = fill;
  fill();
  return el("form", {class: "comparing", onsubmit: (event) => {
    event.preventDefault();
    ask(`${runs[by.selectedIndex].json.by}:${a.value}=${b.value}`);
  }}, el("span", {}, "Compare "), by, a, el("span", {}, "with"), b, el("button", {}, "Compare"));
};

const signed = (value) => `${value > 0 ? "+" : ""}${number(value, 1)}`;

const rangeOf = ({difference, ratio}) =>
  difference ? `${signed(difference[0])} to ${signed(difference[1])} points`
    : ratio ? `${ratio[0] === null ? "0" : number(ratio[0], 2)} to ${ratio[1] === null ? "any" : number(ratio[1], 2)} times` : "–";

const tested = (one) => one.p_value !== null;
const verdict = (one) => (one.beyond_chance ? "more than chance" : tested(one) ? "may be chance" : one.untested ? `no range: ${one.untested}` : "");

/** The comparison of a report, as a section. */
export const compared = (json) => {
  const run = new Run(json), {a, b, metrics} = json.comparison;
  const figure = (name, group) => run.ofGroups(name).find((one) => one.group === group && isThere(one));
  const rows = metrics.filter(({name}) => figure(name, a) || figure(name, b));
  const differ = rows.filter((one) => one.beyond_chance), all = rows.filter(tested);
  const names = [named(a), " and ", named(b)];
  const answer = all.length === 0 ? [...names, " have no figure in common that could be tested."]
    : differ.length === 0 ? ["Of ", plural(all.length, "figure"), " that can be tested, none differs between ", ...names, " by more than chance."]
      : [...names, ` differ by more than chance in ${differ.length} of ${plural(all.length, "figure")} that can be tested: `, differ.map(({name}) => run.title(name).toLowerCase()).join(", "), "."];
  return section("comparison", "How do the two differ?", answer,
    table("Figures of both", [{title: "Metric"}, {title: a.slice(0, 60), numeric: true}, {title: b.slice(0, 60), numeric: true}, {title: "Difference", numeric: true}, {title: "Verdict"}],
      [...differ, ...rows.filter((one) => !one.beyond_chance)].map((one) => [run.title(one.name), ...[a, b].map((group) => (figure(one.name, group) ? told(figure(one.name, group)) : "–")), rangeOf(one), verdict(one)])));
};
