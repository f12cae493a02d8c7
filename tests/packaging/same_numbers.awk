# awk -f same_numbers.awk FIRST SECOND: whether two JSON texts say the same, their numbers to 1e-12 (of 1, or of the
# number where that is larger). Words have to be equal. Prints the first difference; exits with 1 for one.
function tokens(text, into,    count, piece) {
    count = 0
    while (match(text, /"([^"\\]|\\.)*"|-?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?|[a-z]+|[][{}:,]/)) {
        into[++count] = substr(text, RSTART, RLENGTH)
        text = substr(text, RSTART + RLENGTH)
    }
    return count
}
function number(piece) { return piece ~ /^-?[0-9]/ }
function size(value) { return value < 0 ? -value : value }
function near(a, b) { return size(a - b) <= 1e-12 * (size(a) > 1 ? size(a) : 1) }
{ text[FILENAME == ARGV[1] ? 1 : 2] = text[FILENAME == ARGV[1] ? 1 : 2] $0 "\n" }
END {
    first = tokens(text[1], a)
    second = tokens(text[2], b)
    numbers = 0
    for (i = 1; i <= first || i <= second; i++) {
        if (number(a[i]) && number(b[i]) && near(a[i] + 0, b[i] + 0)) { numbers++; continue }
        if (a[i] "" != b[i] "") { print "difference at piece " i ": " a[i] " and " b[i]; exit 1 }
    }
    if (numbers == 0) { print "no number was compared"; exit 1 }
    print numbers " numbers are the same to 1e-12"
}
