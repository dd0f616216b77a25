// The page with kpi-report inside: files of the reader in, the report out, and nothing on the way leaves the computer.
import {Report} from "./data.js";
import {el, named} from "./dom.js";
import {show} from "./report.js";
import {Choices} from "./program/choices.js";
import {compared, comparing} from "./program/compared.js";
import {Files} from "./program/files.js";
import {Stopped, run} from "./program/run.js";

const pages = /<script type="application\/json" class="report">(.*)\n<\/script>/g;
const main = document.getElementById("report");

const choices = new Choices();
const files = new Files(() => {
  choices.forget();
  form.hidden = files.all.length === 0;
});
let log = () => files.args(); // the options that name the log

const input = el("input", {type: "file", multiple: true, onchange: () => add([...input.files])});
const drop = el("label", {class: "drop"}, el("strong", {}, "Drop exports here, or choose files"), " ",
  "as CSV, packed or not: one or several, with a profile of your own where none fits", input);
const built = el("button", {type: "button", onclick: () => { log = () => []; choices.forget(); read(); }}, "Show the built-in log");
const form = el("form", {hidden: true, onsubmit: (event) => { event.preventDefault(); read(); }}, choices.place, el("button", {class: "main"}, "Show the report"));
const progress = el("progress", {max: 1, "aria-label": "Read of the file"}), doing = el("span", {});
const stop = el("button", {type: "button"}, "Cancel");
const running = el("div", {class: "running", hidden: true}, progress, doing, stop);
const heard = el("p", {class: "heard", role: "status"});
const fault = el("p", {class: "fault", role: "alert"});
const after = el("div", {class: "after", hidden: true});

const intro = el("div", {class: "intro"}, el("h1", {}, "Sales report"), el("p", {class: "answer"},
  "What your CRM's or dialer's exports say: every figure with what it rests on, and how sure it is."));

document.body.prepend(el("section", {id: "program", "aria-label": "Files, and what to show of them"},
  intro, drop, el("p", {class: "note"}, "Nothing leaves this computer: the page may not use the network, and works with it cut. ", built),
  files.place, form, running, heard, fault, after));
main.replaceChildren();

addEventListener("dragover", (event) => { event.preventDefault(); drop.classList.add("over"); });
addEventListener("dragleave", () => drop.classList.remove("over"));
addEventListener("drop", (event) => {
  event.preventDefault();
  drop.classList.remove("over");
  add([...event.dataTransfer.files]);
});

let current; // the run whose answer is waited for

/** Runs the program in place of what it was doing, with a sign of how far it is; use(printed) is called with what it prints, and what it says besides is heard. */
const ask = async (args, what, use) => {
  current?.stop();
  const one = current = run(args, files.everything(), ({read: name, upTo, of, times}) => {
    progress.value = of ? upTo / of : 0;
    doing.replaceChildren(`${what}${times > 1 ? `, pass ${times}` : ""}: ${(upTo / 1e6).toFixed(0)} of ${(of / 1e6).toFixed(0)} MB of `, named(name, 40));
  });
  fault.textContent = heard.textContent = "";
  progress.removeAttribute("value");
  doing.textContent = `${what} …`;
  running.hidden = false;
  stop.onclick = one.stop;
  try {
    const {code, printed, told} = await one.ended;
    const says = told.replaceAll("kpi-report: ", "").trim();
    if (code === 2) throw new Error(says);
    heard.textContent = says;
    await use(printed);
  } catch (error) {
    if (current !== one) return;
    if (error instanceof Stopped) heard.textContent = "Cancelled.";
    else fault.textContent = error.message;
  } finally {
    if (current === one) running.hidden = true;
  }
};

const add = async (blobs) => {
  if (blobs.length === 0) return;
  log = () => files.args();
  choices.forget();
  form.hidden = false;
  fault.textContent = "";
  try {
    await files.add(blobs);
  } catch (error) {
    fault.textContent = error.message;
    return;
  }
  if (files.clear()) await read();
};

const save = (bytes, name, type) => {
  const url = URL.createObjectURL(new Blob([bytes], {type}));
  el("a", {href: url, download: name}).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};

/** What stands beside a report: how it is saved, and what can be compared. Each begins with the options that made it. */
const offer = (report, html, args, withoutBy) => {
  const as = (format, type) => () =>
    ask([...args, "--format", format], `Saving as ${format.toUpperCase()}`, (printed) => save(printed, `report.${format}`, type));
  const compare = (two) => ask([...withoutBy, "--compare", two, "--format", "json"], "Comparing", (printed) => {
    document.getElementById("comparison")?.remove();
    main.querySelector("header").after(compared(JSON.parse(new TextDecoder().decode(printed))));
  });
  const button = (text, onclick) => el("button", {type: "button", onclick}, text);
  after.replaceChildren(el("div", {class: "saving"},
    button("Save the page", () => save(html, "report.html", "text/html")), button("Save JSON", as("json", "application/json")), button("Save CSV", as("csv", "text/csv"))),
    ...[comparing(report, compare)].filter(Boolean));
};

/** What is waiting comes first, such as a key that was pressed. */
const aTurn = () => new Promise((resolve) => { setTimeout(resolve); });

/** The report on what is named, as it is chosen. */
const read = async () => {
  let args, withoutBy;
  try {
    args = [...log(), ...choices.args()];
    withoutBy = [...log(), ...choices.args({by: false})];
  } catch (error) {
    fault.textContent = error.message;
    return;
  }
  await ask([...args, "--format", "html"], "Reading", async (html) => {
    const text = new TextDecoder().decode(html), jsons = [];
    for (const [, json] of text.matchAll(pages)) {
      await aTurn();
      jsons.push(JSON.parse(json));
    }
    after.hidden = jsons.length === 0;
    if (jsons.length === 0) { // a further option asks for something else, such as --list-metrics
      main.replaceChildren(el("pre", {tabindex: "0", "aria-label": "What kpi-report says"}, text));
      return;
    }
    const report = new Report(jsons);
    await aTurn();
    intro.remove(); // the report has a heading of its own
    show(report);
    await aTurn();
    choices.offer(report);
    form.hidden = false;
    offer(report, html, args, withoutBy);
  });
};
