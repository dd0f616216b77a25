# Names every heading as GitHub does, so that links to it work in the reference too; behind a letter, as a name of
# Doxygen's cannot begin with a digit.
/^```/ { code = !code }
!code && /^#+ / {
    name = tolower($0)
    sub(/^#+ /, "", name)
    gsub(/[^a-z0-9 _-]/, "", name)
    gsub(/ /, "-", name)
    $0 = $0 " {#s-" name "}"
}
!code { gsub(/\]\(#/, "](#s-") }
{ print }
