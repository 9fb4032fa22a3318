#!/usr/bin/env bash
# Draws the PNG icons again after an SVG in public/icons was changed; the results are kept in the repository,
# so no build needs this. Uses rsvg-convert, pngquant and optipng (Debian: librsvg2-bin pngquant optipng).
set -euo pipefail
cd "$(dirname "$0")/../public/icons"

draw() {
  local drawing=$1 size=$2 image=$3
  rsvg-convert --width "$size" --height "$size" "$drawing" |
    pngquant --quality 90-100 --speed 1 --strip - >"$image"
  optipng -quiet -o7 "$image"
}

draw icon.svg 192 icon-192.png
draw icon.svg 512 icon-512.png
draw maskable.svg 192 maskable-192.png
draw maskable.svg 512 maskable-512.png
draw maskable.svg 180 apple-touch-icon.png
