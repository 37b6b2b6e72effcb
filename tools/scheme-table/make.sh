#!/bin/sh
# Makes the table of QCode aliases that the readers know without fetching anything: alias TAB scheme URI, sorted.
#
#   tools/scheme-table/make.sh FOLDER > src/Writethru.Formats/Schemes/schemes.tsv
#
# FOLDER holds catalogs of NewsML-G2 as XML files, such as IPTC's (https://iptc.org/std/catalog/, CC BY 4.0; see NOTICE).
# Files are taken in the order of the number that ends their name; where two bind one alias to different schemes, the
# later one holds. The first line names the newest file: the writer refers to it.
set -eu
export LC_ALL=C

[ $# -eq 1 ] && [ -d "$1" ] || { echo "usage: $0 FOLDER" >&2; exit 2; }
files=$(find "$1" -name '*.xml' | sed 's/.*_\([0-9]*\)\.xml$/\1 &/' | sort -n | cut -d' ' -f2-)
[ -n "$files" ] || { echo "no XML files in $1" >&2; exit 1; }

printf '# %s\n' "$(basename "$(printf '%s\n' "$files" | tail -n 1)")"
printf '%s\n' "$files" | while read -r file; do tr '\n' ' ' < "$file"; echo; done |
    grep -o '<scheme [^>]*>' |
    sed -n 's/.* alias="\([^"]*\)".*/\1\t&/p' |
    sed -n 's/^\([^\t]*\)\t.* uri="\([^"]*\)".*/\1\t\2/p' |
    awk -F '\t' '{ uri[$1] = $2 } END { for (alias in uri) print alias "\t" uri[alias] }' |
    sort
