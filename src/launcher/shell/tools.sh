# Shared by ./run and ./verify: finds a JDK and Maven, and builds.

say() { printf 'callward: %s\n' "$*"; }
die() { printf 'callward: %s\n' "$*" >&2; exit 2; }

# The major version of the JDK in a folder; nothing when there is none.
jdk_version() {
  [ -x "$1/bin/javac" ] && [ -x "$1/bin/java" ] || return 1
  "$1/bin/java" -XshowSettings:properties -version 2>&1 </dev/null | sed -n 's/^ *java\.specification\.version = \([0-9]*\).*/\1/p' | head -n 1
}

# Sets JAVA_HOME to a JDK 21 or newer: the one named, the one on the path, or the newest in the usual folders.
find_jdk() {
  local candidate version best= best_version=0 on_path=
  if on_path=$(command -v javac 2>/dev/null); then
    on_path=$(readlink -f "$on_path" 2>/dev/null || printf '%s' "$on_path")
    on_path=${on_path%/bin/javac}
  fi
  for candidate in "${JAVA_HOME:-}" "$on_path"; do
    [ -n "$candidate" ] || continue
    version=$(jdk_version "$candidate") || continue
    if [ "${version:-0}" -ge 21 ]; then export JAVA_HOME="$candidate"; return 0; fi
  done
  for candidate in /usr/lib/jvm/* /usr/java/* /opt/*jdk* /opt/java/* /opt/*java* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
      /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    version=$(jdk_version "$candidate") || continue
    if [ "${version:-0}" -ge 21 ] && [ "$version" -gt "$best_version" ]; then best=$candidate best_version=$version; fi
  done
  [ -n "$best" ] || die "a JDK 21 or newer is needed and none was found. Install one (Debian, Ubuntu: apt-get install openjdk-21-jdk-headless; macOS: brew install openjdk) or set JAVA_HOME."
  export JAVA_HOME="$best"
}

find_maven() {
  command -v mvn >/dev/null 2>&1 && return 0
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    say "installing Maven (apt-get install maven)"
    { apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends maven; } >/dev/null 2>&1 </dev/null
    command -v mvn >/dev/null 2>&1 && return 0
  fi
  die "Maven is needed and was not found. Install it (Debian, Ubuntu: apt-get install maven; macOS: brew install maven)."
}

# maven LOG ARGUMENT...: runs Maven quietly, tells once in a while (every $pulse half seconds) how far it is, and shows the end of its log when it fails.
maven() {
  local log=$1 pid rc=0 ticks=0 word
  shift
  mkdir -p "$(dirname -- "$log")"
  # CALLWARD_MAVEN_ARGS holds several words
  # shellcheck disable=SC2086
  mvn -B -ntp ${CALLWARD_MAVEN_ARGS:-} "$@" >"$log" 2>&1 </dev/null &
  pid=$!
  trap 'kill $pid 2>/dev/null; wait $pid 2>/dev/null; exit 130' INT TERM HUP
  while kill -0 $pid 2>/dev/null; do
    sleep 0.5
    ticks=$((ticks + 1))
    if [ $((ticks % ${pulse:-20})) = 0 ]; then
      word=$(sed -n 's/^\[INFO\] --- \([^ ]*\) .*/\1/p' "$log" | tail -n 1)
      say "      $((ticks / 2)) s, Maven is at ${word:-resolving plugins and libraries}"
    fi
  done
  wait $pid || rc=$?
  trap - INT TERM HUP
  if [ $rc != 0 ]; then
    grep -E '^\[(ERROR|WARNING: Tests)' "$log" | head -n 40 >&2
    say "the build failed; the whole log is $log" >&2
  fi
  return $rc
}

# Changes whenever a source does. A clone without git has it, too.
fingerprint() {
  find pom.xml src/main src/launcher server-config -type f -print0 | LC_ALL=C sort -z | xargs -0 cksum | cksum | cut -d' ' -f1
}

# build SERVER...: the WAR, the launcher and configured servers, unless what is there was made from these sources.
build() {
  local stamp=target/build.stamp now server profiles= missing=
  now="$(fingerprint) $(jdk_version "$JAVA_HOME")"
  [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$now" ] || { rm -rf "$stamp" target/classes target/callward target/callward.war target/launcher; missing=1; }
  for server in "$@"; do
    ls -d target/server/"$server"*.configured >/dev/null 2>&1 || missing=1
    profiles="$profiles${profiles:+,}$server"
  done
  [ -n "$missing" ] || return 0
  find_maven
  say "building the WAR and preparing $profiles with $JAVA_HOME (the first time Maven downloads about 800 MB)"
  maven target/build.log -P "$profiles" -Dmaven.test.skip=true package || return 1
  printf '%s' "$now" >"$stamp"
}
