// How much of the screen is left beside what stands still while the rest scrolls, as share of its height.
const LEAST = 0.6;
const sheet = [...document.querySelectorAll("dialog:modal")].at(-1);
const still = [...(sheet ?? document.body).querySelectorAll("*")].filter((element) => {
  const { position } = getComputedStyle(element);
  // A message goes away by itself; what stands beside the text takes none of its height.
  return ["fixed", "sticky"].includes(position) && element.checkVisibility() && !element.closest(".toast, .skip, .frame");
});
const boxes = still.map((element) => element.getBoundingClientRect()).filter((box) => box.width > innerWidth * 0.6);
const taken = boxes.reduce((sum, box) => sum + Math.max(0, Math.min(box.bottom, innerHeight) - Math.max(box.top, 0)), 0);
const height = sheet ? sheet.clientHeight : innerHeight;
return taken > (1 - LEAST) * height ? [`${Math.round(taken)} of ${height} px are taken by what stands still`] : [];
