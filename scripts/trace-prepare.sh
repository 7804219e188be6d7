# The long way of scripts/trace, read by it when something is missing or has changed: finds a JDK, builds, makes the start-up
# cache.
# Uses root, jar, stamp, inputs, fast and jdk_version of scripts/trace; sets jdk, version, cache and home for it.

# What trace needs of the JDK, and the encodings of people's terminals. ModulesTest holds this against the class files.
modules=java.base,jdk.charsets,jdk.net,jdk.unsupported

say() {
  printf 'trace: %s\n' "$*" >&2
}

prepare() {
  find_jdk
  mkdir -p "$root/target/aot" 2>/dev/null
  version=$found cache=none home=$jdk
  if [ -w "$root/target/aot" ]; then
    lock
    build_if_needed
    make_cache
    unlock
  elif stale; then
    say "is to be built, and cannot write to $root/target/aot: if that belongs to somebody else, try" \
      "sudo chown -R \"\$USER\" $root/target"
    exit 70
  else
    borrow_cache
  fi
}

# What somebody else prepared who may write here is as good, where it is for the same JDK: one installation, many users.
borrow_cache() {
  local mine=$jdk
  { IFS= read -r inputs < "$stamp"; } 2>/dev/null && ready && [ "$jdk" = "$mine" ] && return
  jdk_version "$mine"
  jdk=$mine version=$found cache=none home=$mine
}

# One at a time prepares: two builds in one folder, or two runtimes, would spoil each other. Who comes second waits, and finds all
# done. A lock whose process is gone is void, and so is one that nobody has put a number into for some seconds.
lock() {
  local holder polls=0 unnamed=0
  lock=$root/target/aot/lock
  until mkdir "$lock" 2>/dev/null; do
    holder=
    read -r holder 2>/dev/null < "$lock/pid"
    [ -n "$holder" ] && unnamed=0 || unnamed=$((unnamed + 1))
    if [ "$unnamed" -gt 25 ] || { [ -n "$holder" ] && ! alive "$holder"; }; then
      rm -rf "$lock"
    fi
    if [ ! -w "$root/target/aot" ]; then
      say "cannot write to $root/target/aot any more."
      exit 70
    fi
    polls=$((polls + 1))
    [ "$polls" = 5 ] && [ -n "$holder" ] && say "waits for another process ($holder), which is preparing the same folder ..."
    if [ "$polls" -gt 3000 ]; then
      say "gives up: another process ($holder) has been preparing for ten minutes. If it is not there, remove $lock."
      exit 70
    fi
    sleep 0.2
  done
  trap 'rm -rf "$lock" "$temp"; exit 130' INT TERM HUP
  echo $$ > "$lock/pid"
}

unlock() {
  rm -rf "$lock"
  trap - INT TERM HUP
}

# Whether a process is there, also one of another user, of which kill says nothing.
alive() {
  kill -0 "$1" 2>/dev/null || [ -d "/proc/$1" ] || ps -p "$1" > /dev/null 2>&1
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
  stale || return 0
  if ! type -P mvn >/dev/null; then
    say "is not built yet and needs Maven for that: install it (for example 'apt install maven' or 'brew install maven')."
    unlock
    exit 69
  fi
  build
  : > "$root/target/aot/built"
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
  local log=$root/target/aot/build.log java=$JAVA_HOME
  [ -x "$jdk/bin/javac" ] && java=$jdk
  say "building, once: about half a minute, and longer the first time, when Maven fetches what it needs ..."
  if ! (cd "$root" && JAVA_HOME=$java mvn -B -q -DskipTests package) > "$log" 2>&1 < /dev/null || [ ! -e "$jar" ]; then
    cat "$log" >&2
    say "the build failed; above is what Maven said."
    unlock
    exit 70
  fi
}

