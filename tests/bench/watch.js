{
  const watch = { readyAfter: 0, longTasks: [], memories: [] };
  window.watch = watch;

  new MutationObserver((_, observer) => {
    if (!document.querySelector("[data-ready]")) return;
    observer.disconnect();
    watch.afterPaint().then((at) => { watch.readyAfter = at; });
  }).observe(document, { attributes: true, childList: true, subtree: true });

  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) watch.longTasks.push(task.duration);
  }).observe({ type: "longtask", buffered: true });

  // What is posted within a frame arrives behind its layout and paint.
  watch.afterPaint = () => new Promise((painted) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => painted(performance.now());
    port2.postMessage(null);
  }));

  const BOXES = "[role=checkbox], input[type=checkbox]";
  const isTicked = (box) => box.checked ?? box.getAttribute("aria-checked") === "true";
  // Those that are out of sight are left alone: to ask where they are would lay them out.
  const inSight = () => {
    const found = [];
    for (const box of document.querySelectorAll(BOXES)) {
      const { top, bottom } = box.getBoundingClientRect();
      if (bottom >= innerHeight) break;
      if (top > 0) found.push(box);
    }
    return found;
  };

  watch.boxes = () => document.querySelectorAll(BOXES).length;

  // Ticks one that is in sight, and gives the milliseconds until that has been painted.
  watch.tick = async (number) => {
    const boxes = inSight();
    const box = boxes[number % boxes.length];
    const before = isTicked(box);
    await watch.afterPaint();
    const start = performance.now();
    box.click();
    let end = await watch.afterPaint();
    while (isTicked(box) === before) {
      if (end > start + 20_000) throw new Error("the tick had no effect");
      end = await watch.afterPaint();
    }
    return end - start;
  };

  const until = async (ready) => {
    const end = performance.now() + 20_000;
    while (!ready()) {
      if (performance.now() > end) throw new Error(`waited in vain: ${ready}`);
      await watch.afterPaint();
    }
  };

  // Pastes a file and takes in what is new in it; where there is nothing, puts it away.
  watch.takeIn = async (text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    await until(() => document.querySelector("main [type=file]"));
    const paste = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
    document.querySelector("main").dispatchEvent(paste);
    await until(() => document.querySelector(".preview"));
    const [button] = document.querySelectorAll(".preview > .buttons > button");
    button.click();
    await until(() => !document.querySelector(".preview"));
  };

  // A frame in which nothing happens: what no answer can come before.
  watch.frame = async () => {
    await watch.afterPaint();
    const start = performance.now();
    return (await watch.afterPaint()) - start;
  };

  // Types a letter more, and gives the milliseconds until what it finds has been painted.
  watch.type = async (field, text) => {
    await watch.afterPaint();
    const start = performance.now();
    field.value = text;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    return (await watch.afterPaint()) - start;
  };

  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const result = await original.apply(WebAssembly, given);
      const { exports } = result.instance ?? result;
      // Its name may have been made short.
      watch.memories.push(...Object.values(exports).filter((one) => one instanceof WebAssembly.Memory));
      return result;
    };
  }
  watch.wasmBytes = () => watch.memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
}
