#!/bin/sh
# A real browser for the tests: one that is there, else Debian's Chromium (as root), else Playwright's own.
set -eu
python=${1:-python3}
for name in chromium chromium-browser google-chrome; do
  if command -v "$name" >/dev/null 2>&1; then
    exit 0
  fi
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  apt-get update -qq
  # The fonts let screenshots and PDFs show Chinese.
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-noto-cjk poppler-utils >/dev/null
  exit 0
fi
exec "$python" -m playwright install chromium
