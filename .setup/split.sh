#!/bin/sh
# Trunk's hook after a build, before the others: divides the app's module in two, so that the first screen waits
# for one of them alone. What goes to which says src/ui/rest.rs; here the tools are called in their order: the
# one that divides what the linker wrote, then those that trunk called for the whole.
set -eu
release=$TRUNK_STAGING_DIR
script=$(basename "$(ls "$release"/so-tien-do-*.js)")
name=${script%.js}
rest=${name}_rest.wasm
target=$(cd "$TRUNK_SOURCE_DIR" && cargo metadata --format-version 1 --no-deps | sed 's/.*"target_directory":"\([^"]*\)".*/\1/')
parts=$target/split
rm -rf "$parts"

wasm-split-cli --out-name "$name" "$target/wasm32-unknown-unknown/$TRUNK_PROFILE/so-tien-do.wasm" "$parts"
wasm-bindgen --target web --no-typescript --keep-lld-exports --out-name "$name" --out-dir "$parts/bound" "$parts/$name.wasm"

smaller() {
  if [ "$TRUNK_PROFILE" = release ]; then
    # The same as for the other module, in index.html.
    # shellcheck disable=SC2046
    wasm-opt -Oz $(sed -n 's/.*data-wasm-opt-params="\(.*\)".*/\1/p' "$TRUNK_SOURCE_DIR/index.html") --strip-debug "$1" -o "$2"
  else
    cp "$1" "$2"
  fi
}
smaller "$parts/bound/${name}_bg.wasm" "$release/${name}_bg.wasm"
smaller "$parts/split_rest.wasm" "$release/$rest"

# Both scripts become one, for one request less. The second file comes from its address, or from the page itself
# where the app is one file; and whatever a server says of its kind.
{
  sed -e '/^import .*__wasm_split\.js/d' \
    -e 's|"./__wasm_split.js": [a-z0-9]*,|"./__wasm_split.js": { __wasm_split_load_rest },|' "$parts/bound/$script"
  sed -e '/^import /d' -e 's/^export const/const/' \
    -e "s|fetch(new URL(\"./split_rest.wasm\", import.meta.url))|(globalThis.restOfApp ?? (async () => fetch(new URL(\"./$rest\", import.meta.url))))()|" \
    -e 's|WebAssembly.instantiateStreaming(src, imports)|src.then((answer) => answer.arrayBuffer()).then((bytes) => WebAssembly.instantiate(bytes, imports))|' \
    "$parts/__wasm_split.js"
} >"$release/$script"
for part in '": { __wasm_split_load_rest }' '^const __wasm_split_load_rest' 'restOfApp' 'answer.arrayBuffer'; do
  grep -q "$part" "$release/$script" || { echo "split: no $part in $script" >&2; exit 1; }
done
