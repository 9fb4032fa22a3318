// What starts the app stands packed in this file, too. The page's policy knows it by its hash.
const packed = (id) => unpacked(document.getElementById(id).textContent);
const start = async () => {
  const script = document.createElement("script");
  script.textContent = await packed("app-script").text();
  document.head.append(script);
  // It runs all the same, and is not there twice when the page is written anew.
  script.remove();
};
globalThis.first = (async () => WebAssembly.compile(await packed("app").arrayBuffer()))();
globalThis.restOfApp = async () => packed("rest");
opened(start);
