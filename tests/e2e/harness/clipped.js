// Texts that their own box cuts off: those that hide what is too much, and lines that are lower than their letters.
const own = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
const hidden = (style) => ["hidden", "clip"].some((value) => [style.overflowX, style.overflowY].includes(value));
const cut = (element) => {
  const style = getComputedStyle(element);
  // What is meant for ears alone is cut to nothing on purpose.
  if (!hidden(style) || element.clientHeight < 4 || style.position === "absolute") return "";
  const clamped = style.webkitLineClamp !== "none";
  if (!clamped && element.scrollHeight > element.clientHeight + 1)
    return `${element.scrollHeight} px high in ${element.clientHeight} px`;
  if (element.scrollWidth > element.clientWidth + 1 && style.textOverflow !== "ellipsis")
    return `${element.scrollWidth} px wide in ${element.clientWidth} px`;
  return "";
};
// "Ặ" and "ỵ" reach over and under; where lines stand below each other, less than 1.15 of the letters' size lets
// them touch.
const tight = (element) => {
  const { lineHeight, fontSize } = getComputedStyle(element);
  const share = parseFloat(lineHeight) / parseFloat(fontSize);
  const several = element.getBoundingClientRect().height > 1.8 * parseFloat(lineHeight);
  return own(element) && several && share < 1.15 ? `lines of ${share.toFixed(2)}` : "";
};
return [...document.body.querySelectorAll("*")]
  .filter((element) => element.checkVisibility({ visibilityProperty: true }) && element.textContent.trim())
  .filter((element) => !["SCRIPT", "STYLE", "OPTION"].includes(element.tagName) && !element.closest("svg"))
  .map((element) => [cut(element) || tight(element), element])
  .filter(([fault]) => fault)
  .map(([fault, element]) => `${fault}: ${element.outerHTML.slice(0, 120)}`);
