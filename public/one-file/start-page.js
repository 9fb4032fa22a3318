// What starts the app stands packed in this file, too. The page's policy knows it by its hash.
const opened = async (open) => {
  try {
    await open();
  } catch (error) {
    const said = document.getElementById("not-opened");
    if (said) said.hidden = false;
    throw error;
  }
};
const start = async () => {
  const script = document.createElement("script");
  script.type = "module";
  script.textContent = await unpacked(document.getElementById("app-script").textContent).text();
  document.head.append(script);
  // It runs all the same, and is not there twice when the page is written anew.
  script.remove();
};
Object.assign(globalThis, { unpacked, opened });
await opened(start);
