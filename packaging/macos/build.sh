#!/bin/bash
# Makes CX Workshop.app, and of it a .dmg, on a Mac: packaging/macos/build.sh [FOLDER]
#
# Wants Python 3.11 or newer and Apple's command line tools. CXW_SIGN names the identity that signs
# it; without one it is signed for this Mac alone, and others ask before they open it.
set -euo pipefail

if [ "$(uname -s)" != Darwin ]; then
    echo "This is made on a Mac." >&2
    exit 2
fi
mkdir -p "${1:-dist}"
to=$(cd "${1:-dist}" && pwd)
cd "$(dirname "$0")/../.."

python=build/venv/bin/python
[ -x "$python" ] || python3 -m venv build/venv
"$python" -m pip install --quiet --require-hashes --only-binary=:all: \
    -r packaging/requirements-build.txt
"$python" packaging/build_guide.py build/guide

version=$(sed -n 's/^version = "\(.*\)"$/\1/p' pyproject.toml)
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
export SOURCE_DATE_EPOCH PYTHONHASHSEED=1
"$python" -m PyInstaller --noconfirm --log-level=ERROR --distpath "$to" --workpath build/work \
    packaging/cxworkshop.spec

app="$to/CX Workshop.app"
if [ -n "${CXW_SIGN:-}" ]; then
    codesign --force --deep --options runtime --timestamp \
        --entitlements packaging/macos/entitlements.plist --sign "$CXW_SIGN" "$app"
fi
codesign --verify --deep --strict "$app"
plutil -lint "$app/Contents/Info.plist"
"$app/Contents/MacOS/cxworkshop" --smoke "$to/look.png"

disk="$to/cxworkshop-$version-macos-$(uname -m).dmg"
hdiutil create -quiet -ov -format UDZO -volname "CX Workshop" -srcfolder "$app" "$disk"
echo "$disk"
