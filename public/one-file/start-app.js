try {
  await __wbg_init({ module_or_path: unpacked(document.getElementById("app").textContent) });
} catch (error) {
  const said = document.getElementById("not-opened");
  if (said) said.hidden = false;
  throw error;
}
