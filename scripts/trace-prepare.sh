# The long way of scripts/trace, read by it when something is missing or has changed: finds a JDK, builds, makes the start-up
# cache.
# Uses root, jar, stamp, inputs, fast and jdk_version of scripts/trace; sets jdk, version and cache for it.

say() {
  printf 'trace: %s\n' "$*" >&2
}

prepare() {
  find_jdk
  mkdir -p "$root/target/aot" 2>/dev/null
  build_if_needed
  version=$found cache=none
  if [ -w "$root/target/aot" ]; then
    make_cache
  fi
}

# Sets jdk and found, or ends with exit code 69.
find_jdk() {
  local candidate
  if [ -n "$TRACE_JAVA_HOME" ]; then
    jdk=$TRACE_JAVA_HOME
    jdk_version "$jdk" && [ -x "$jdk/bin/java" ] && return
    say "TRACE_JAVA_HOME is $jdk, which is not the folder of a JDK 25 or newer."
    exit 69
  fi
  on_path
  for candidate in "$JAVA_HOME" "$java_on_path" \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/*jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* "$HOME"/.asdf/installs/java/*; do
    if [ -n "$candidate" ] && [ -x "$candidate/bin/java" ] && jdk_version "$candidate"; then
      jdk=$candidate
      return
    fi
  done
  say "needs a JDK 25 or newer and found none in TRACE_JAVA_HOME, JAVA_HOME, PATH or the usual folders: install one" \
    "(for example from https://adoptium.net), or set TRACE_JAVA_HOME to its folder."
  exit 69
}

# Sets java_on_path to the home of the java that PATH finds, with all links followed; empty when there is none.
on_path() {
  local java link
  java=$(type -P java) || java=
  while [ -L "$java" ]; do
    link=$(readlink "$java")
    case $link in /*) java=$link ;; *) java=${java%/*}/$link ;; esac
  done
  java_on_path=${java%/bin/java}
}

build_if_needed() {
  local lock=$root/target/aot/building holder
  stale || return 0
  if ! type -P mvn >/dev/null; then
    say "is not built yet and needs Maven for that: install it (for example 'apt install maven' or 'brew install maven')."
    exit 69
  fi
  # Two builds in one folder would spoil each other: the second waits for the first. A lock whose process is gone is void.
  until mkdir "$lock" 2>/dev/null; do
    holder=
    read -r holder 2>/dev/null < "$lock/pid"
    if [ ! -d "$root/target/aot" ] || [ ! -w "$root/target/aot" ]; then
      say "cannot build: $root/target is not writable."
      exit 70
    fi
    if [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null; then
      rm -rf "$lock"
    else
      sleep 0.2
    fi
  done
  echo $$ > "$lock/pid"
  trap 'rm -rf "$lock"; exit 130' INT TERM HUP
  if stale; then
    build
    : > "$root/target/aot/built"
  fi
  trap - INT TERM HUP
  rm -rf "$lock"
}

# Whether a build is due: there is none, the repository's head moved since, or (with TRACE_DEV) a source file is newer.
stale() {
  local built=$root/target/aot/built head=$root/.git/logs/HEAD
  [ -e "$jar" ] || return 0
  [ "$head" -nt "$jar" ] && [ "$head" -nt "$built" ] && return 0
  [ "$jar" -nt "$built" ] && built=$jar
  [ -n "$TRACE_DEV" ] && [ -n "$(find "$root/pom.xml" "$root/src/main" -newer "$built" -print | head -n 1)" ]
}

build() {
  local log=$root/target/aot/build.log home=$JAVA_HOME
  [ -x "$jdk/bin/javac" ] && home=$jdk
  say "building, once: about half a minute, and longer the first time, when Maven fetches what it needs ..."
  if ! (cd "$root" && JAVA_HOME=$home mvn -B -q -DskipTests package) > "$log" 2>&1 < /dev/null || [ ! -e "$jar" ]; then
    cat "$log" >&2
    say "the build failed; above is what Maven said."
    rm -rf "$lock"
    exit 70
  fi
}

# A start-up cache (JEP 514) holds the loaded classes of a training run. Without one trace works the same, only slower, so nothing
# here can fail a run. A training that gave nothing leaves an empty cache, so that it is not tried again before the next build.
make_cache() {
  local folder=$root/target/aot temp=$root/target/aot/new.$$ hash
  hash=$(jar_hash)
  cache=lifeline-$hash-$version.aot
  case $cache in *[!A-Za-z0-9._+-]*) cache=lifeline-$hash.aot ;; esac
  mkdir "$temp" 2>/dev/null || return
  trap 'rm -rf "$temp"; exit 130' INT TERM HUP
  touch -r "$jar" "$temp/time" # before the training: a jar that is replaced meanwhile makes cache and stamp void
  if [ ! -e "$folder/$cache" ] || [ "$folder/$cache" -nt "$jar" ] || [ "$folder/$cache" -ot "$jar" ]; then
    say "making the start-up cache, once ..."
    train "$temp"
    find "$folder" -name 'lifeline-*.aot' ! -name "lifeline-$hash*" -exec rm -f {} +
    touch -r "$temp/time" "$temp/cache"
    mv -f "$temp/cache" "$folder/$cache"
  fi
  # Written last and moved into place, so that a run at the same time sees the old stamp or the whole new one.
  answer=$("$jdk/bin/java" "${fast[@]}" -jar "$jar" --version 2> /dev/null < /dev/null) || answer=
  printf '%s\n' "$inputs" "$jdk" "$version" "$cache" "$answer" > "$temp/launch"
  touch -r "$temp/time" "$temp/launch"
  mv -f "$temp/launch" "$stamp"
  rm -rf "$temp"
  trap - INT TERM HUP
}

# Without the profile of the training: with it, Java compiles at once what the training used often, in the very milliseconds in
# which both processors are busy with the start, and a single run is over before that pays.
train() {
  "$jdk/bin/java" "${fast[@]}" -XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining \
    -XX:AOTCacheOutput="$1/cache" -cp "$jar" dev.lifeline.cli.Training "$1" \
    > /dev/null 2>&1 < /dev/null
}

jar_hash() {
  local sum
  if type -P sha256sum > /dev/null; then
    sum=$(sha256sum < "$jar")
  elif type -P shasum > /dev/null; then
    sum=$(shasum -a 256 < "$jar")
  else
    sum=$(cksum < "$jar")
  fi
  sum=${sum%% *}
  printf '%s' "${sum:0:16}"
}
