# shellcheck shell=bash
# What the run scripts share: installing what is missing, and building under .build/.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

# A need is a command, or a header of a library, or one for another machine's compiler (COMPILER:HEADER); behind it, the
# Debian packages that bring it.
declare -A package_of=(
    [c++]=g++
    [cmake]=cmake
    [ninja]=ninja-build
    [doctest/doctest.h]=doctest-dev
    [CLI/CLI.hpp]=libcli11-dev
    [nlohmann/json.hpp]=nlohmann-json3-dev
    [csv.h]=libcsv-dev
    [date/tz.h]="libhowardhinnant-date-dev tzdata"
    [zlib.h]=zlib1g-dev
    [zstd.h]=libzstd-dev
    [valijson/validator.hpp]=libvalijson-dev
    [benchmark/benchmark.h]=libbenchmark-dev
    [boost/histogram.hpp]=libboost-dev
    [boost/sort/pdqsort/pdqsort.hpp]=libboost-dev
    [prometheus/counter.h]=prometheus-cpp-dev
    [valgrind]=valgrind
    [/usr/bin/python3]=python3
    [f2py3]=python3-numpy # and with it numpy
    [dask-scheduler]=python3-distributed
    [mpicxx]=libopenmpi-dev
    [mpirun]=openmpi-bin
    [sqlite3]=sqlite3
    [sqlite3ext.h]=libsqlite3-dev
    [/usr/lib/postgresql/15/bin/postgres]=postgresql-15
    [/usr/include/postgresql/15/server/postgres.h]=postgresql-server-dev-15 # and with it pg_config
    [baresip]=baresip-core
    [sipp]=sip-tester
    [re/re.h]=libre-dev
    [pkg-config]=pkg-config
    [httplib.h]=libcpp-httplib-dev
    [prometheus]=prometheus # and with it promtool
    [mosquitto]=mosquitto
    [mosquitto.h]=libmosquitto-dev
    [mosquitto_sub]=mosquitto-clients
    [openssl]=openssl
    [curl]=curl
    [jq]=jq
    [/usr/bin/time]=time
    [em++]=emscripten # and with it acorn
    [dpkg-source]=dpkg-dev
    [lintian]=lintian # and with it dpkg-shlibdeps and file
    [node]=nodejs
    [npm]=npm
    [chromium]=chromium
    [clang++-14]=clang-14
    [clang++-14:fuzzer/FuzzedDataProvider.h]=libclang-rt-14-dev # and with it libFuzzer and the sanitizers
    [ld.lld]=lld
    [clang++-15]=clang-15
    [clang++-16]=clang-16
    [clang++-19]=clang-19
    ["clang++-19 -stdlib=libc++:cstdint"]="libc++-19-dev libc++abi-19-dev"
    [clang-format-14]=clang-format-14
    [clang-tidy-14]=clang-tidy-14
    [doxygen]=doxygen
    [shellcheck]=shellcheck
    [arm-none-eabi-g++:cstdint]="gcc-arm-none-eabi libnewlib-arm-none-eabi libstdc++-arm-none-eabi-dev"
    [qemu-system-arm]=qemu-system-arm
    [powerpc-linux-gnu-g++]=g++-powerpc-linux-gnu
    [s390x-linux-gnu-g++]=g++-s390x-linux-gnu
    [aarch64-linux-gnu-g++]=g++-aarch64-linux-gnu
    [riscv64-linux-gnu-g++]=g++-riscv64-linux-gnu
    [x86_64-w64-mingw32-g++-posix]=g++-mingw-w64-x86-64-posix
    [/usr/lib/wine/wine64]=wine64
    [qemu-aarch64]=qemu-user
    [qemu-i386]=qemu-user
    [qemu-ppc]=qemu-user
    [qemu-riscv64]=qemu-user
    [qemu-s390x]=qemu-user
    ["c++ -m32:cstdint"]="libc6-dev-i386 lib32stdc++-12-dev"
)

is_there() {
    case $1 in
    *:*)
        local compiler
        read -r -a compiler <<<"${1%%:*}" # it may come with an option
        echo "#include <${1##*:}>" | "${compiler[@]}" -x c++ -std=c++20 -fsyntax-only -
        ;;
    *.h | *.hpp) printf '#if !__has_include(<%s>)\n#error\n#endif\n' "$1" | c++ -x c++ -E - ;;
    *) PATH=$PATH:/usr/sbin command -v "$1" ;; # where Debian has its servers
    esac >/dev/null 2>&1
}

