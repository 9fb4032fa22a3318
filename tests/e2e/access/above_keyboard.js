// Fields that cannot be seen once they are focused, where the page is told to end above the keyboard.
const faults = [];
const meta = document.querySelector("meta[name=viewport]").content;
if (!meta.includes("interactive-widget=resizes-content")) faults.push("the page goes on below the keyboard");
const root = [...document.querySelectorAll("dialog:modal")].at(-1) ?? document.body;
const text = "input:not([type=radio], [type=checkbox], [type=file], [type=date]), textarea";
for (const field of [...root.querySelectorAll(text)].filter((one) => one.checkVisibility())) {
  field.focus();
  const box = field.getBoundingClientRect();
  // Of a field that is higher than the screen the line that is written in is what has to be seen.
  const [x, y] = [box.left + box.width / 2, Math.max(box.top, 0) + Math.min(box.height, 40) / 2];
  const hit = document.elementFromPoint(x, y);
  const whole = box.height > innerHeight * 0.6 || (box.top >= 0 && box.bottom <= innerHeight);
  if (!whole || !(hit === field || field.labels[0]?.contains(hit)))
    faults.push(`${Math.round(box.top)}–${Math.round(box.bottom)} of ${innerHeight}, there is ${hit?.outerHTML.slice(0, 60)}: ${field.outerHTML.slice(0, 100)}`);
}
document.activeElement.blur();
return faults;
