// What `make bench` asks of a page that thousands of files come to, and the same work in plain JavaScript.
{
  const until = async (is) => {
    const end = performance.now() + 120_000;
    while (!is()) {
      if (performance.now() > end) throw new Error(`never: ${is}`);
      await new Promise((told) => setTimeout(told, 2));
    }
  };

  watch.filesOf = (files) => files.map(([name, text]) => new File([text], name, { type: "application/json" }));

  // Parses texts and keeps the last write of each place: milliseconds.
  watch.mergeTexts = (texts) => {
    const start = performance.now();
    const places = new Map();
    for (const text of texts) {
      for (const { plan, sender, record } of JSON.parse(text).body.parcels) {
        for (const write of record.writes) {
          const field = typeof write.field === "string" ? write.field : JSON.stringify(write.field);
          const place = `${plan}/${sender.id}/${write.task}/${write.period ?? ""}/${field}`;
          const known = places.get(place);
          if (!known || known.at < write.at) places.set(place, write);
        }
      }
    }
    watch.places = places.size;
    return performance.now() - start;
  };

  // Reads the files, then merges them: milliseconds of both.
  watch.mergeBare = async () => {
    const start = performance.now();
    const texts = await Promise.all(watch.files.map((file) => file.text()));
    return [performance.now() - start, watch.mergeTexts(texts)];
  };

  // Gives the files to the page, and the milliseconds until it shows what they bring.
  watch.lookThrough = async () => {
    const data = new DataTransfer();
    for (const file of watch.files) data.items.add(file);
    const input = document.querySelector("main input[type=file][multiple]");
    const start = performance.now();
    input.files = data.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
    await until(() => document.querySelector(".preview"));
    return (await watch.afterPaint()) - start;
  };

  // Takes it in: milliseconds until it stands in memory, and until all is saved.
  watch.accept = async () => {
    const start = performance.now();
    document.querySelector(".preview > .buttons > button").click();
    await until(() => !document.querySelector(".preview"));
    const taken = performance.now();
    await until(() => !document.querySelector("[aria-busy=true]"));
    return [taken - start, performance.now() - start];
  };

  // Goes to a screen: milliseconds until what is looked for is painted.
  watch.open = async (address, shown) => {
    const start = performance.now();
    location.hash = address;
    await until(() => document.querySelector(shown));
    return (await watch.afterPaint()) - start;
  };

  // Chooses another order for the lines.
  watch.sort = async (label, order) => {
    const fields = [...document.querySelectorAll("main label.field")];
    const field = fields.find((it) => it.firstElementChild.textContent === label).querySelector("select");
    await watch.afterPaint();
    const start = performance.now();
    field.value = order;
    if (!field.value) throw new Error(`no order ${order}`);
    field.dispatchEvent(new Event("change", { bubbles: true }));
    return (await watch.afterPaint()) - start;
  };

  // Pastes a list of units and puts them in: milliseconds.
  watch.paste = async (list) => {
    await until(() => document.querySelector("main textarea"));
    const field = document.querySelector("main textarea");
    const start = performance.now();
    field.value = list;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await watch.afterPaint();
    field.form.requestSubmit();
    await until(() => !field.value);
    return (await watch.afterPaint()) - start;
  };

  watch.search = (text) => watch.type(document.querySelector("main [type=search]"), text);
}