# A start-up cache (JEP 514) holds the loaded classes of a training run. Without one trace works the same, only slower, so nothing
# here can fail a run. A training that gave nothing leaves an empty cache, so that it is not tried again before the next build.
make_cache() {
  local folder=$root/target/aot hash kind=runtime group
  hash=$(jar_hash)
  temp=$folder/new.$$
  rm -rf "$folder"/new.* # of those that were killed: whoever makes something holds the lock
  mkdir "$temp" 2>/dev/null || return
  touch -r "$jar" "$temp/time" # before the training: a jar that is replaced meanwhile makes cache and stamp void
  make_runtime "$folder"
  [ "$home" = "$jdk" ] && kind=jdk
  cache=lifeline-$hash-$version-$kind.aot
  case $cache in *[!A-Za-z0-9._+-]*) cache=lifeline-$hash-$kind.aot ;; esac
  if [ ! -e "$folder/$cache" ] || [ "$folder/$cache" -nt "$jar" ] || [ "$folder/$cache" -ot "$jar" ]; then
    say "making the start-up cache, once ..."
    shapes
    for group in list play connect; do
      train "-XX:AOTCacheOutput=$temp/$group" "$group"
    done
    find "$folder" -name 'lifeline-*.aot' ! -name "lifeline-$hash*" -exec rm -f {} +
    touch -r "$temp/time" "$temp/list" "$temp/play" "$temp/connect"
    mv -f "$temp/list" "$folder/${cache%.aot}-list.aot"
    mv -f "$temp/play" "$folder/${cache%.aot}-play.aot"
    mv -f "$temp/connect" "$folder/$cache" # last: it says that all are there
  fi
  [ -s "$folder/$cache" ] || home=$jdk # the JDK has a small cache of its own, the runtime has none
  # Written last and moved into place, so that a run at the same time sees the old stamp or the whole new one. Where not even the
  # version can be said there is none: whatever is wrong is tried again.
  if answer=$("$home/bin/java" "${fast[@]}" -jar "$jar" --version 2> /dev/null < /dev/null); then
    printf '%s\n' "$inputs" "$jdk" "$version" "$cache" "$answer" "$home" > "$temp/launch"
    touch -r "$temp/time" "$temp/launch"
    mv -f "$temp/launch" "$stamp"
  fi
  rm -rf "$temp"
}

# A runtime with the few modules that trace needs, made out of the JDK where that can be done: it is mapped faster, and its list of
# classes can be our own (shapes). Sets home to it.
make_runtime() {
  local runtime=$1/runtime-$version
  case $version in *[!A-Za-z0-9._+-]*) return ;; esac
  [ -x "$jdk/bin/jlink" ] || return
  if [ ! -x "$runtime/bin/java" ]; then
    say "making a small Java runtime, once ..."
    "$jdk/bin/jlink" --add-modules "$modules" --no-header-files --no-man-pages --output "$temp/runtime" > /dev/null 2>&1 || return
    cp "$temp/runtime/lib/classlist" "$temp/runtime/lib/classlist.jdk" 2>/dev/null
    find "$1" -name 'runtime-*' -prune -mtime +30 -exec rm -rf {} +
    rm -rf "$runtime"
    mv "$temp/runtime" "$runtime"
  fi
  [ -x "$runtime/bin/java" ] && home=$runtime
}

# The JDK generates the code of method handles at every start, half a millisecond for each of the ten shapes that a native call
# needs, unless its list of classes named the shape when the cache was made. So a first training says which shapes there are.
shapes() {
  local list=$home/lib/classlist
  [ "$home" != "$jdk" ] && [ -r "$list.jdk" ] || return
  train "-XX:DumpLoadedClassList=$temp/classes" list play connect || return
  { cat "$list.jdk" && grep '^@lambda-form-invoker' "$temp/classes"; } > "$temp/classlist" && mv -f "$temp/classlist" "$list"
}

# Without the profile of the training: with it, Java compiles at once what the training used often, in the very milliseconds in
# which both processors are busy with the start, and a single run is over before that pays.
#
# Arguments: what Java is to write; which commands are done.
train() {
  "$home/bin/java" "${fast[@]}" -XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining \
    "$1" -cp "$jar" dev.lifeline.cli.start.Training "$temp" "${@:2}" \
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
