// Keeps the page on the device, so that it opens without a network.

const CACHE = "nhiem-vu-1";
const FILES = ["./", "style.css", "reference.js", "reference_bg.wasm"];

self.addEventListener("install", (event) => event.waitUntil(keep()));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => event.respondWith(answer(event.request)));

async function keep() {
  const cache = await caches.open(CACHE);
  await cache.addAll(FILES);
}

async function answer(request) {
  return (await caches.match(request, { ignoreSearch: true })) ?? fetch(request);
}
