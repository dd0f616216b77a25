// Elements made of text: whatever a log holds is put in as text, and never read as HTML.

export const el = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
};

const graphemes = new Intl.Segmenter("en", {granularity: "grapheme"});

/** At most so many characters; nobody reads a name of 2,000. */
export const shortened = (text, most) => {
  if (text.length <= most) return text;
  let kept = "", n = 0;
  for (const {segment} of graphemes.segment(text)) {
    if (n++ === most - 1 || kept.length > 8 * most) return `${kept}…`;
    kept += segment;
  }
  return text;
};

/** A name of the log: it has a direction of its own, and changes that of nothing around it. */
export const named = (name, most = 60) => el("bdi", {class: "name", title: name.length > most ? shortened(name, 400) : null}, shortened(name, most));

/** The same for SVG, which has no bdi: between marks that isolate it. Marks within that end this are left out. */
export const isolated = (name, most = 60) => `\u2068${shortened(name, most).replace(/[\u202a-\u202e\u2066-\u2069\p{Cc}]/gu, "")}\u2069`;

/** "a, b and c" of nodes or texts. */
export const listOf = (items) =>
  items.flatMap((item, i) => [i === 0 ? "" : i === items.length - 1 ? " and " : ", ", item]);
