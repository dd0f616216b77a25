// The tz database for the program inside the page, which has no file system of its own: the size of an index, the index
// {name: [where, size]}, and the bytes of the files, those of links once.
import {readFileSync, readdirSync} from "node:fs";
import {join} from "node:path";

const notZones = new Set(["posix", "right", "posixrules", "localtime"]);

export const zones = (folder) => {
  const index = {}, places = new Map(), parts = [];
  let end = 0;
  const take = (name) => {
    const bytes = readFileSync(join(folder, name)), key = bytes.toString("latin1");
    if (!places.has(key)) {
      places.set(key, end);
      parts.push(bytes);
      end += bytes.length;
    }
    index[name] = [places.get(key), bytes.length];
  };
  const walk = (below) => {
    for (const entry of readdirSync(join(folder, below), {withFileTypes: true}).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const name = below ? `${below}/${entry.name}` : entry.name;
      if (entry.isDirectory()) {
        if (!notZones.has(name)) walk(name);
      } else if (!notZones.has(name) && (name === "leap-seconds.list" || readFileSync(join(folder, name)).subarray(0, 4).toString() === "TZif")) take(name);
    }
  };
  walk("");
  const head = Buffer.from(JSON.stringify(index)), size = Buffer.alloc(4);
  size.writeUInt32LE(head.length);
  return Buffer.concat([size, head, ...parts]);
};
