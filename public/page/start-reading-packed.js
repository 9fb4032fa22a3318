// The page hands the module over: a page that is a file can load nothing, and neither can its workers.
onmessage = async ({ data }) => {
  try {
    await wasm_bindgen({ module_or_path: unpacked(data) });
  } catch {
    postMessage(["broken"]);
  }
};
