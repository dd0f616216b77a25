# The deepest stack below a function, from GCC's call graphs (-fcallgraph-info=su). Recursion, a call through a
# pointer, a frame of unknown size and an unknown function are errors; what libgcc and newlib bring is assumed to need
# as much as their largest.
function depth(f, path,    i, n, callees, below, deepest) {
    if (index(path, " " f " ")) fail("recursion: " path f)
    if (!(f in frame)) {
        if (f ~ /^(__aeabi_|__clz|__popcount|__gnu_thumb1|(mem(cpy|set|move|cmp)|strlen)$)/) return 48
        fail("unknown: " path f)
    }
    if (f in known) return known[f]
    n = split(calls[f], callees, " ")
    for (i = 1; i <= n; i++) {
        below = depth(callees[i], path f " ")
        if (below > deepest) deepest = below
    }
    return known[f] = frame[f] + deepest
}
function fail(why) {
    print why
    failed = 1
    exit 1
}
{ gsub(/C1Ev"/, "C2Ev\"") } # a constructor goes by two names, of which one has a node
/^node:/ {
    match($0, /title: "[^"]+"/)
    name = substr($0, RSTART + 8, RLENGTH - 9)
    if (match($0, /\\n[0-9]+ bytes \([a-z]+/)) {
        size = substr($0, RSTART + 2, RLENGTH - 2)
        if (size !~ /static/) fail("no fixed frame: " name)
        frame[name] = size + 0
    }
}
/^edge:/ {
    match($0, /sourcename: "[^"]+"/)
    from = substr($0, RSTART + 13, RLENGTH - 14)
    match($0, /targetname: "[^"]+"/)
    calls[from] = calls[from] " " substr($0, RSTART + 13, RLENGTH - 14)
}
END {
    if (failed) exit 1
    for (f in frame) # a weak one of that name may be there too
        if ((f == root || f ~ (":" root "$")) && depth(f, " ") >= deepest) deepest = depth(f, " ")
    if (deepest == "") fail("unknown: " root)
    print deepest
}
