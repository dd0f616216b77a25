# shellcheck shell=bash disable=SC2034 # what is set here is for those who source it
# What the checks of the plugins share.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# `check --write CHECK ...` takes what is found for what is expected.
write=false

# output_of PAGE COMMAND: whether what is read is what the page shows behind this command. --write puts it there.
output_of() {
    local found=$work/output page=$work/page
    cat >"$found"
    awk -v command="$2" -v found="$found" '
        $0 == "```" { inside = 0 }
        !inside { print }
        $0 == command { inside = 1; while ((getline line <found) > 0) print line }' "$1" >"$page"
    if $write; then cp "$page" "$1"; fi
    if ! grep -qxF "$2" "$1" || ! diff -u "$1" "$page"; then
        echo "$1 shows another output of $2"
        exit 1
    fi
}
