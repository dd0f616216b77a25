"use strict";
// The wall: what comes by server-sent events is put on the page as text, never as HTML.
const at = (id) => document.getElementById(id);
const make = (name, text, className) => {
  const element = document.createElement(name);
  if (text !== undefined) element.textContent = text;
  if (className) element.className = className;
  return element;
};

let chosen = 0;
let newest = null;

const grouped = (text) => text.replace(/^-?\d+/, (n) => n.replace(/\B(?=(\d{3})+$)/g, ","));
const seconds = (text) => {
  const s = Math.round(Number(text));
  return s < 120 ? `${s} s` : s < 7200 ? `${Math.floor(s / 60)} min ${s % 60} s` : `${Math.floor(s / 3600)} h ${Math.floor((s % 3600) / 60)} min`;
};
const shown = (text, unit) => (text === null ? "–" : unit === "%" ? `${text} %` : unit === "s" ? seconds(text) : grouped(text));
const exact = ([text, n, d], unit) => (text === null ? "nothing yet" : unit === "%" ? `${n} of ${d}` : d === 1 ? "" : `${n} / ${d}`);

function tile(title, value, beneath) {
  const t = make("div", undefined, "tile");
  t.append(make("h3", title), make("p", value, "value"), make("p", beneath, "beneath"));
  return t;
}

function show(wall) {
  at("now").textContent = new Date(wall.now * 1000).toISOString().slice(0, 19).replace("T", " ");
  at("rows").textContent = grouped(String(wall.taken)) + (wall.refused ? `, ${grouped(String(wall.refused))} refused` : "");
  const choice = make("span", undefined, "windows");
  wall.windows.forEach((name, i) => {
    const button = make("button", name);
    button.type = "button";
    button.setAttribute("aria-pressed", String(i === chosen));
    button.addEventListener("click", () => { chosen = i; show(newest); });
    choice.append(button);
  });
  if (at("window").textContent !== choice.textContent || at("window").dataset.chosen !== String(chosen)) at("window").replaceChildren(choice);
  at("window").dataset.chosen = String(chosen);

  at("team").replaceChildren(...wall.columns.map((c, i) => {
    const cell = wall.team.cells[chosen][i];
    return tile(c.title, shown(cell[0], c.unit), exact(cell, c.unit));
  }));
  const heading = make("tr");
  heading.append(make("th", "Rep"), ...wall.columns.map((c) => make("th", c.title, "numeric")));
  at("head").replaceChildren(heading);
  at("reps").replaceChildren(...wall.reps.map((rep) => {
    const row = make("tr");
    row.append(make("th", rep.rep));
    wall.columns.forEach((c, i) => {
      const cell = rep.cells[chosen][i];
      const td = make("td", shown(cell[0], c.unit), "numeric");
      td.title = exact(cell, c.unit);
      const mark = rep.marks && rep.marks[c.figure];
      if (mark) {
        const sign = make("span", mark === "better" ? " ▲" : " ▼", mark);
        sign.setAttribute("aria-label", `${mark} than the others`);
        sign.setAttribute("role", "img");
        td.append(sign);
      }
      row.append(td);
    });
    return row;
  }));
  at("dialers").hidden = !wall.dialers;
  if (wall.dialers) {
    at("online").textContent = `${wall.dialers.online} of ${wall.dialers.dialers} dialers are online.`;
    at("of-dialers").replaceChildren(...wall.dialers.figures.map((f) =>
      tile(f.metric.replaceAll("_", " "), shown(f.value === null ? null : String(Math.round(f.value * 10) / 10), f.unit), `${f.told_by} of ${wall.dialers.dialers} dialers tell it`)));
  }
}

const live = new EventSource("live");
live.addEventListener("message", (event) => { newest = JSON.parse(event.data); at("stale").hidden = true; show(newest); });
live.addEventListener("error", () => { at("stale").hidden = false; });
