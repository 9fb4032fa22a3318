// What would be read out without its name, and what one could not find one's way by.
const faults = [];
const shown = (element) => element.checkVisibility({ visibilityProperty: true });
for (const element of document.querySelectorAll("button, a[href], summary, input, select, textarea, dialog, nav, [role=img]")) {
  if (shown(element) && !nameOf(element)) faults.push(`without a name: ${element.outerHTML.slice(0, 140)}`);
}
const count = (selector, wanted) => {
  const found = [...document.querySelectorAll(selector)].filter(shown).length;
  if (found !== wanted) faults.push(`${found} of ${selector}`);
};
count("h1", 1);
count("main", 1);
count("nav[aria-label]", 1);
if (document.documentElement.lang !== "vi") faults.push("the page does not say its language");
const heading = tidy(document.querySelector("h1")?.innerText ?? "");
if (document.title !== `${heading} – Sổ Tiến Độ`) faults.push(`“${document.title}” over “${heading}”`);
// Levels without a gap, so that jumping by headings skips nothing. What is folded away or printed only counts not.
let level = 0;
const root_ = [...document.querySelectorAll("dialog:modal")].at(-1) ?? document.body;
for (const found of [...root_.querySelectorAll("h1, h2, h3, h4, h5")].filter(shown)) {
  const next = Number(found.tagName[1]);
  if (level && next > level + 1) faults.push(`h${next} after h${level}: ${tidy(found.innerText)}`);
  level = next;
}
return faults;
