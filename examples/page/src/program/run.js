// Runs kpi-report: each run in a worker of its own, so that the page goes on, and a run that is not wanted any more ends at once.

const textOf = (id) => document.getElementById(id).textContent;

let kept;
/** What the build put into the page, unpacked once. */
const parts = () => kept ??= new Promise((resolve, reject) => {
  const worker = new Worker(URL.createObjectURL(new Blob([textOf("unpacker")], {type: "text/javascript"})));
  const fail = (message) => {
    kept = null; // there may be more memory the next time
    worker.terminate();
    reject(new Error(message));
  };
  worker.onerror = (event) => { event.preventDefault(); fail(event.message); };
  worker.onmessage = ({data}) => {
    if (data.failed !== undefined) return fail(data.failed);
    worker.terminate();
    resolve({...data, script: URL.createObjectURL(data.script)});
  };
  worker.postMessage(Object.fromEntries(["wasm", "worker", "zones", "page"].map((name) => [name, textOf(`packed-${name}`)])));
});

/** The page that the program fills in; it looks for it where it is. */
export const nameOfPage = "kpi-report.html";

export class Stopped extends Error {}

/** What a browser says where it has no more memory. */
const outOfMemory = /out of memory|not allocate|allocation failed|invalid (typed )?array length|bad_alloc/i;
/** What the program says there: an allocation failed, or would be larger than anything can be. */
const programOutOfMemory = /stopped: (std::bad_alloc|vector|basic_string)/;
const tooLarge = "The memory that a browser gives to a page does not suffice for this. Where kpi-report is installed it reads files of any size.";

/**
 * files: [{name, blob}]; told(progress) hears of each block that was read. `ended` becomes {code, printed, told}: the exit
 * code, standard output and standard error; or fails with what a person can be told. `stop()` ends it.
 */
export const run = (args, files, told = () => {}) => {
  const {promise: ended, resolve, reject} = withResolvers();
  let worker, over = false;
  const end = (settle, value) => {
    over = true;
    worker?.terminate();
    settle(value);
  };
  const fail = (message) => end(reject, new Error(outOfMemory.test(message) ? tooLarge : `kpi-report stopped: ${message}`));
  parts().then(({module, script, zones, page}) => {
    if (over) return;
    worker = new Worker(script);
    worker.onerror = (event) => { event.preventDefault(); fail(event.message); };
    worker.onmessageerror = () => fail("what it printed could not be taken over");
    worker.onmessage = ({data}) => {
      if (data.read !== undefined) told(data);
      else if (data.failed !== undefined) fail(data.failed);
      else if (data.code === 2 && programOutOfMemory.test(data.told)) end(reject, new Error(tooLarge));
      else end(resolve, data);
    };
    worker.postMessage({module, zones, args, files: [{name: nameOfPage, blob: page}, ...files]});
  }, (error) => fail(error.message));
  return {ended, stop: () => { if (!over) end(reject, new Stopped()); }};
};

const withResolvers = () => {
  const all = {};
  all.promise = new Promise((resolve, reject) => Object.assign(all, {resolve, reject}));
  return all;
};
