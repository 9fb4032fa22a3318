// What is smaller than a thumb. A link within a sentence may be: its line is what it has.
const WANTED = 48;
const shown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: false });
const inSentence = (element) =>
  element.matches("a") &&
  getComputedStyle(element).display === "inline" &&
  [...element.parentElement.childNodes].some((node) => node !== element && node.textContent.trim());
// A label is part of what it labels: a tap on it is a tap on that.
const area = (element) => {
  const boxes = [element, ...(element.labels ?? [])].map((one) => one.getBoundingClientRect());
  const [left, top] = ["left", "top"].map((side) => Math.min(...boxes.map((box) => box[side])));
  const [right, bottom] = ["right", "bottom"].map((side) => Math.max(...boxes.map((box) => box[side])));
  return [right - left, bottom - top];
};
const root = [...document.querySelectorAll("dialog:modal")].at(-1) ?? document.body;
return [...root.querySelectorAll("button, a[href], summary, input, select, textarea, [role=checkbox]")]
  .filter((element) => shown(element) && !element.matches(".skip") && !inSentence(element))
  .map((element) => [element, ...area(element)])
  .filter(([, width, height]) => width < WANTED - 0.5 || height < WANTED - 0.5)
  .map(([element, width, height]) => `${Math.round(width)} × ${Math.round(height)}: ${element.outerHTML.slice(0, 140)}`);
