// Fetches the rest of the app with its styles. The build writes their names into the page.
function fetchedRest() {
  const { rest, restStyles } = document.documentElement.dataset;
  const styles = new Promise((resolve, reject) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = restStyles;
    link.onload = resolve;
    link.onerror = () => {
      link.remove();
      reject(new Error(restStyles));
    };
    document.head.append(link);
  });
  return Promise.all([fetch(rest), styles]).then(([answer]) => answer);
}
opened(() => __wbg_init({ module_or_path: globalThis.first }));
