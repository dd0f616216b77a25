// What the report is to show, as the program's own options say it.
import {el} from "../dom.js";

const groupings = ["rep", "source", "product", "channel", "location", "grade", "role", "team"];
const periods = ["day", "week", "month", "quarter", "year"];

const aDay = 86400000;
const dayOf = (time) => new Date(time).toISOString().slice(0, 10);

/** The last weeks, months and quarters between two days, each {text, from, to}, the youngest first. */
export const stretchesOf = (first, last) => {
  const from = Date.parse(first), to = Date.parse(last);
  const monday = (time) => time - ((new Date(time).getUTCDay() + 6) % 7) * aDay;
  const month = (time, by) => { const day = new Date(time); return Date.UTC(day.getUTCFullYear(), Math.floor(day.getUTCMonth() / by) * by, 1); };
  const after = (time, by) => { const day = new Date(time); return Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + by, 1); };
  const some = (begin, next, text, most) => {
    const all = [];
    for (let at = begin; at <= to; at = next(at)) all.push({text: text(at), from: dayOf(at), to: dayOf(next(at) - aDay)});
    return all.reverse().slice(0, most);
  };
  return {
    Weeks: some(monday(from), (at) => at + 7 * aDay, (at) => `the week from ${dayOf(at)}`, 60),
    Months: some(month(from, 1), (at) => after(at, 1), (at) => dayOf(at).slice(0, 7), 60),
    Quarters: some(month(from, 3), (at) => after(at, 3), (at) => `${dayOf(at).slice(0, 4)}-Q${new Date(at).getUTCMonth() / 3 + 1}`, 40),
  };
};

/** "--target 'win_rate=25%'" as a shell would take it apart. */
export const words = (text) => [...text.matchAll(/(?:[^\s"']+|"[^"]*"|'[^']*')+/g)].map(([word]) => word.replace(/"([^"]*)"|'([^']*)'/g, "$1$2"));

const days = ({from, to}) => Math.round((Date.parse(to) - Date.parse(from)) / aDay) + 1;

export class Choices {
  constructor() {
    const option = (value, text = value) => el("option", {value}, text);
    this.by = el("select", {}, option("", "by rep, and by a period"),
      el("optgroup", {label: "Groups"}, groupings.map((name) => option(name, `by ${name}`))),
      el("optgroup", {label: "Periods"}, periods.map((name) => option(name, `by ${name}`))));
    this.stretch = el("select", {}, option("", "all days"), option("own", "the last …"));
    this.asOf = el("input", {type: "date"});
    this.window = el("input", {size: 5, placeholder: "30d", pattern: "\\s*[0-9]+[dw]\\s*"});
    this.only = el("input", {size: 24, placeholder: "rep=Ann", list: "groups"});
    this.groups = el("datalist", {id: "groups"});
    this.more = el("input", {size: 32, placeholder: "--target win_rate=25%"});
    const own = el("span", {hidden: true}, el("label", {}, "Days or weeks ", this.window), " ", el("label", {}, "up to ", this.asOf));
    this.stretch.onchange = () => { own.hidden = this.stretch.value !== "own"; };
    this.place = el("div", {class: "choices"},
      el("label", {}, "Figures ", this.by), el("label", {}, "Of ", this.stretch), own,
      el("label", {}, "Only ", this.only), this.groups, el("label", {}, "Further options ", this.more));
  }

  /** What can be chosen of this report: its periods and its groups. */
  offer(report) {
    const {json} = report.first;
    if (json.first_day && !this.stretch.querySelector("optgroup"))
      this.stretch.append(...Object.entries(stretchesOf(json.first_day, json.last_day)).map(([label, all]) =>
        el("optgroup", {label}, all.map((one) => el("option", {value: JSON.stringify(one)}, one.text)))));
    if (report.byGroup && !report.byGroup.json.by.includes(","))
      this.groups.replaceChildren(...report.byGroup.groups.map(({name}) => el("option", {value: `${report.byGroup.json.by}=${name}`})));
  }

  /** Of another log: its periods are others. */
  forget() {
    this.stretch.querySelectorAll("optgroup").forEach((group) => group.remove());
    this.stretch.value = "";
    this.stretch.onchange();
    this.groups.replaceChildren();
  }

  /** Without --by, for what has its own. */
  args({by = true} = {}) {
    const all = by && this.by.value ? ["--by", this.by.value] : [];
    const stretch = this.stretch.value;
    if (stretch === "own") {
      if (this.window.value.trim()) all.push("--window", this.window.value.trim());
      if (this.asOf.value) all.push("--as-of", this.asOf.value);
    } else if (stretch) {
      const one = JSON.parse(stretch);
      all.push("--as-of", one.to, "--window", `${days(one)}d`);
    }
    for (const only of this.only.value.split(";").map((text) => text.trim()).filter(Boolean)) all.push("--where", only);
    return [...all, ...words(this.more.value)];
  }
}
