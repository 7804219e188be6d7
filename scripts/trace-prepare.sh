# The long way of scripts/trace, read by it when something is missing or has changed: finds a JDK, builds, makes the start-up
# cache.
# Uses root, place, jar, texts, stamp, inputs, group, fast, jdk_version, class_path and ready of scripts/trace; sets jdk, version,
# cache and home for it.

# What trace needs of the JDK, and the encodings of people's terminals. ModulesTest holds this against the class files.
modules=java.base,jdk.charsets,jdk.net,jdk.unsupported

say() {
  printf 'trace: %s\n' "$*" >&2
}

# A name from outside, as a shell would read it again: nothing in it reaches the terminal raw.
quoted() {
  printf '%q' "$1"
}

# Runs a program of Java's without the options that a person has for all programs.
plain() {
  (unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS JDK_AOT_VM_OPTIONS; exec "$@") < /dev/null
}

# Makes the caches again, one of which is not what was written.
mend() {
  say "the start-up cache is damaged."
  [ -w "$root/target/aot" ] || return 1
  prepare
  intact "$root/target/aot/$cache-$group.aot"
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
    say "is to be built, and cannot write to $(quoted "$place/target/aot"): if that belongs to somebody else, try" \
      "sudo chown -R \"\$USER\" $(quoted "$place/target")"
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
      say "cannot write to $(quoted "$place/target/aot") any more."
      exit 70
    fi
    polls=$((polls + 1))
    [ "$polls" = 5 ] && [ -n "$holder" ] && say "waits for another process ($holder), which is preparing the same folder ..."
    if [ "$polls" -gt 3000 ]; then
      say "gives up: another process ($holder) has been preparing for ten minutes. If it is not there, remove $(quoted "$place/target/aot/lock")."
      exit 70
    fi
    sleep 0.2
  done
  trap 'rm -rf "$lock" "$temp"; [ ! -t 2 ] || echo >&2; exit 130' INT TERM HUP
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
    if ! jdk_version "$jdk" || [ ! -x "$jdk/bin/java" ]; then
      say "TRACE_JAVA_HOME is $(quoted "$jdk"), which is not the folder of a JDK 25 or newer."
      exit 69
    fi
    starts "$jdk" && return
    say "TRACE_JAVA_HOME is $(quoted "$jdk"), whose java does not start: $why"
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
      starts "$jdk" && return
      say "the JDK in $(quoted "$jdk") does not start, and is left out: $why"
    fi
  done
  say "needs a JDK 25 or newer and found none in TRACE_JAVA_HOME, JAVA_HOME, PATH or the usual folders: install one" \
    "(for example from https://adoptium.net), or set TRACE_JAVA_HOME to its folder."
  exit 69
}

# Whether a JDK starts; why has the first line of what it says otherwise.
starts() {
  why=$(plain "$1/bin/java" -XX:+UseSerialGC -version 2>&1) && return
  why=${why%%$'\n'*}
  why=$(quoted "${why:-it says nothing}")
  return 1
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

# Goes where Maven can build: here, or in a copy where this folder's name has a colon, which ends a path for the compiler.
build_in() {
  case $place in *:*) ;; *) cd "$1"; return ;; esac
  away=$(mktemp -d) && trap 'rm -rf "$away"' EXIT && cp -R "$1/pom.xml" "$1/src" "$1/samples" "$1/scripts" "$1/README.md" "$away/" && cd "$away"
}

# Brings what was built in a copy.
built_there() {
  case $place in *:*) ;; *) return ;; esac
  rm -rf "$root/target/lib" && cp -R target/lib "$root/target/lib" && cp target/lifeline.jar "$jar" && cp target/lifeline-texts.jar "$texts"
}

build() {
  local log=$root/target/aot/build.log java=$JAVA_HOME
  [ -x "$jdk/bin/javac" ] && java=$jdk
  say "building, once: half a minute, longer where Maven has to download ..."
  if ! (build_in "$root" && JAVA_HOME=$java mvn -B -q -DskipTests package && built_there) > "$log" 2>&1 < /dev/null || [ ! -e "$jar" ]; then
    cat "$log" >&2
    say "the build failed; above is what Maven said."
    unlock
    exit 70
  fi
}

