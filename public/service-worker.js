// Keeps one whole release of the app on the device, so that it opens without a network.
//
// A release is kept completely or not at all, and a new one waits until the page asks for it, so files of
// two releases never meet. Each file is kept under the hash of its content: an update fetches only what
// changed, and one that was interrupted goes on where it stopped.

// Every file of this release with its SHA-256; the build writes this line (src/release/list.rs).
const RELEASE = { version: "", files: {} };

const SCOPE = self.registration.scope;
// Several apps may live on one origin, so the name says whose cache it is.
const OURS = `so-tien-do ${SCOPE} `;
const CACHE = OURS + RELEASE.version;
// What other apps share waits here until the page has shown it. The page knows this name too; it is none of
// a release's caches, so no update removes it.
const INBOX = `so-tien-do inbox ${SCOPE}`;
// Named in the manifest; no server answers there.
const SHARE_TARGET = new URL("nhan-tep", SCOPE).href;
const KEYS = new Map(
  Object.entries(RELEASE.files).map(([path, hash]) => [address(path), `${address(path)}?sha256=${hash}`]),
);
// A page that is fetched carries the first part of the app within it (src/release/page.rs). What is kept is opened
// sooner if the two stand apart.
const PAGE = `${SCOPE}?kept`;
const FIRST = address("first.wasm");
const PIECE = /<script type="application\/octet-stream">([^<]*)<\/script><script>[^<]*<\/script>\s*/g;

self.addEventListener("install", (event) => event.waitUntil(keepRelease()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("message", (event) => {
  if (event.data?.type === "skip-waiting") self.skipWaiting();
});
self.addEventListener("fetch", (event) => {
  if (event.request.method === "POST" && event.request.url === SHARE_TARGET) {
    event.respondWith(takeIn(event.request));
    return;
  }
  const key = event.request.method === "GET" && keyOf(event.request.url);
  if (key) event.respondWith(answer(event.request, key));
});

async function keepRelease() {
  const cache = await caches.open(CACHE);
  await Promise.all(Object.keys(RELEASE.files).map((path) => keep(cache, path)));
  await divide(cache);
}

// Each letter of a piece is a byte, in its lower half.
async function divide(cache) {
  const whole = await (await cache.match(KEYS.get(SCOPE))).text();
  const letters = [];
  // What is shown until the app is there would only have to be drawn, too.
  const page = whole
    .replace(PIECE, (_, piece) => (letters.push(piece), ""))
    .replace(/<div class="shell">[^]*?(?=<script)/, "")
    .replace("<html ", "<html data-kept ");
  const bytes = Uint8Array.from(letters.join(""), (letter) => letter.charCodeAt(0));
  const kept = (content, type) => new Response(content, { headers: { "content-type": type } });
  await cache.put(FIRST, kept(bytes, "application/wasm"));
  await cache.put(PAGE, kept(page, "text/html; charset=utf-8"));
}

async function keep(cache, path) {
  const key = KEYS.get(address(path));
  if (await cache.match(key)) return;
  const fromOlderRelease = await caches.match(key);
  await cache.put(key, fromOlderRelease ?? (await download(path)));
}

// With `integrity` the browser refuses any other content: what a network's log-in page answers, a stale
// copy, or a file of the next release while it is being put on the server. What the page has just loaded
// may come from the browser's own cache; if that is stale, the server is asked.
async function download(path) {
  const options = { integrity: `sha256-${base64(RELEASE.files[path])}`, redirect: "error" };
  try {
    return await fetch(address(path), options);
  } catch {
    return fetch(address(path), { ...options, cache: "reload" });
  }
}

// Claiming the pages makes the very first visit ready for work without a network.
async function takeOver() {
  const names = await caches.keys();
  const outdated = names.filter((name) => name.startsWith(OURS) && name !== CACHE);
  await Promise.all(outdated.map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function answer(request, key) {
  const cache = await caches.open(CACHE);
  const divided = key === KEYS.get(SCOPE) && (await cache.match(PAGE));
  return divided || ((await cache.match(key)) ?? fetch(request));
}

// Answers other apps that share with this one: keeps what they send, and shows the page that takes it up.
async function takeIn(request) {
  const page = new URL("./#/gui-nhan", SCOPE);
  try {
    await keepShared(await request.formData());
  } catch {
    page.hash += "?chua-nhan";
  }
  return Response.redirect(page.href, 303);
}

// Files are kept with their names; a text has none.
async function keepShared(form) {
  const inbox = await caches.open(INBOX);
  for (const part of [...form.getAll("files"), ...form.getAll("text")]) {
    if (!(part.size ?? part.trim().length)) continue;
    const headers = part instanceof File ? { "x-name": encodeURIComponent(part.name) } : {};
    await inbox.put(`${SHARE_TARGET}?${crypto.randomUUID()}`, new Response(part, { headers }));
  }
}

// The page itself is asked for by its folder, since some servers redirect its name there.
function address(path) {
  return new URL(path === "index.html" ? "./" : path, SCOPE).href;
}

// Nothing for addresses that are no file of the release; those requests are left alone.
function keyOf(href) {
  const url = new URL(href);
  url.search = "";
  url.hash = "";
  if (url.href === `${SCOPE}index.html`) url.href = SCOPE;
  return url.href === FIRST ? FIRST : KEYS.get(url.href);
}

function base64(hex) {
  return btoa(String.fromCharCode(...hex.match(/../g).map((byte) => Number.parseInt(byte, 16))));
}
