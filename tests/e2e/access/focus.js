// What has the focus, and what is wrong with that: it cannot be seen whole, or the order is another than that of reading.
const at = document.activeElement;
const before = window.focusedBefore;
window.focusedBefore = at;
if (!at || at === document.body) {
  window.focusedSeen = new Set();
  return { name: "", is_new: false, faults: [] };
}
window.focusedSeen ??= new Set();
const isNew = !focusedSeen.has(at);
focusedSeen.add(at);
const faults = [];
const ring = (element) => {
  const style = getComputedStyle(element);
  return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && style.opacity !== "0";
};
const around = [at, at.parentElement, at.parentElement?.parentElement].filter((one) => one?.matches(":focus-visible, :focus-within"));
const shown = around.find(ring);
if (!shown) faults.push("shows no focus");
// What is left out while it is out of sight is also cut at its own edges.
const isCutBy = (part) => {
  const { outlineWidth, outlineOffset } = getComputedStyle(shown);
  const reach = parseFloat(outlineWidth) + parseFloat(outlineOffset);
  const [edge, inner] = [part.getBoundingClientRect(), shown.getBoundingClientRect()];
  const room = [inner.left - edge.left, inner.top - edge.top, edge.right - inner.right, edge.bottom - inner.bottom];
  return Math.min(...room) < reach - 0.5;
};
for (let part = shown?.parentElement; part; part = part.parentElement)
  if (getComputedStyle(part).contentVisibility === "auto" && isCutBy(part)) faults.push("shows a focus that is cut off");
const box = at.getBoundingClientRect();
const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
if (right - left < 1 || bottom - top < 1) {
  faults.push(`is out of view at ${Math.round(box.top)} of ${innerHeight}`);
} else {
  const shares = [0.1, 0.3, 0.5, 0.7, 0.9];
  const points = shares.flatMap((x) => shares.map((y) => [left + x * (right - left), top + y * (bottom - top)]));
  const hits = points.filter(([x, y]) => {
    const hit = document.elementFromPoint(x, y);
    return hit && (at.contains(hit) || hit.contains(at) || [...(at.labels ?? [])].some((label) => label.contains(hit)));
  });
  if (!hits.length) faults.push("is covered");
}
if (before?.isConnected && isNew && before !== document.body && !(before.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING))
  faults.push(`comes after ${nameOf(before)}`);
return { name: nameOf(at), is_new: isNew, faults: faults.map((fault) => `${fault}: ${at.outerHTML.slice(0, 140)}`) };
