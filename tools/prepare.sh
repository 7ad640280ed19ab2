# Read by the programs in bin/, with $root set: brings what Anyshore runs on, when it is missing or
# stale, and says so. POSIX sh; several of them may run at once.

node_version=24.21.0

say() { printf '%s\n' "$*" >&2; }

# Node 22.22 or newer is used as it is; under an older one npm brings a newer Node into .tools/.
prepare_node() {
  command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1 || {
    say 'Anyshore needs Node.js 20 or newer and npm: https://nodejs.org'
    exit 1
  }
  new_enough "$(node -v)" && return 0
  brought=$root/.tools/node_modules/.bin
  if [ "$("$brought/node" -v 2>/dev/null)" != "v$node_version" ]; then
    take_turn
    if [ "$("$brought/node" -v 2>/dev/null)" != "v$node_version" ]; then
      say "Bringing Node.js $node_version into .tools/ (this machine's is $(node -v)) …"
      mkdir -p "$root/.tools"
      # npm asks for consent to run the script with which this package picks the platform's binary.
      printf '%s\n' '{ "private": true, "allowScripts": { "node": true } }' >"$root/.tools/package.json"
      quiet npm install --prefix "$root/.tools" --no-audit --no-fund --loglevel=error "node@$node_version"
      [ "$("$brought/node" -v)" = "v$node_version" ]
    fi
    end_turn
  fi
  PATH=$brought:$PATH
  export PATH
}

# Compiled code is kept between starts: it halves the processor time until a program is there.
NODE_COMPILE_CACHE=${NODE_COMPILE_CACHE:-$root/node_modules/.cache/node}
export NODE_COMPILE_CACHE

# `npm ci` refuses a lockfile whose optional packages for other platforms a registry lacks.
prepare_packages() {
  wanted=$(cat "$root/package.json" "$root/package-lock.json" | cksum)" $(node -v) $(uname -sm)"
  stamp=$root/node_modules/.anyshore-stamp
  stamped "$stamp" "$wanted" && return 0
  take_turn
  if ! stamped "$stamp" "$wanted"; then
    say 'Installing packages …'
    (cd "$root" && quiet npm install --no-save --no-audit --no-fund --loglevel=error)
    printf '%s\n' "$wanted" >"$stamp"
  fi
  end_turn
}

# The stamp is older than a changed source, and names every source, so that removed ones count too.
prepare_web() {
  stamp=$root/build/.anyshore-stamp
  web_is_fresh && return 0
  take_turn
  if ! web_is_fresh; then
    say 'Building the pages …'
    : >"$turn/begun"
    (cd "$root" && NODE_ENV=production quiet node_modules/.bin/react-router build)
    web_sources | cksum >"$stamp"
    # A source that changed while we built is newer than the stamp.
    touch -r "$turn/begun" "$stamp"
  fi
  end_turn
}

# Browser tests want Chromium; where nobody can install it they skip and say so.
prepare_browser() {
  for name in "${ANYSHORE_CHROMIUM:-}" chromium chromium-browser google-chrome \
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'; do
    if [ -n "$name" ] && found=$(command -v "$name" 2>/dev/null); then
      ANYSHORE_CHROMIUM=$found
      export ANYSHORE_CHROMIUM
      return 0
    fi
  done
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    say 'Installing Chromium for the browser tests …'
    { apt-get update -qq && apt-get install -y -qq chromium; } >/dev/null 2>&1 || say 'It could not be installed.'
    if found=$(command -v chromium 2>/dev/null); then
      ANYSHORE_CHROMIUM=$found
      export ANYSHORE_CHROMIUM
    fi
  fi
}

new_enough() {
  major=${1#v}
  minor=${major#*.}
  major=${major%%.*}
  minor=${minor%%.*}
  [ "$major" -gt 22 ] || { [ "$major" -eq 22 ] && [ "$minor" -ge 22 ]; }
}

stamped() { [ -f "$1" ] && [ "$(cat "$1")" = "$2" ]; }

web_is_fresh() {
  [ -f "$stamp" ] || return 1
  [ "$(web_sources | cksum)" = "$(cat "$stamp")" ] || return 1
  [ -z "$(web_sources -newer "$stamp" | head -n 1)" ]
}

web_sources() {
  (cd "$root" && find src/web src/domain src/platform public vite.config.ts react-router.config.ts \
    package-lock.json tools/sprite.ts tools/enhancements.ts tools/precompress.ts \
    -type f ! -name '*.test.*' ! -name icons.svg "$@" | sort)
}

# One at a time: whoever makes the folder works, the others wait until its process is gone.
take_turn() {
  turn=$root/.prepare.lock
  until mkdir "$turn" 2>/dev/null; do
    holder=$(cat "$turn/pid" 2>/dev/null || :)
    if [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null; then
      rm -rf "$turn"
    else
      sleep 1
    fi
  done
  echo $$ >"$turn/pid"
  trap end_turn EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
}

end_turn() {
  rm -rf "$turn"
  trap - EXIT INT TERM
}

# Shows what a command wrote only when it failed.
quiet() {
  output=$(mktemp)
  if "$@" >"$output" 2>&1; then
    rm -f "$output"
  else
    cat "$output" >&2
    rm -f "$output"
    say "Failed: $*"
    exit 1
  fi
}
