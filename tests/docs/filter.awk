# What Doxygen reads of a header, line by line, so that its warnings name the lines of the header itself:
#
#   - the paragraph behind #pragma once is the page of the file, and of the type that has the file's name,
#   - the inline namespace, which nobody writes, is left out,
#   - an initial, as in E. B. Wilson, ends no sentence,
#   - the members of events, which a macro makes, are variables,
#   - variables that share a line share its comment,
#   - a definition of a metric says what it is in its `help`, and has that sentence,
#   - what many types have because a concept asks for it, and what says no more in its place, has the sentence of
#     asked_for.txt.

BEGIN {
    while ((getline < "tests/docs/asked_for.txt") > 0) {
        if (/^(#|$)/) continue
        split($0, column, /  +/)
        headers[++many] = column[1]
        patterns[many] = column[2]
        sentences[many] = column[3]
    }
}

{ lines[NR] = $0 }

# The first line of the declaration that goes on in line i: behind the end of another, a blank line or a comment.
function beginning(i) {
    while (lines[i - 1] != "" && lines[i - 1] !~ /([;{}:]$|\/\/|^#|^ *static_assert)/) --i
    return i
}

function say(sentence, i) {
    match(lines[i], /^ */)
    before[i] = substr(lines[i], 1, RLENGTH) "/** " sentence " */ "
    lines[i] = substr(lines[i], RLENGTH + 1)
}

# What a definition says in its member `help`, or in its last string where it names no members.
function help_of(i,    text) {
    while (i < NR && lines[i] !~ /};$/) text = text lines[i++]
    text = text lines[i]
    if (text !~ /"/ || (text ~ /\.name/ && text !~ /\.help/)) return ""
    sub(/.*\.help = /, "", text)
    gsub(/" *"/, "", text)
    sub(/"(sv)?( *[,}].*)?};$/, "", text)
    sub(/.*"/, "", text)
    gsub(/</, "\\<", text)
    return text
}

END {
    path = FILENAME
    sub(/.*include\//, "", path)
    stem = path
    sub(/.*\//, "", stem)
    sub(/\.hpp$/, "", stem)
    own_type = "^(template <.*> )?(class|struct|enum class|concept) (basic_)?" stem "( |$)"

    for (i = 1; i <= NR; ++i) {
        sub(/::inline v1/, "", lines[i])
        while (lines[i] ~ /\/\/\// && match(lines[i] " ", /([ (;][A-Z]|e\.g)\. /)) {
            dot = RSTART + RLENGTH - 2
            lines[i] = substr(lines[i], 1, dot) "\\ " substr(lines[i], dot + 2)
        }
        gsub(/{ using type =/, "{ /** The answer. */ using type =", lines[i])
        sub(/^KPI_DETAIL_MEMBER\(/, "inline constexpr member_of_an_event ", lines[i])
        sub(/, of_(any|time)_type\);/, ";", lines[i])
        if (lines[i - 1] ~ /^ +\/\/\/ / && lines[i] ~ /^ +[^(]+ [a-z_]+(\{\}| = 1)(, [a-z_]+(\{\}| = 1))+;$/) {
            type = lines[i]
            sub(/ [a-z_]+(\{\}| = 1),.*/, "", type)
            comment = lines[i - 1]
            sub(/^ *\/\/\/ /, "", comment)
            gsub(/, /, "; /** " comment " */" type " ", lines[i])
        }
        if (lines[i] == "" && lines[i - 1] == "#pragma once") lines[i] = "/// @file"
        if (lines[i] !~ /^(    )?[a-zA-Z_\[]/ || lines[i] ~ /\/\/\/</ || lines[i] ~ /^ *static_assert/) continue
        first = beginning(i)
        if (lines[first - 1] ~ /^ *\/\/\// || first in before) continue
        if (lines[i] ~ own_type && lines[i] !~ /;$/) { say("@copydoc " path, first); continue }
        if (lines[i] ~ /^inline constexpr [a-z_]+/ && (help = help_of(i)) != "") { say(help, first); continue }
        for (k = 1; k <= many; ++k)
            if (path ~ headers[k] && lines[i] ~ patterns[k]) { say(sentences[k], first); break }
    }
    for (i = 1; i <= NR; ++i) print before[i] lines[i]
}
