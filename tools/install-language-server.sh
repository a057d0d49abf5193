#!/bin/sh
# The YAML language server of the editors, for the tests: with npm from the system, else Debian's (as root).
# Without either the tests that need it are skipped. This is the only place that names the version.
set -eu
version=1.21.0 # the newest that runs on the Node.js of Debian 12 and 13
folder=$(cd "$(dirname "$0")/.." && pwd)/.cache/language-server
package="$folder/node_modules/yaml-language-server/package.json"
if [ -f "$package" ] && grep -q "\"version\": \"$version\"" "$package"; then
  exit 0
fi
if ! command -v npm >/dev/null 2>&1; then
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
    echo "No npm, and no right to install it: the tests with a YAML language server will be skipped." >&2
    exit 0
  fi
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nodejs npm >/dev/null
fi
# Neither a package.json nor a lock file: nothing in the repository names a registry.
mkdir -p "$folder"
npm install --prefix "$folder" --no-save --no-package-lock --no-audit --no-fund --ignore-scripts --loglevel=error \
  "yaml-language-server@$version"
