#!/bin/sh
# Makes src/web/ui/style/fonts/anyshore-latin.woff2 (20 KB instead of 46) from @fontsource-variable/ibm-plex-sans:
# weights 400 to 700, Latin-1 and punctuation, no hinting. Needs fontTools and brotli
# (Debian: apt-get install fonttools python3-brotli). The licence is OFL 1.1 with the reserved
# name "Plex", so the changed font gets another name.
set -eu
cd "$(dirname "$0")/.."
package=node_modules/@fontsource-variable/ibm-plex-sans/files
out=${1:-src/web/ui/style/fonts/anyshore-latin.woff2}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fonttools varLib.instancer "$package/ibm-plex-sans-latin-wght-normal.woff2" wght=400:700 -o "$work/narrow.ttf" -q
python3 - "$work/narrow.ttf" "$work/named.ttf" <<'PY'
import sys
from fontTools.ttLib import TTFont
font = TTFont(sys.argv[1])
for record in list(font['name'].names):
    if record.nameID in (1, 3, 4, 6, 16, 25):
        name = 'AnyshoreSans' if record.nameID in (6, 25) else 'Anyshore Sans'
        font['name'].setName(name, record.nameID, record.platformID, record.platEncID, record.langID)
font.save(sys.argv[2])
PY
pyftsubset "$work/named.ttf" --layout-features='ccmp,locl,kern,mark,mkmk' --no-hinting --flavor=woff2 \
  --unicodes='U+20-7E,U+A0,U+A3,U+A5,U+A9,U+AB,U+B0,U+B1,U+B7,U+BB,U+BD,U+C0-FF,U+152-153,U+2013,2014,2018-201E,2022,2026,2039,203A,20AC,2122,2212' \
  --output-file="$out"
ls -l "$out"
