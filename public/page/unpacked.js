// What is packed in this file, as the answer to a request would be (src/one_file/pack.rs).
function unpacked(text) {
  const digit = (place) => {
    const code = text.charCodeAt(place);
    return (code === 35 ? 60 : code) - 36;
  };
  const isOdd = text.length % 2;
  const bytes = new Uint8Array((((text.length - isOdd) / 2) * 13 + isOdd * 6) >> 3);
  let bits = 0;
  let count = 0;
  let length = 0;
  for (let at = 0; at < text.length; at += 2) {
    const isPair = at + 1 < text.length;
    bits |= (isPair ? digit(at) * 91 + digit(at + 1) : digit(at)) << count;
    count += isPair ? 13 : 6;
    for (; count >= 8; count -= 8) {
      bytes[length++] = bits & 255;
      bits >>= 8;
    }
  }
  // Not as a blob: in a page that is a file, WebKit's workers cannot read one.
  const content = new Response(bytes).body.pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(content, { headers: { "content-type": "application/wasm" } });
}
