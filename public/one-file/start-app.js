globalThis.restOfApp = async () => unpacked(document.getElementById("rest").textContent);
await opened(() => __wbg_init({ module_or_path: unpacked(document.getElementById("app").textContent) }));
