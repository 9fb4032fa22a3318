// What is packed in this file, as the answer to a request would be: raw deflate in base 85 (src/one_file/pack.rs).
function unpacked(text) {
  const bytes = new Uint8Array(Math.ceil(text.length / 5) * 4);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 5) {
    let word = 0;
    for (let place = at; place < at + 5; place++) {
      const code = place < text.length ? text.charCodeAt(place) : 124;
      word = word * 85 + (code === 125 ? 60 : code) - 40;
    }
    view.setUint32((at / 5) * 4, word);
  }
  const packed = new Blob([bytes.subarray(0, Math.floor((text.length * 4) / 5))]);
  const content = packed.stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(content, { headers: { "content-type": "application/wasm" } });
}
