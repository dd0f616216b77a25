// What a mark stands for, beside the pointer or the mark that has the keyboard's focus.
import {el} from "./dom.js";

const box = () => document.getElementById("tip");

/** `told` is {title, lines}. */
export const showTip = (told, near) => {
  const tip = box();
  tip.replaceChildren(el("strong", {}, told.title), ...told.lines.filter(Boolean).map((line) => el("span", {}, line)));
  tip.hidden = false;
  const {width, height} = tip.getBoundingClientRect();
  const left = Math.min(Math.max(8, near.left + near.width / 2 - width / 2), innerWidth - width - 8);
  const above = near.top - height - 8;
  tip.style.left = `${left}px`;
  tip.style.top = `${above > 8 ? above : near.bottom + 8}px`;
};

export const hideTip = () => { box().hidden = true; };

/** The same for ears. */
export const spoken = (told) => [textOf(told.title), ...told.lines.filter(Boolean).map(textOf)].join(". ");
const textOf = (part) => (typeof part === "string" ? part : Array.isArray(part) ? part.map(textOf).join("") : part.textContent);
