// In a worker, so that the page goes on meanwhile: what the build packed into the page, as it was; the program compiled.

const unpacked = async (text) => {
  const packed = atob(text), bytes = new Uint8Array(packed.length);
  for (let i = 0; i < packed.length; ++i) bytes[i] = packed.charCodeAt(i);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
};

const unpack = async ({wasm, worker, zones, page}) => ({
  module: await WebAssembly.compile(await unpacked(wasm)),
  script: new Blob([await unpacked(worker)], {type: "text/javascript"}),
  zones: new Uint8Array(await unpacked(zones)),
  page: new Blob([await unpacked(page)]),
});

onmessage = ({data}) => unpack(data).then(postMessage, (error) => postMessage({failed: String(error?.message ?? error)}));
