// Starts the module that reads documents, in a worker. The build puts a hash behind this file's name where
// the page names it (src/release/parts.rs), and the files of the module are asked for under the same one, so
// that no cache mixes two releases.
const release = self.location.search;

importScripts(`./reading-worker.js${release}`);
wasm_bindgen({ module_or_path: `./reading-worker_bg.wasm${release}` }).catch(() => postMessage(["broken"]));
