# shellcheck shell=bash
# Servers of PostgreSQL that live in a temporary folder and end with the script. The extension is there, and nothing of the
# system is written to: PostgreSQL looks for its files beside its own program, so a folder with a copy of that program and
# links to the rest is an installation.
#
#   servers_with MODULE   makes the installation, with this build of the extension
#   start NAME            starts a server that listens in the folder alone, as port 1, 2, ...; its number is `port`
#   sql NAME ARGUMENT...  is psql there

extension_files=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

# The server refuses to be root.
as_server() {
    if [ "$(id -u)" = 0 ]; then setpriv --reuid=postgres --regid=postgres --clear-groups -- "$@"; else "$@"; fi
}

servers_with() {
    local bin share lib
    bin=$(pg_config --bindir) share=$(pg_config --sharedir) lib=$(pg_config --pkglibdir)
    servers=$(mktemp -d /tmp/kpi-postgresql.XXXXXX) # a socket's name is short
    started=()
    trap stop_servers EXIT
    mkdir -p "$servers$bin" "$servers$share/extension" "$servers$lib"
    cp "$bin"/{initdb,pg_ctl,postgres,psql} "$servers$bin"
    ln -s "$share"/* "$servers$share" 2>/dev/null || true # but extension/, which is there
    ln -s "$share"/extension/* "$servers$share/extension"
    cp "$extension_files"/kpi{.control,--*.sql} "$servers$share/extension"
    ln -s "$lib"/* "$servers$lib"
    install -m 644 "$1" "$servers$lib/kpi.so"
    programs=$servers$bin
    export PGHOST=$servers PGUSER=owner PGDATABASE=postgres
    unset PGPORT
    if [ "$(id -u)" = 0 ]; then chown postgres: "$servers"; fi
    as_server "$programs/initdb" -D "$servers/empty" -U owner -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$servers/initdb.log"
}
stop_servers() {
    local name
    for name in "${started[@]}"; do
        as_server "$programs/pg_ctl" -D "$servers/$name" -m immediate stop >/dev/null || true
    done
    rm -rf "$servers"
}
start() {
    started+=("$1")
    port=${#started[@]}
    as_server cp -r "$servers/empty" "$servers/$1"
    as_server "$programs/pg_ctl" -D "$servers/$1" -l "$servers/$1.log" -w \
        -o "-k $servers -p $port -c listen_addresses= -c fsync=off -c max_parallel_workers_per_gather=2" start >/dev/null
    printf -v "port_of_$1" %s "$port"
}
sql() {
    local port_of=port_of_$1
    PGPORT=${!port_of} "$programs/psql" -X -q -v ON_ERROR_STOP=1 "${@:2}"
}
