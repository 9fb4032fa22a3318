#!/bin/sh
# Divides the app's module in two, so that the first screen waits for one of them alone, and makes both and the script
# that binds them small. What goes to which says src/ui/rest.rs; here the tools are called in their order: the one that
# divides what the linker wrote, then those that trunk called for the whole. What comes of it lies in $parts.
set -eu
target=$1
parts=$2
rm -rf "$parts"
mkdir -p "$parts"

wasm-split-cli --out-name app "$target/wasm32-unknown-unknown/$TRUNK_PROFILE/so-tien-do.wasm" "$parts"
wasm-bindgen --target web --no-typescript --keep-lld-exports --out-name app --out-dir "$parts/bound" "$parts/app.wasm"

# Both scripts become one. The second file comes from its address with its styles, or from the page itself where the
# app is one file; and whatever a server says of its kind.
{
  sed -e '/^import .*__wasm_split\.js/d' -e '/^export {.*};$/d' -e 's/^export class/class/' \
    -e 's|"./app_bg.js": import0,|a: Object.assign(import0, { __wasm_split_load_rest }),|' \
    -e '/"\.\/__wasm_split\.js": [a-z0-9]*,/d' "$parts/bound/app.js"
  sed -e '/^import /d' -e 's/^export const/const/' \
    -e 's|fetch(new URL("./split_rest.wasm", import.meta.url))|(globalThis.restOfApp ?? fetchedRest)()|' \
    -e 's|WebAssembly.instantiateStreaming(src, imports)|src.then((answer) => answer.arrayBuffer()).then((bytes) => WebAssembly.instantiate(bytes, imports))|' \
    -e 's|sharedImports.__wasm_split,|sharedImports["__wasm_split"],|' \
    -e 's|sharedImports.__wasm_split.__indirect_function_table|sharedImports["__wasm_split"]["__indirect_function_table"]|' -e 's|{ __wasm_split: |{ "__wasm_split": |' \
    -e '/Object.assign(sharedImports/ s/ \([A-Za-z_0-9]*\),/ "\1": \1,/g' "$parts/__wasm_split.js"
  cat "$TRUNK_SOURCE_DIR/public/page/start-app.js"
} >"$parts/app.js"
for part in 'a: Object.assign' '^const __wasm_split_load_rest' 'restOfApp' 'answer.arrayBuffer'; do
  grep -q "$part" "$parts/app.js" || { echo "split: no $part in the app's script" >&2; exit 1; }
done
if grep -n '^export\|^import\|"\./' "$parts/app.js"; then echo "split: what the script imports or exports" >&2; exit 1; fi

# What the script never asks for is left out, with all that is there for it alone: streams that leptos brings along.
names=$(grep -oE '(wasm|initSync\(undefined, undefined\))\.[A-Za-z0-9_]+|__wasm_split_shared[0-9]+|__indirect_function_table' "$parts/app.js" |
  sed 's/.*\.//' | grep -v intounderlying | sort -u)
{
  printf '[{"name":"page","root":true,"reaches":["."'
  for name in $names main; do printf ',"%s"' "$name"; done
  printf ']},{"name":".","export":"."}'
  for name in $names main; do printf ',{"name":"%s","export":"%s"}' "$name" "$name"; done
  printf ']'
} >"$parts/wanted.json"

options=$(sed -n 's/.*data-wasm-opt-params="\(.*\)".*/\1/p' "$TRUNK_SOURCE_DIR/index.html")
features=$(printf '%s' "$options" | tr ' ' '\n' | grep '^--enable')
# shellcheck disable=SC2086
wasm-metadce $features --graph-file="$parts/wanted.json" -g "$parts/bound/app_bg.wasm" -o "$parts/wanted.wasm" >"$parts/unwanted"
if [ "$TRUNK_PROFILE" = release ]; then smaller="-Oz $options --strip-debug"; else smaller=$features; fi
# shellcheck disable=SC2086
wasm-opt $smaller --minify-imports-and-exports-and-modules "$parts/wanted.wasm" -o "$parts/first.wasm" >"$parts/names.json"
# shellcheck disable=SC2086
wasm-opt $smaller "$parts/split_rest.wasm" -o "$parts/rest.wasm"

# The script calls things by their new names, too.
sed -n 's/^ *\[\(".*", \)*"\(.*\)", "\(.*\)"\],*$/"\2": "\3",/p' "$parts/names.json" | sed '$ s/,$//; 1 s/^/{/; $ s/$/}/' >"$parts/new-names.json"
esbuild --minify --format=iife --target=es2020 --log-level=error --mangle-cache="$parts/new-names.json" \
  --mangle-props='^(__wbg_|__wbindgen|wasm_bindgen|__externref|__wasm_split|__indirect_function_table$|memory$|main$)' \
  "$parts/app.js" --outfile="$parts/script.js"

# What suits those who see, point, or write in other ways comes last, since it changes what the others say.
styles() {
  part=$1; shift
  for style in "$@" ../access; do cat "$TRUNK_SOURCE_DIR/style/$part/$style.css"; done |
    esbuild --minify --loader=css --log-level=error >"$parts/$part.css"
}
styles first tokens base frame lists
styles rest forms layout parts document exchange overview print report
