#!/bin/sh
# A real browser for the tests: one that is there, else Debian's Chromium (as root), else Playwright's own.
set -eu
python=${1:-python3}
can_install=false
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  can_install=true
fi

has() {
  command -v "$1" >/dev/null 2>&1
}

install() {
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >/dev/null
}

if ! has chromium && ! has chromium-browser && ! has google-chrome; then
  if ! $can_install; then
    exec "$python" -m playwright install chromium
  fi
  apt-get update -qq
  # The fonts let screenshots and PDFs show Chinese.
  install chromium fonts-noto-cjk poppler-utils
fi
# The same engine without windows takes half the time. Not every release has it: then the browser does it all.
if $can_install && ! has chromium-headless-shell && apt-cache show chromium-headless-shell >/dev/null 2>&1; then
  install chromium-headless-shell || echo "chromium-headless-shell was not installed: the tests take longer" >&2
fi
