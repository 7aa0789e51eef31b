/** The shell functions that the lines of a mirror's script call; its head sets `login` and `missing`, and `set -eu` ends it where one fails. */
export const mirrorFunctions = `# with_login get ...: its address had a login.
with_login() {
  login=yes
  "$@"
  login=
}

# fetch FILE ADDRESS
fetch() {
  set -- --fail --globoff --location --retry 5 --output "$1" -- "$2"
  if [ -n "$login" ]; then
    netrc=\${NETRC:-\${HOME:-}/.netrc}
    [ -r "$netrc" ] || echo "$netrc is not there, and a login is needed" >&2
    set -- --netrc-file "$netrc" "$@"
  fi
  curl "$@"
}

# get PATH ADDRESS [HASH [gzip]]
get() {
  case $1 in */*) mkdir -p "\${1%/*}" ;; esac
  if [ ! -e "$1" ]; then
    fetch "$1.part" "$2"
    check "$1.part" "\${3:-}" "\${4:-}"
    mv "$1.part" "$1"
  fi
}

# check PATH HASH gzip: the hash of a packed file is that of what is inside.
check() {
  case $2 in
    sha256-*) tool=sha256sum ;;
    sha512-*) tool=sha512sum ;;
    *) return 0 ;;
  esac
  if [ "$3" = gzip ]; then sum=$(gzip -dc <"$1" | $tool); else sum=$($tool <"$1"); fi
  if [ "\${sum%% *}" != "\${2#*-}" ]; then
    echo "wrong hash: $1" >&2
    exit 1
  fi
}

# by_hand PATH ADDRESS: what curl cannot fetch, or not without the headers that the node sends.
by_hand() {
  [ -e "$1" ] && return 0
  echo "fetch $2 by hand, to $1" >&2
  missing=yes
}

# list FOLDER [IMAGE...]: newer images are looked for in FOLDER by its list.
list() {
  into=$1
  shift
  mkdir -p "$into"
  for image in "$@"; do
    [ "$into/\${image##*/}" -ef "$image" ] || ln -f "$image" "$into/"
  done
  (cd "$into" && for image in *.raw; do [ -e "$image" ] && sha256sum "$image"; done >SHA256SUMS.part || true)
  mv "$into/SHA256SUMS.part" "$into/SHA256SUMS"
}
`;
