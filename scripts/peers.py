"""What check-peers and check-clients share: a temporary folder, processes that end with the script, and a line for each difference.

Every wait has a deadline; what was started is ended.
"""
import atexit, os, shutil, signal, socket, subprocess, sys, tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
TRACE = os.environ.get('TRACE', ROOT + '/scripts/trace')
READY = 30           # seconds until a server has to listen, also where two processors do much else
RUN = 60             # seconds that one client may take

work = tempfile.mkdtemp(prefix='check-peers-')
running, differences = [], []


def stop():
    for process in running:
        if process.poll() is None:
            process.terminate()
    for process in running:
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    shutil.rmtree(work, ignore_errors=True)


def path(name):
    return os.path.join(work, name)


def write(name, text):
    with open(path(name), 'w') as file:
        file.write(text)
    return path(name)


def free_port():
    with socket.socket() as probe:
        probe.bind(('127.0.0.1', 0))
        return probe.getsockname()[1]


def differ(where, what, ours, theirs):
    differences.append(f'{where}: {what}: trace {ours}, {theirs}')


def same(where, what, ours, theirs, who='curl'):
    if ours != theirs:
        differ(where, what, ours, f'{who} {theirs}')


def run(command, **more):
    try:
        return subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=RUN,
                              text=True, errors='replace', **more)
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(command, -1, '', f'no end within {RUN} s')


def jdk():
    """The JDK that trace itself found."""
    try:
        with open(ROOT + '/target/aot/launch') as file:
            home = file.read().split('\n')[1]
    except (OSError, IndexError):
        home = os.environ.get('JAVA_HOME', '')
    java = os.path.join(home, 'bin', 'java')
    return java if os.path.exists(java) else shutil.which('java')


def need(script, *programs):
    """Ends the script where it cannot begin."""
    for needed in programs:
        if not shutil.which(needed):
            print(f'{script}: needs {needed}: apt install {needed}', file=sys.stderr)
            sys.exit(69)
    if run([TRACE, '--version']).returncode != 0:
        print(f'{script}: trace does not start', file=sys.stderr)
        sys.exit(69)


def conclude():
    """The exit code, after all differences are told."""
    for line in differences:
        print(line)
    print(f'{len(differences)} differences' if differences else 'all agree')
    return 1 if differences else 0


atexit.register(stop)
signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