# A start-up cache (JEP 514) holds the loaded classes of a training run. Without one trace works the same, only slower, so nothing
# here can fail a run. A training that gave nothing leaves the sum "none", so that it is not tried again before the next build.
make_cache() {
  local folder=$root/target/aot hash kind=runtime group whole=yes
  hash=$(jar_hash)
  # Maven leaves a jar alone that would be the same: that of the texts may be older and still belong to the other. The cache counts
  # for the times of both.
  if [ -e "$texts" ] && plain "$jdk/bin/java" -cp "$jar" dev.lifeline.cli.start.SameTexts "$texts" "$jar" > /dev/null 2>&1; then
    touch -r "$jar" "$texts"
  fi
  class_path
  temp=$folder/new.$$
  rm -rf "$folder"/new.* # of those that were killed: whoever makes something holds the lock
  mkdir "$temp" 2>/dev/null || return
  touch -r "$jar" "$temp/time" # before the training: a jar that is replaced meanwhile makes cache and stamp void
  make_runtime "$folder"
  [ "$home" = "$jdk" ] && kind=jdk
  cache=lifeline-$hash-$version-$kind
  case $cache in *[!A-Za-z0-9._+-]*) cache=lifeline-$hash-$kind ;; esac
  for group in list play record connect portable tls step explain; do
    made "$folder/$cache-$group.aot" || whole=
  done
  if [ -z "$whole" ]; then
    say "making the start-up cache, once ..."
    native_library
    shapes
    find "$folder" -name 'lifeline-*.aot*' ! -name "lifeline-$hash*" -exec rm -f {} +
    for group in list play record connect portable tls step explain; do
      train "-XX:AOTCacheOutput=$temp/$group" "$group"
      checksum "$temp/$group" > "$temp/$group.sum"
      touch -r "$temp/time" "$temp/$group" "$temp/$group.sum"
      sync "$temp/$group" "$temp/$group.sum" 2>/dev/null
      rm -f "$folder/$cache-$group.aot.sum" "$folder/$cache-$group.aot.crashed"
      mv -f "$temp/$group" "$folder/$cache-$group.aot"
      mv -f "$temp/$group.sum" "$folder/$cache-$group.aot.sum" # last: it says that the cache is there
    done
  fi
  IFS= read -r sum < "$folder/$cache-connect.aot.sum"
  [ "$sum" != none ] || home=$jdk kind=jdk # the JDK has a small cache of its own, the runtime has none
  # Written last and moved into place, so that a run at the same time sees the old stamp or the whole new one. Where trace does not
  # start there is none: whatever is wrong is tried again.
  if plain "$home/bin/java" "${fast[@]}" -cp "$classes" dev.lifeline.cli.start.Main --version > /dev/null 2>&1; then
    printf '%s\n' "$inputs" "$jdk" "$version" "$cache" "$kind" > "$temp/launch"
    touch -r "$temp/time" "$temp/launch"
    sync "$temp/launch" 2>/dev/null
    mv -f "$temp/launch" "$stamp"
  fi
  rm -rf "$temp"
}

# Whether a cache was made for this jar and is whole, or it was tried.
made() {
  local sum=
  IFS= read -r sum 2>/dev/null < "$1.sum"
  [ "$sum" = none ] || (intact "$1")
}

# The checksum of a cache: cksum's where it has the processor's help (3 ms of 22 MB, without that 60), else Java is to check it.
checksum() {
  [ -s "$1" ] || { echo none; return; }
  case $(LC_ALL=C cksum --debug 2>&1 < /dev/null) in
    *using*hardware*) cksum < "$1" ;;
    *) echo java ;;
  esac
}

# A runtime with the few modules that trace needs, made out of the JDK where that can be done: it is mapped faster, and its list of
# classes can be our own (shapes). Sets home to it.
make_runtime() {
  local runtime=$1/runtime-$version security
  case $version in *[!A-Za-z0-9._+-]*) return ;; esac
  case $place in *:*) return ;; esac # Java looks for its own files along a path
  [ -x "$jdk/bin/jlink" ] || return
  if ! { [ -x "$runtime/bin/java" ] && plain "$runtime/bin/java" -XX:+UseSerialGC -version > /dev/null 2>&1; }; then
    say "making a small Java runtime, once ..."
    plain "$jdk/bin/jlink" --add-modules "$modules" --no-header-files --no-man-pages --output "$temp/runtime" > /dev/null 2>&1 || return
    cp "$temp/runtime/lib/classlist" "$temp/runtime/lib/classlist.jdk" 2>/dev/null
    security=$temp/runtime/conf/security/java.security
    { without_comments < "$security" > "$temp/security" && mv -f "$temp/security" "$security"; } 2>/dev/null
    find "$temp/runtime" -type f -exec sync {} + 2>/dev/null # a power loss leaves zeros of what was not
    find "$1" -name 'runtime-*' -prune -mtime +30 -exec rm -rf {} +
    rm -rf "$runtime"
    mv "$temp/runtime" "$runtime"
  fi
  [ -x "$runtime/bin/java" ] && home=$runtime
}

# A file of properties as Java reads it. Java reads that of its security when the first socket is opened, letter by letter, and of its
# 72 KB 69 are comments: 1 ms of a processor. What follows a line that ends with a backslash belongs to that line.
without_comments() {
  local line more=
  while IFS= read -r line || [ -n "$line" ]; do
    case $more$line in '' | '#'*) continue ;; esac
    printf '%s\n' "$line" || return 1
    case $line in *\\) more=1 ;; *) more= ;; esac
  done
}

# What JLine calls natively, out of its jar. Where that cannot be done JLine does it, in each walk.
native_library() {
  [ -x "$jdk/bin/jar" ] || return
  (cd "$temp" && plain "$jdk/bin/jar" --extract --file "$root"/target/lib/jline-native-*.jar org/jline/nativ) > /dev/null 2>&1 || return
  find "$temp/org" -type f -exec sync {} + 2>/dev/null
  rm -rf "$folder/jline"
  mv "$temp/org/jline/nativ" "$folder/jline"
}

# The JDK generates the code of method handles at every start, half a millisecond for each of the ten shapes that a native call
# needs, unless its list of classes named the shape when the cache was made. So a first training says which shapes there are.
shapes() {
  local list=$home/lib/classlist
  [ "$home" != "$jdk" ] && [ -r "$list.jdk" ] || return
  train "-XX:DumpLoadedClassList=$temp/classes" list play record connect tls step explain || return
  { cat "$list.jdk" && grep '^@lambda-form-invoker' "$temp/classes"; } > "$temp/classlist" && mv -f "$temp/classlist" "$list"
}

# Without the profile of the training: with it, Java compiles at once what the training used often, in the very milliseconds in
# which both processors are busy with the start, and a single run is over before that pays.
#
# Arguments: what Java is to write; which commands are done.
train() {
  plain "$home/bin/java" "${fast[@]}" -Dlibrary.jline.path="$root/target/aot/jline" \
    -XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining \
    "$1" -cp "$classes" dev.lifeline.cli.start.Training "$temp" "${@:2}" \
    > /dev/null 2>&1
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
