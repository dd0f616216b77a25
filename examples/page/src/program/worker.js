// In a worker: kpi-report, from its arguments and the reader's files to what it prints and its exit code. A worker runs it
// once: whoever stops the worker stops it.

const folder = "/files", zones = "/usr/share/zoneinfo", outputs = "/printed";
const block = 4 << 20; // what is read of a file at once
const inputOutputError = 29;

/** A file of the browser as one of the program, of which one block is held at a time. */
const mount = (FS, {name, blob}) => {
  const reader = new FileReaderSync();
  const node = FS.create(`${folder}/${name}`);
  node.usedBytes = blob.size;
  let bytes = new Uint8Array(), from = 0, times = 0;
  const load = (position) => {
    try {
      bytes = new Uint8Array(reader.readAsArrayBuffer(blob.slice(position, position + block)));
    } catch {
      throw new FS.ErrnoError(inputOutputError); // it was changed or removed meanwhile
    }
    from = position;
    if (from === 0) ++times;
    postMessage({read: name, upTo: from + bytes.length, of: blob.size, times});
  };
  node.stream_ops = {...node.stream_ops, read: (stream, into, at, length, position) => {
    if (position >= blob.size) return 0;
    if (position < from || position >= from + bytes.length) load(position);
    const part = bytes.subarray(position - from, position - from + length);
    into.set(part, at);
    return part.length;
  }};
};

/** The files of the tz database: the size of an index, the index {name: [where, size]}, and their bytes. */
const unpackZones = (FS, packed) => {
  const size = new DataView(packed.buffer, packed.byteOffset).getUint32(0, true);
  const index = JSON.parse(new TextDecoder().decode(packed.subarray(4, 4 + size)));
  for (const [name, [where, length]] of Object.entries(index)) {
    const path = `${zones}/${name}`;
    FS.mkdirTree(path.slice(0, path.lastIndexOf("/")));
    FS.writeFile(path, packed.subarray(4 + size + where, 4 + size + where + length));
  }
};

/** Standard output and standard error as files: the lowest number that is free is the next one's. */
const capture = (FS) => {
  FS.mkdir(outputs);
  for (const number of [1, 2]) {
    FS.close(FS.getStream(number));
    FS.open(`${outputs}/${number}`, "w");
  }
};

const answer = async ({module, zones: packed, files, args}) => {
  // kpiReport is what emscripten makes.
  const {FS, callMain} = await kpiReport({instantiateWasm: (imports, done) => {
    const instance = new WebAssembly.Instance(module, imports);
    done(instance);
    return instance.exports;
  }});
  unpackZones(FS, packed);
  FS.mkdir(folder);
  for (const file of files) mount(FS, file);
  FS.chdir(folder);
  capture(FS);
  const code = callMain(args);
  const printed = FS.readFile(`${outputs}/1`);
  postMessage({code, printed, told: FS.readFile(`${outputs}/2`, {encoding: "utf8"})}, [printed.buffer]);
};

onmessage = ({data}) => answer(data).catch((error) => postMessage({failed: String(error?.message ?? error)}));
