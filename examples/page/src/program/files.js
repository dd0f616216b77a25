// The reader's files: what each is read as, and what the program says of it.
import {el, named} from "../dom.js";
import {nameOfPage, run} from "./run.js";

/** What a file can be that is no log, and the option that takes it. */
const sides = {"--team": "who sells, with quotas", "--targets": "targets"};

/** The profiles that the program knows, by name. */
const builtIn = async () => {
  const {printed} = await run(["--list-profiles"], []).ended;
  return [...new TextDecoder().decode(printed).matchAll(/^(\S+)$/gm)].map(([name]) => name);
};

const size = (bytes) => (bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${Math.round(bytes / 1e6)} MB`);

/** A name that begins with a dash would be an option. */
const path = (name) => (name.startsWith("-") ? `./${name}` : name);

/** An option says PROFILE=FILE. */
const nameOfProfile = (name) => path(name.replaceAll("=", "_"));

/** The beginning of a file, as far as it tells the profile; of one that is packed, all of it. */
const beginning = async (blob) => {
  const [first, second] = new Uint8Array(await blob.slice(0, 2).arrayBuffer());
  const packed = (first === 0x1f && second === 0x8b) || (first === 0x28 && second === 0xb5);
  return packed ? blob : blob.slice(0, 1 << 20);
};

/** A name that no other file has: "deals (2).csv". */
const unused = (name, taken) => {
  const dot = name.lastIndexOf(".") > 0 ? name.lastIndexOf(".") : name.length;
  for (let n = 1; ; ++n) {
    const one = n === 1 ? name : `${name.slice(0, dot)} (${n})${name.slice(dot)}`;
    if (!taken.has(one)) return one;
  }
};

export class Files {
  /** changed() is called when the reader has chosen something else. */
  constructor(changed) {
    Object.assign(this, {changed, all: [], profiles: [], known: []});
    this.place = el("ul", {class: "files", "aria-label": "Files"});
  }

  async add(blobs) {
    this.known = this.known.length ? this.known : await builtIn();
    const added = [];
    for (const blob of blobs) {
      const name = unused(blob.name, new Set([nameOfPage, ...this.everything().map((each) => each.name)]));
      if (/\.json$/i.test(name)) this.profiles.push({name: nameOfProfile(name), blob});
      else added.push({name, blob, as: "", fits: null, fault: null});
    }
    this.all.push(...added);
    this.draw();
    await Promise.all(added.map((file) => this.guess(file)));
    this.draw();
  }

  /** All that the program may open. */
  everything() { return [...this.all, ...this.profiles]; }

  /** What the program takes the file for. */
  async guess(file) {
    try {
      const {code, printed, told} = await this.look(file, ["--check-profile"], await beginning(file.blob));
      if (code === 0) [, file.fits] = /^.*, read by the profile (.+)$/m.exec(printed);
      else file.fault = told.replace(/^kpi-report: /, "").replace(/: try kpi-report --inspect .*$/s, ": Inspect drafts one").trim();
    } catch (error) {
      file.fault = error.message;
    }
  }

  /** What the program says of a file. */
  async look(file, options, blob = file.blob) {
    const {code, printed, told} = await run([path(file.name), ...options], [{name: file.name, blob}, ...this.profiles]).ended;
    return {code, printed: new TextDecoder().decode(printed), told};
  }

  /** The options that name them all; fails where it is not said what a file is. */
  args() {
    const logs = this.all.filter(({as}) => !(as in sides)), [first, ...others] = logs;
    if (!first) throw new Error("None of the files is a log");
    const unknown = logs.find(({as, fits}) => !as && !fits);
    if (unknown) throw new Error(unknown.fault ?? `${unknown.name}: choose what it is read as`);
    return [
      path(first.name), ...(first.as ? ["--profile", first.as] : []),
      ...others.flatMap(({name, as, fits}) => ["--read", `${as || fits}=${path(name)}`]),
      ...this.all.filter(({as}) => as in sides).flatMap(({name, as}) => [as, path(name)]),
    ];
  }

  /** Whether all can be read as they are. */
  clear() { return this.all.length > 0 && this.all.every(({as, fits}) => as || fits); }

  draw() {
    this.place.replaceChildren(...this.all.map((file) => this.row(file)), ...this.profiles.map((profile) => this.rowOfProfile(profile)));
  }

  rowOfProfile(profile) {
    return el("li", {}, el("span", {class: "file"}, named(profile.name, 80)), el("span", {}, "a profile, which a file can be read by"),
      el("button", {type: "button", "aria-label": `Remove ${profile.name}`, onclick: () => this.remove(profile)}, "Remove"));
  }

  row(file) {
    const pick = (value, text) => el("option", {value, selected: value === file.as}, text);
    const told = el("div", {class: "told"}), fault = el("p", {class: "fault", hidden: !file.fault || file.as !== ""}, file.fault);
    const choice = el("select", {"aria-label": `What ${file.name} is read as`, onchange: () => {
      file.as = choice.value;
      fault.hidden = !file.fault || file.as !== "";
      this.changed();
    }},
      pick("", file.fits ? `as ${file.fits}, which fits it` : file.fault ? "as …" : "looking …"),
      el("optgroup", {label: "By a profile"}, [...this.profiles.map(({name}) => name), ...this.known].map((name) => pick(name, `as ${name}`))),
      el("optgroup", {label: "No log, but"}, Object.entries(sides).map(([option, text]) => pick(option, text))));
    return el("li", {},
      el("span", {class: "file"}, named(file.name, 80), " ", el("small", {}, size(file.blob.size))), choice,
      el("button", {type: "button", "aria-label": `Inspect ${file.name}`, onclick: () => this.inspect(file, told)}, "Inspect"),
      el("button", {type: "button", "aria-label": `Remove ${file.name}`, onclick: () => this.remove(file)}, "Remove"),
      fault, told);
  }

  remove(one) {
    this.all = this.all.filter((other) => other !== one);
    if (this.profiles.includes(one)) for (const file of this.all) if (file.as === one.name) file.as = "";
    this.profiles = this.profiles.filter((other) => other !== one);
    this.draw();
    this.changed();
  }

  /** What the program says of the file, its draft of a profile, and what comes of it. */
  async inspect(file, place) {
    place.replaceChildren(el("p", {role: "status"}, "Inspecting …"));
    try {
      const {told, printed} = await this.look(file, ["--inspect"]);
      place.replaceChildren(el("pre", {tabindex: "0", "aria-label": `What ${file.name} is`}, told.replace(/\nTry next\n.*$/s, "")),
        ...(printed ? this.drafting(file, printed, place.parentElement) : []));
    } catch (error) {
      place.replaceChildren(el("p", {class: "fault", role: "alert"}, error.message));
    }
  }

  /** A profile that can be changed, and what it makes of the file. */
  drafting(file, profile, row) {
    const draft = el("textarea", {rows: 12, spellcheck: "false", "aria-label": `A profile for ${file.name}`}, profile);
    const checked = el("pre", {tabindex: "0", hidden: true, "aria-label": "What the profile makes of it"});
    const use = async () => {
      const name = nameOfProfile(`${file.name.replace(/\.[^.]*$/, "")}.json`);
      this.profiles = [...this.profiles.filter((other) => other.name !== name), {name, blob: new Blob([draft.value])}];
      const choice = row.querySelector("select");
      if (![...choice.options].some((option) => option.value === name)) choice.querySelector("optgroup").prepend(el("option", {value: name}, `as ${name}`));
      choice.value = name;
      choice.dispatchEvent(new Event("change"));
      try {
        const {told, printed} = await this.look(file, ["--check-profile", "--profile", name]);
        checked.textContent = printed + told;
      } catch (error) {
        checked.textContent = error.message;
      }
      checked.hidden = false;
    };
    return [draft, el("p", {}, el("button", {type: "button", onclick: use}, "Read it by this profile")), checked];
  }
}
