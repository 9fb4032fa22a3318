// The first part of the app stands in the page itself, in pieces (src/release/page.rs): each is handed on as it
// arrives, so that all is compiled when the last one is there. In a page that is kept on the device the service
// worker has put it into a file beside it.
const arriving = () => {
  if (document.documentElement.hasAttribute("data-kept")) return fetch("first.wasm");
  const pieces = new ReadableStream({
    start(stream) {
      globalThis.take = (piece) => {
        const letters = piece.textContent;
        // An empty one is the last.
        if (!letters) return stream.close();
        const bytes = new Uint8Array(letters.length);
        for (let at = 0; at < bytes.length; at += 1) bytes[at] = letters.charCodeAt(at);
        stream.enqueue(bytes);
        piece.remove();
      };
    },
  });
  return new Response(pieces, { headers: { "content-type": "application/wasm" } });
};
const compiled = async (answer) => {
  const [streamed, whole] = [answer.clone(), answer];
  try {
    return await WebAssembly.compileStreaming(streamed);
  } catch {
    // Some browsers compile no stream, or none that a page makes.
    return WebAssembly.compile(await whole.arrayBuffer());
  }
};
globalThis.first = Promise.resolve(arriving()).then(compiled);

// The browser's offer to install the app comes before there is somebody to take it.
addEventListener("beforeinstallprompt", (offer) => {
  offer.preventDefault();
  globalThis.installOffer = offer;
});

// The browser hands its storage over while the app is compiled: what is kept may be megabytes.
setTimeout(() => {
  try {
    localStorage.length;
  } catch {
    // Where nothing may be kept, the app says so.
  }
});
