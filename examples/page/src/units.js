// Figures as people say them, by the rules of kpi-report's own text: 17 h 26 min, 24 days, 39 %, 103,220.00 EUR.
import {addsUp, isShare, isThere, rangeOf} from "./data.js";

const minute = 60, hour = 3600, day = 86400;

export const number = (value, decimals = 0) =>
  value.toLocaleString("en-US", {minimumFractionDigits: decimals, maximumFractionDigits: decimals});

export const time = (seconds) => {
  const size = Math.abs(seconds), sign = seconds < 0 ? "-" : "";
  if (size < 10 && !Number.isInteger(size)) return `${number(seconds, 1)} s`;
  const whole = Math.round(size);
  if (whole >= 2 * day) return `${number(seconds / day, 1)} days`;
  const two = (great, greater, small, smaller) => `${sign}${great} ${greater}${small ? ` ${small} ${smaller}` : ""}`;
  if (whole < minute) return `${sign}${whole} s`;
  if (whole < hour) return two(Math.floor(whole / minute), "min", whole % minute, "s");
  const minutes = Math.round(whole / minute);
  return two(Math.floor(minutes / 60), "h", minutes % 60, "min");
};

const isMoney = (figure) => figure.unit.startsWith("money");

/** As many decimals as the range deserves. */
const decimalsOfShare = (figure) => {
  const half = figure.interval ? (figure.interval[1] - figure.interval[0]) / 2 : 0;
  return half >= 5 ? 0 : half >= 0.5 || half <= 0 ? 1 : 2;
};

/** At least two digits that say something. */
const decimalsOf = (value) => {
  const size = Math.abs(value);
  if (Number.isInteger(value)) return 0;
  if (size >= 100) return 0;
  if (size >= 10) return 1;
  if (size >= 0.1) return 2;
  return Math.min(6, 1 - Math.floor(Math.log10(size)));
};

const share = (value, decimals) => {
  if (value > 0 && value < 100) { // a part reads as neither nothing nor the whole
    while (decimals < 6 && (Number(value.toFixed(decimals)) === 100 || Number(value.toFixed(decimals)) === 0))
      ++decimals;
  }
  return `${number(value, decimals)} %`;
};

/** Any number in the unit of a figure. */
export const inUnit = (value, figure) => {
  if (figure.unit === "s") return time(value);
  if (figure.unit === "days") return `${number(value, Number.isInteger(value) ? 0 : 1)} ${value === 1 ? "day" : "days"}`;
  if (figure.unit === "%") return share(value, value === 0 ? 0 : decimalsOfShare(figure));
  if (isMoney(figure)) return number(value, Number.isInteger(value) ? 0 : 2) + (figure.currency ? ` ${figure.currency}` : "");
  return number(value, decimalsOf(value));
};

export const value = (figure) => (isThere(figure) ? inUnit(figure.value, figure) : "none");

/** With what it counts, where the value alone does not say it: "21 deals". */
export const inFull = (figure) => {
  if (!isThere(figure) || ["%", "s", "days", ""].includes(figure.unit) || figure.unit === "money") return value(figure);
  if (isMoney(figure)) return `${value(figure)} ${figure.unit.slice("money ".length)}`;
  const one = figure.value === 1 && /^[a-z-]+s$/.test(figure.unit);
  return `${value(figure)} ${one ? figure.unit.replace(/(ch)?es$|s$/, "$1") : figure.unit}`;
};

export const range = (figure) => {
  const ends = rangeOf(figure);
  if (!ends) return "";
  if (!isShare(figure)) return ends.map((end) => number(end, decimalsOf(ends[0]))).join(" to ");
  const decimals = decimalsOfShare(figure), [low, high] = ends.map((end) => number(end, decimals));
  return low === high ? "" : `${low} to ${high} %`;
};

const count = (figure, side) => figure[`${side}_text`] ?? (figure[side] === null ? "" : number(figure[side]));

/** What was counted: "21 of 54", "86 : 21", "n 613". */
export const counts = (figure) => {
  if (figure.numerator === null || addsUp(figure) || figure.kind === "gauge") return figure.n ? `n ${number(figure.n)}` : "";
  if (isShare(figure)) return `${count(figure, "numerator")} of ${count(figure, "denominator")}`;
  if (figure.kind === "ratio" && figure.denominator === figure.n)
    return `${count(figure, "numerator")} : ${count(figure, "denominator")}`;
  return figure.n ? `n ${number(figure.n)}` : "";
};

/** The exact fraction behind a value, as it was counted. */
export const exact = (figure) => {
  if (figure.numerator === null) return `n ${number(figure.n)}, to within 0.4 %`;
  const of = isShare(figure) ? " of " : " / ";
  return figure.denominator === 1
    ? `${count(figure, "numerator")}, exactly`
    : `${count(figure, "numerator")}${of}${count(figure, "denominator")}`;
};

/** Value, range and counts in one: "39 % (27 to 52 %), 21 of 54". */
export const told = (figure) => {
  const ends = range(figure), counted = addsUp(figure) ? "" : counts(figure);
  const soFar = figure.open > 0 && isShare(figure) ? " so far" : "";
  return inFull(figure) + soFar + (ends ? ` (${ends})` : "") + (counted ? `, ${counted}` : "");
};

/** "deals won of deals settled", of "Deals won of deals settled. [OV]". */
export const shortMeaning = (meaning) => meaning.split(/\. |; | \[/)[0].replace(/\.$/, "");

/** A title within a sentence; abbreviations stay as they are. */
export const lower = (title) => (/^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title);

export const plural = (n, one, many = `${one}s`) => `${number(n)} ${n === 1 ? one : many}`;

/** Ticks of times for a logarithmic axis. */
export const timeTicks = [1, 10, minute, 10 * minute, hour, 6 * hour, day, 7 * day, 30 * day, 90 * day, 365 * day, 1825 * day];
export const timeTick = (seconds) =>
  seconds < minute ? `${seconds} s`
    : seconds < hour ? `${seconds / minute} min`
      : seconds < day ? `${seconds / hour} h`
        : seconds < 365 * day ? plural(seconds / day, "day") : plural(seconds / day / 365, "year");

/** What a number of a figure's unit is in seconds. */
export const seconds = (figure, number) => (figure.unit === "days" ? number * day : number);
