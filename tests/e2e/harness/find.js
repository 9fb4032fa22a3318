// Finds what a person would point at: by its role, and by the name that assistive technology reads out.

const ROLES = {
  any: "button, a[href], summary, label, input, select, textarea, [role]",
  button: "button, summary, input[type=submit], input[type=button], [role=button]",
  link: "a[href], [role=link]",
  checkbox: "input[type=checkbox], [role=checkbox]",
  radio: "input[type=radio], [role=radio]",
  field: "input:not([type=hidden]), textarea, select, [role=textbox], [role=combobox]",
  file: "input[type=file]",
  heading: "h1, h2, h3, h4, h5, h6, [role=heading]",
};

const tidy = (text) => text.normalize("NFC").replace(/\s+/g, " ").trim();

function nameOf(element) {
  const others = element.getAttribute("aria-labelledby")?.split(/\s+/).map((id) => document.getElementById(id));
  const texts = others ?? (element.labels?.length ? [...element.labels] : [element]);
  const own = element.getAttribute("aria-label");
  const text = own ?? texts.map((node) => node?.innerText || node?.textContent || "").join(" ");
  return tidy(text || element.value || element.title || "");
}

// While a dialogue is open, nothing behind it can be reached.
function root() {
  return [...document.querySelectorAll("dialog:modal, [aria-modal=true]")].at(-1) ?? document;
}

function candidates(role, name) {
  const wanted = tidy(name);
  const shown = [...root().querySelectorAll(ROLES[role] ?? `[role=${role}]`)].filter(
    (element) => role === "file" || element.checkVisibility({ visibilityProperty: true }),
  );
  const exact = shown.filter((element) => nameOf(element) === wanted);
  return exact.length ? exact : shown.filter((element) => nameOf(element).includes(wanted));
}

// How much text one has to take in, from the element outwards, until `text` is part of it.
function distance(element, text) {
  for (let around = element; around; around = around.parentElement) {
    const read = tidy(around.innerText ?? "");
    if (read.includes(text)) return read.length;
  }
  return Infinity;
}

function find(role, name, beside) {
  const found = candidates(role, name);
  if (!beside) return found[0] ?? null;
  const near = found
    .map((element) => ({ element, far: distance(element, tidy(beside)) }))
    .filter(({ far }) => far < Infinity)
    .sort((one, other) => one.far - other.far);
  return near[0]?.element ?? null;
}
