# Copy the comment behind each direct requirement (*.in) onto its pin (*.txt):
#   awk -f catatan.awk requirements.in requirements-dev.in requirements.txt
function baku(nama) {
  gsub(/[-_.]+/, "-", nama)
  return tolower(nama)
}
FILENAME ~ /\.in$/ {
  if (match($0, /^[A-Za-z0-9][A-Za-z0-9._-]*/)) {
    nama = baku(substr($0, 1, RLENGTH))
    if ((letak = index($0, "#")) > 0) {
      untuk[nama] = substr($0, letak + 1)
      gsub(/^ +| +$/, "", untuk[nama])
    }
  }
  next
}
/^    # for: / { next }
match($0, /^[A-Za-z0-9][A-Za-z0-9._-]*/) { kini = baku(substr($0, 1, RLENGTH)) }
/^    # via/ && (kini in untuk) {
  print "    # for: " untuk[kini]
  delete untuk[kini]
}
{ print }
