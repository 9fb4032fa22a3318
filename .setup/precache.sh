#!/bin/sh
# Trunk's hook after a build: writes the list of the release's files, with their hashes, into its service
# worker, and a version that is the hash of that list. Before that it puts a hash behind the address of the
# second module, whose files have fixed names.
set -eu
cd "$TRUNK_STAGING_DIR"
worker=service-worker.js

sha256() {
  if command -v sha256sum >/dev/null; then sha256sum "$@"; else shasum -a 256 "$@"; fi
}

# Turns figures of base 16 into the bytes that they stand for.
bytes() {
  for pair in $(sed 's/../& /g'); do
    # shellcheck disable=SC2059
    printf "\\$(printf '%03o' "0x$pair")"
  done
}

# One line "hash  ./path" a file. The worker itself is looked after by the browser; the app as one file is
# fetched by who wants it, and pictures of the screens by browsers that show them before they install.
hashes() {
  find . -type f ! -name '.*' ! -name "$worker" ! -name 'so-tien-do*.html' ! -path './screenshots/*' | LC_ALL=C sort | while read -r file; do sha256 "$file"; done
}

reader=$(cat start-reading.js reading-worker.js reading-worker_bg.wasm | sha256 | cut -c 1-12)
sed -E "s|(content=\"?start-reading\.js)[?0-9a-f]*|\1?$reader|" index.html >index.html.new
grep -q "start-reading.js?$reader" index.html.new || { echo "precache: no reading-worker in index.html" >&2; exit 1; }
mv index.html.new index.html

# The page's policy names its one inline script by the hash of what stands between the tags.
script=$(awk '/<script type="module">/ { inside = 1 } inside { print } /<\/script>/ { inside = 0 }' index.html)
script=${script#*<script type=\"module\">}
script=${script%</script>*}
hash=$(printf '%s' "$script" | sha256 | cut -c 1-64 | bytes | base64)
sed "s|'sha256-START'|'sha256-$hash'|" index.html >index.html.new
grep -q "'sha256-$hash'" index.html.new || { echo "precache: no policy in index.html" >&2; exit 1; }
mv index.html.new index.html

list=$(hashes)
version=$(printf '%s' "$list" | sha256 | cut -c 1-12)
files=$(printf '%s\n' "$list" | sed -E 's|^([0-9a-f]{64}) [ *]\./(.*)$|"\2": "\1",|' | tr '\n' ' ')

sed "s|^const RELEASE = .*|const RELEASE = { version: \"$version\", files: { $files} };|" "$worker" >"$worker.new"
grep -q "^const RELEASE = { version: \"$version\"" "$worker.new" || { echo "precache: no RELEASE line in $worker" >&2; exit 1; }
mv "$worker.new" "$worker"
