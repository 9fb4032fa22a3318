// After a module broke down nothing on the page answers any more; what was saved is whole.
const lastWords = () => {
  const words = document.getElementById("last-words");
  if (words && !document.querySelector(".last-words")) document.body.append(words.content.cloneNode(true));
};
const broken = (error) => error instanceof WebAssembly.RuntimeError && lastWords();
addEventListener("error", ({ error }) => broken(error));
addEventListener("unhandledrejection", ({ reason }) => broken(reason));
globalThis.opened = (open) =>
  open().catch((error) => {
    lastWords();
    throw error;
  });