# need THING...: installs the packages of those that are missing, and of no others.
need() {
    local thing missing=() packages=() brought_by
    for thing in "$@"; do
        is_there "$thing" && continue
        missing+=("$thing")
        read -r -a brought_by <<<"${package_of[$thing]}"
        packages+=("${brought_by[@]}")
    done
    [ ${#missing[@]} -gt 0 ] || return 0

    local as_root=()
    if ! command -v apt-get >/dev/null; then
        echo "Missing: ${missing[*]}. Please install them (Debian calls the packages ${packages[*]})." >&2
        return 1
    elif [ "$(id -u)" != 0 ]; then
        if ! command -v sudo >/dev/null; then
            echo "Missing: ${missing[*]}. As root: apt-get install ${packages[*]}" >&2
            return 1
        fi
        as_root=(sudo)
    fi
    echo "Installing ${packages[*]}" >&2
    local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=600 -o Dpkg::Use-Pty=0 -qq)
    if ! { "${apt[@]}" update && "${apt[@]}" install -y --no-install-recommends "${packages[@]}"; } </dev/null >&2; then
        echo "Missing: ${missing[*]}. apt-get could not install ${packages[*]}." >&2
        return 1
    fi
}

# npm_packages FOLDER INTO: what the lock file of a folder names, as it has it, into INTO/node_modules, if it is not there.
npm_packages() {
    mkdir -p "$2"
    ! cmp -s "$1/package-lock.json" "$2/node_modules/as-locked.json" || return 0
    cp "$1/package.json" "$1/package-lock.json" "$2"
    npm ci --silent --no-audit --no-fund --prefix "$2" >&2
    cp "$1/package-lock.json" "$2/node_modules/as-locked.json"
}

# DuckDB, from npm, into .build/duckdb, if it is not there.
duckdb() {
    need node npm
    mkdir -p "$root/.build/duckdb"
    [ -d "$root/.build/duckdb/node_modules/@duckdb/node-api" ] ||
        npm install --silent --no-audit --no-fund --prefix "$root/.build/duckdb" @duckdb/node-api@latest >&2 # for npm all are previews, and @1 is none
}

# build NAME CMAKE_OPTION...: configures and builds into .build/NAME; only the `targets` of the caller, where it has any.
build() {
    local name=$1
    shift
    local tree=$root/.build/$name
    mkdir -p "$tree"
    # Warnings are errors where CI is set, and not for users. What cmake found is of interest only where it fails.
    if ! cmake -S "$root" -B "$tree" -G Ninja -DKPI_WARNINGS_AS_ERRORS="${CI:-OFF}" "$@" >"$tree/configure.log" 2>&1; then
        cat "$tree/configure.log" >&2
        return 1
    fi
    cmake --build "$tree" ${targets:+--target "${targets[@]}"} -- -k 0 # all that is wrong, in one run
}

# debian_sources INTO PACKAGE...: source packages from where this machine's other packages come, unpacked.
debian_sources() {
    local into=$1
    shift
    [ ! -e "$into/all" ] || return 0
    rm -rf "$into"
    mkdir -p "$into/apt/lists/partial" "$into/apt/archives/partial"
    # shellcheck disable=SC2016 # apt-get expands it
    apt-get indextargets --format 'deb-src $(REPO_URI) $(RELEASE) $(COMPONENT)' "Created-By: Packages" "Label: Debian" |
        sort -u >"$into/apt/sources.list"
    local apt=(apt-get -qq -o Dir::Etc::SourceList="$into/apt/sources.list" -o Dir::Etc::SourceParts=-
        -o Dir::State::Lists="$into/apt/lists" -o Dir::Cache="$into/apt" -o APT::Sandbox::User=root)
    (cd "$into" && "${apt[@]}" update && "${apt[@]}" --only-source source "$@") >&2
    touch "$into/all"
}

# from_source NAME CMAKE...: kpi-report with the sources of its libraries, into .build/NAME, by this cmake.
from_source() {
    local tree=$root/.build/$1
    shift
    need c++ cmake ninja dpkg-source CLI/CLI.hpp nlohmann/json.hpp date/tz.h
    debian_sources "$tree/sources" libcsv howardhinnant-date zlib libzstd tzdata
    if ! "$@" -S "$root/examples/report/from_source" -B "$tree" -G Ninja -DSOURCES="$tree/sources" >"$tree/configure.log" 2>&1; then
        cat "$tree/configure.log" >&2
        return 1
    fi
    cmake --build "$tree" --target kpi-report >&2
}
