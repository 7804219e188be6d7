"""Has each client meet each fault, and writes what it said to the two files of the corpus; called by scripts/provoke."""
import concurrent.futures, glob, hashlib, os, re, shutil, subprocess, sys, threading, time, traceback

import matrix, scenes, vary
from faults import PORTS

HERE = os.path.dirname(os.path.realpath(__file__))
TMP, LIBS, OUT = sys.argv[1:4]
ONLY = re.compile(sys.argv[4]) if len(sys.argv) > 4 else None
CA = TMP + '/ca.pem'
VARIED = os.environ.get('PROVOKE_VARIED') == 'yes'
ENVIRONMENT = {'PATH': os.environ['PATH'] + ':/usr/sbin:/sbin', 'HOME': TMP, 'LANG': 'C.UTF-8', 'NO_COLOR': '1', 'PROVOKE_NPM': LIBS + '/npm', 'NODE_PATH': LIBS + '/npm/node_modules',
               'TERM': 'dumb', 'AWS_EC2_METADATA_DISABLED': 'true', 'PYTHONDONTWRITEBYTECODE': '1', 'GIT_TERMINAL_PROMPT': '0', 'GO111MODULE': 'on', 'GOFLAGS': '', 'GOCACHE': TMP + '/gocache', 'GOPATH': TMP + '/gopath'}


def run(command, seconds=20, **more):
    """Both outputs of a command as a person sees them; what does not end is ended, and has no text."""
    p = subprocess.Popen(command, shell=isinstance(command, str), executable='/bin/bash' if isinstance(command, str) else None, stdin=subprocess.DEVNULL,
                         stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env={**ENVIRONMENT, **more.pop('env', {})}, cwd=TMP, start_new_session=True, **more)
    try:
        return p.communicate(timeout=seconds)[0].decode('utf-8', 'replace')
    except subprocess.TimeoutExpired:
        os.killpg(p.pid, 9)
        return None


def version(command, pattern=r'(\d+\.\d+[\w.]*)'):
    found = re.search(pattern, run(command, 10) or '')
    return found.group(1) if found else '?'


def discover():
    """What this machine has: for each interpreter a list of (path, version)."""
    have = lambda *paths: [p for p in paths if p and os.path.exists(p)]
    pythons = have('/usr/bin/python3', *sorted(glob.glob('/root/.pyenv/versions/*/bin/python')))
    pythons = [(p, version([p, '-V'])) for p in pythons]
    three = [p for p in pythons if p[1][0] == '3']
    can = lambda p, module: run([p[0], '-c', 'import ' + module], 10) == ''
    nodes = [(p, version([p, '-v'])) for p in have(shutil.which('node'), *sorted(glob.glob(LIBS + '/bins/n*/node_modules/*/bin/node')))]
    one = lambda *paths: [(p, version([p, '--version'])) for p in have(*paths)][:1]
    found = {'python': pythons, 'python3': three, 'python-requests': [p for p in three if p[0] != '/usr/bin/python3' and can(p, 'requests')],
             'python-debian': [p for p in three if p[0] == '/usr/bin/python3' and can(p, 'httpx')], 'node': nodes,
             'node18': [n for n in nodes if int(n[1].split('.')[0]) >= 18], 'node-libs': [n for n in nodes if int(n[1].split('.')[0]) in (20, 24)] if os.path.exists(LIBS + '/npm') else [],
             'bun': one(*glob.glob(LIBS + '/bins/bun/node_modules/@oven/*/bin/bun')), 'deno': one(*glob.glob(LIBS + '/bins/deno/node_modules/@deno/*/deno'))}
    if found['deno']: found['deno'] = [(found['deno'][0][0] + ' run -A', found['deno'][0][1])]
    for name, tool in (('ruby', 'ruby'), ('php', 'php'), ('perl', 'perl')):
        found[name] = one(shutil.which(tool))
    jdks = have('/usr/lib/jvm/java-17-openjdk-amd64/bin/java', '/usr/lib/jvm/temurin-25-jdk-amd64/bin/java') or have(shutil.which('java'))
    found['jdk'] = [(p, version([p, '-version'], r'"(.*?)"')) for p in jdks]
    found['jvm-libs'] = found['jdk'][:1] if os.path.exists(LIBS + '/mvn/lib') else []
    if jdks:
        path = LIBS + '/mvn/lib/*'
        sources = [HERE + '/clients/Jdk.java'] + ([HERE + '/clients/Libs.java'] if found['jvm-libs'] else [])
        run([os.path.dirname(jdks[0]) + '/javac', '-nowarn', '-d', TMP + '/classes', '-cp', path, *sources], 120)
    found['go'], found['rust'] = [], []
    if shutil.which('go') and not run(f'cp {HERE}/clients/net.go {TMP}/net.go && GO111MODULE=off go build -o {TMP}/net_go {TMP}/net.go', 200):
        found['go'] = [(TMP + '/net_go', version(['go', 'version'], r'go(\d[\w.]*)')), ('GODEBUG=netdns=go ' + TMP + '/net_go', 'netdns=go')]
    rustc = shutil.which('rustc') or next(iter(have(*glob.glob('/root/.rustup/toolchains/*/bin/rustc'))), None)
    if rustc:
        run([rustc, '-O', '-o', TMP + '/net_rs', HERE + '/clients/net.rs'], 100, env={'HOME': '/root'})
        found['rust'] = [(p, version([rustc, '-V'])) for p in have(TMP + '/net_rs')]
    programs = {'HTTPie': 'http', 'ApacheBench': 'ab', 'OpenSSL': 'openssl', 'MariaDB': 'mysql', 'LDAP': 'ldapsearch', 'mosquitto': 'mosquitto_pub', 'aria2': 'aria2c', 'pip': 'pip3',
                'Redis': 'redis-server', 'Go': 'go', 'PHP': 'php', 'Ruby': 'ruby', 'Python': 'python3', 'netcat': 'nc', 'PostgreSQL': 'postgres'}
    flag = {'ssh': '-V', 'OpenSSL': 'version', 'Go': 'version', 'kubectl': 'version --client', 'ApacheBench': '-V', 'netcat': '-h', 'telnet': '--version', 'ping': '-V', 'dig': '-v', 'host': '-V'}
    known = {}

    def tool(runtime, name):
        program = name if runtime in ('netcat', 'ssh', 'MariaDB', 'psql') and shutil.which(name) else programs.get(runtime, runtime)
        if not shutil.which(program):
            return []
        if program not in known:
            known[program] = version(f'{program} {flag.get(runtime, "--version")}')
        return [(program, known[program])]
    found['tool'] = tool
    return found


# ---- normalising

RULES = [(re.compile(p), r) for p, r in (
    (r'\x1b\[[0-9;?]*[A-Za-z]', ''), (r'\r\n', '\n'), (r'[^\n]*\r(?=[^\n])', ''), (r'(?m)[ \t\r]+$', ''),
    (r'/root/\.pyenv/versions/([0-9.]+)', r'/usr/local/python-\1'), (r'/root/\.rustup/toolchains/[^/]+', '/usr/local/rust'), (r'/rustc/[0-9a-f]{40}', '/rustc/src'),
    (r'\(node:\d+\) \[DEP\d+\][^\n]*\n\(Use `node[^\n]*\n?', ''), (re.escape((HERE + '/clients').replace('/', '\\/')), r'\\/srv\\/orders'), (re.escape(TMP.replace('/', '\\/')), r'\\/etc\\/shop'),
    (re.escape(LIBS + '/npm'), '/srv/orders'), (re.escape(LIBS) + r'/bins/[^ ]*/bin/', '/usr/local/bin/'), (re.escape(LIBS), '/srv/lib'), (re.escape(HERE + '/clients'), '/srv/orders'),
    (re.escape(TMP), '/etc/shop'), (r'/root\b', '/home/shop'), (r'\broot@', 'shop@'),
    (r'(?<=[:= \[.*#>-])4[0-9]{4}\b(?![.%)])', '43210'), (r'\((\d{4,6})\) :', '(4711) :'), (r'\b\d+#\d+: \*\d+', '4711#4711: *17'), (r'\b\d{2,}#\d+:', '4711#4711:'), (r'tid \d+', 'tid 4711'),
    (r'\d\d/(Nov|Dec)/2026([: ])\d\d:\d\d:\d\d(\.\d+)?', r'30/Nov/2026\g<2>09:14:07\3'), (r'AH01998: (.*?)child \d+', r'AH01998: \1child 6'),
    (r'\b(c-|t-|)p\d\d\b', r'\1p07'), (r'(2026:09:14:07)\.\d{3}\]', r'\1.123]'),
    (r'0x[0-9a-f]{6,16}', '0x7f3a10c2d0'), (r'@[0-9a-f]{6,8}\b', '@4f3f5b24'), (r'\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}', '5f0c1a52-7c1b-4c05-9e11-0d6a4b6b1c1e'),
    (r'\b2026([-/])\d\d([-/])\d\d([T ])\d\d:\d\d:\d\d', r'2026\g<1>11\g<2>30\g<3>09:14:07'), (r'(Mon|Tue|Wed|Thu|Fri|Sat|Sun),? (Nov|Dec) +\d+ \d\d:\d\d:\d\d(\.\d+)? 2026', r'Mon Nov 30 09:14:07\3 2026'),
    (r'(pid |PID |\[pid |process |node:)\d+', r'\g<1>4711'), (r'\b\d+(\.\d+)?(ms| ms| milliseconds|µs)\b', lambda m: re.sub(r'[1-9](?=\d)|\d', lambda d: d.group(), m.group()) if float(re.match(r'[\d.]+', m.group()).group()) in (1000, 2000, 500, 300, 1500) else '1203' + m.group(2)),
    (r'\b\d+\.\d{3,} ?(s|seconds)\b', r'1.203 \1'), (r'goroutine \d+', 'goroutine 1'), (r'(nid|Thread-|thread )#?\d+', r'\g<1>7'), (r':\d\d\.\d{6}', ':07.123456'),
    (r'\d\d/\d\d \d\d:\d\d:\d\d \[', '11/30 09:14:07 ['), (r'/t\d{12,}', '/work'),
    (r'/proc/\d+', '/proc/4711'), (r'(?m)^==\d+==', '==4711=='), (r'\(\d+ ns\)', '(1203 ns)'))]
FRAME = re.compile(r'^\s+(at |from |\.\.\. )|^#\d+ ')


def normalise(text):
    for pattern, by in RULES:
        text = pattern.sub(by, text)
    text = ''.join(c if c in '\n\t' or c.isprintable() else '\ufffd' for c in text)
    out, frames = [], 0
    for line in text.strip('\n').split('\n'):
        frames = frames + 1 if FRAME.match(line) else 0
        if frames <= 7 or ' ... ' in line:
            out.append(line[:3000])
    if len(out) > 60:
        out = out[:35] + out[-25:]
    return '\n'.join(out)


# ---- what is not kept, or leaves more open than the fault says

EMPTY = re.compile(r'^\W*$')
BROKEN = re.compile(r'ReferenceError|is not defined|ModuleNotFound|Cannot find module|\bSyntaxError: (?=invalid|Unexpected)|command not found|NoMethodError|NameError|ImportError|unrecognized arguments|(?m:^)usage: |Unknown option|invalid choice'
                    r'|undefined method|not supported wrapper|Can.t locate |NoSuchMethodError|NoClassDefFound|AttributeError|Call to undefined|could not find driver|unexpected keyword|can.t open file|is not a function|failed to run command|has no attribute|expected string or bytes|no host: |Class "\w+" not found|Reserved characters|Out of memory')
# A text without one of these says nothing of a fault: the client did not notice it.
TROUBLE = re.compile(r'refus|reset|time|unreach|resol|lookup|known|certificate|TLS|SSL|EOF|closed|broken|EADDR|in use|denied|route|ENO|EAI|hang up|invalid|bad |error|fail|fault|alert|connect|abort|can.?t|could not|unable|not |gone|protocol'
                     r'|parse|malformed|unexpect|expire|too |lost|No such|exit|S[CHD]--|s[CHD]--|P[CHD]--| [sS][CD] |deadline|redirect|gave HTTP|illegal|wrong|short|exceed|without|no |incorrect|Exception|Incomplete|numeric|terminated|Never|panic', re.I)
FINE = re.compile(r'is not a trusted or secure host|left intact$|forward host lookup failed|\A(npm error )?A complete log[^\n]*\Z|\AThis is ApacheBench(?![\s\S]*(apr_|[Ee]rror|SSL ))|\ANcat: Version[^\n]*(\nNcat: (Connected|SSL conn|Subject|Issuer|SHA|Cert|\d+ bytes)[^\n]*)*\Z|-> "/dev/null" \[|/dev/null. saved|Download complete|^Ncat: Version.*\n.*Connected to[^\n]*\nNcat: \d+ bytes sent[^\n]*$|^[a-z.]+\.shop\.test$|^null$|^string\(\d+\)|^HTTP/1.1 \S+ \w+(\n[\w-]+: ?[^\n]*)*$|^SSH-2.0\S+$|^<html>[^\n]*$|^Greeting|^[^\n]*\(\?\) open$', re.M)
ANY = 'lookup connect tls read write none'
VAGUE = [(re.compile(p, re.I | re.S), also) for p, also in (
    (r'^(\w+(\.\w+)*(Error|Exception|timeout)?\W*)?(could not load orders: )?[(\'"]*(timed out|the operation timed out\.?|timeout|request timed out( after \d+ ms)?|socket timeout|execution expired|context deadline exceeded|none|null|read timeout|terminated)?[)\'",]*$', ANY),
    (r'context deadline exceeded|Client\.Timeout exceeded|Client\.Timeout or context|callTimeout|network timeout at|[Ss]ocket timeout|request timed out after|HttpTimeoutException: request timed out|The operation was aborted due to timeout|timeout of \d+ms exceeded|exit(ed with code|: exit status) 28|Timeout awaiting .request', ANY),
    (r'- no response$', 'lookup route connect read'), (r'exit(ed with code| status) (7|4)\b', 'route connect'), (r'exit(ed with code| status) (35|55|56)\b', 'tls read write protocol'), (r'^\w+:errno=\d+$', 'tls read write'))]


# What a client met, where that is not what it was sent to meet, or what its words can tell: (what stands in its head, what in its text, the stages; none = not kept).
RELABEL = [(re.compile(h), re.compile(t, re.S), stages) for h, t, stages in (
    (r'net6-unreachable|refused6|in-use6|refused-both', r'Bad hostname|Address family for hostname not supported|nodename nor servname|Could not resolve|Name or service not known|not known|resolve|Host not found|getaddrinfo|UnknownHost|gethostbyname|no host|pack_sockaddr_in|Incorrect port|IPv6 not available|Address family|Bad URL|malformed', ''),
    (r'Python (client|requests_proxy|xmlrpc|imap) .*tls-|curl (curl proxy|curl telnet).*tls-|imap tls-', r'', ''), (r'.', r'^bash: line 1: .*Permission denied', ''), (r'bad-|large', r'\(500\)', ''),
    (r'rest-jdk', r'CancellationException|": null$', '+lookup connect tls read write'), (r'client-resets|client-closes', r'', 'write read'), (r'grpc', r'UNAVAILABLE|unavailable|failed to connect', '+connect'),
    (r'lettuce.*(redis|pg|mysql|status)-', r'^[^\n]*Unable to connect[^\n]*$', ''), (r'pymongo net6', r'', ''), (r'tls-client-certificate', r'', '+read write'), (r'httpx.*tls-silent', r'Connect', '+connect'), (r' silent|reset-before|eof-before', r'timeout expired|ftp_connect|Opening handshake', '+connect'), (r'got', r'closed before the connection', '+lookup connect read tls route'),
    (r'JVM', r'(?m)(^(Exception in thread|2026-11-30 09:14:07.123 ERROR|\{"@timestamp).*){2}', ''), (r'nginx|HAProxy|Apache', r'^$', ''),
    (r'Go .*', r'Err:(error\()?\(\*[\w.]+\)\(0x|errorString\{s:"EOF"\}', ''), (r' local$', r'lookup x|ENOTFOUND x|EAI_AGAIN x', ''),
    (r' (pool|redis-|pg-|mysql-|status-)', r'[Rr]ead timed out|Command timed out', ''), (r'jedis', r'^(\S+: )?Failed to create socket\.$', ''),
    (r'tls-then-', r'SSL certificate verify ok|CONNECTION ESTABLISHED|^$', '+'), (r'docker.*tls-|OpenSSL s_time', r'', ''), (r'lynx.*tls-', r'(?s)^(?!.*(SSL error|certificate|secure))', ''),
    (r'unreachable|no-network|no-neighbour', r'(?is)^(?!.*(unreach|no route))', '+connect'), (r'exit', r'(code|status) (1|8|27)\b', '+none'),
    (r'tls-(then|to)-', r'(?is)^(?!.*(certificate verify ok|CONNECTION ESTABLISHED)).*(x509|certificate verif|PKIX|unable to verify|verify failed|UnknownIssuer|self.signed|verify error|not trusted|CERT_|cert_authority|verification of .*certificate|unable to get local issuer|SELF_SIGNED|UNABLE_TO_VERIFY)', 'tls'),
    (r' tls-', r'HTTP connect timed out', 'tls connect'), (r' mysql2 .*', r'ETIMEDOUT', 'read protocol connect'),
    (r' silent', r'ETIMEDOUT|Greeting never received', 'read connect'), (r'nodemailer', r'Greeting never received|ETIMEDOUT', 'read protocol connect'),
    (r'(garbage|plain-http-400|bad-|large-header|ssh-banner|old-http)', r'(?i)time.?out|timed out|hang up|reset|EOF|end of (file|stream)|unexpected end|no bytes|closed|terminated|lost|failed to respond|disconnect|EPIPE|unavailable|no response', 'protocol read'),
    (r'(plain-to-tls|tls-alert-to-plain)', r'(?i)time.?out|timed out|hang up|reset|EOF|end of (file|stream)|unexpected end|no bytes|closed|terminated|lost|failed to respond|disconnect|unavailable|no response', 'protocol read tls'),
    (r'tls-\w+-in-handshake', r'(?is)^(?!.*(tls_|\btls\b|ssl|handshake|secure connection|secureConnect)).*(reset|EOF|closed|timed? ?out|hang up|errno=)', 'tls read connect write'),
    (r'reset-at-once', r'(?i)connect', 'read write connect'), (r'tls-then-silent|silent', r'^$', ''),
    (r'.', r'(?is)^(\S+(Error|Exception): )?(could not load orders: )?[^\n]*((fail|unable|could not|cannot|can.t|error).{0,30}connect(ing|ion)? ?(to|with)?|attempt to connect)[^\n]{0,60}$', '+connect'),
    (r'grpc', r'DEADLINE_EXCEEDED|Deadline exceeded', '+connect lookup read'), (r'unreachable|no-network|no-neighbour', r'timed? ?out|Timeout|timeout|hang up', 'connect route'), (r'dropped', r'hang up', '+read'),
    (r'(HAProxy|Apache httpd|wrk|ab|nginx).*(unreachable|no-network|no-neighbour)', r'', 'route connect'),
    (r'Apache httpd.*tls-', r'AH01084|AH01097', 'tls protocol write'), (r'Apache httpd', r'AH01998|AH01996', ''), (r'Apache httpd.*(garbage|ssh-banner)', r'timeout', 'protocol read'),
    (r'nginx.*', r'client prematurely closed connection, so upstream', ''), (r'nginx.*ssh-banner', r'timed out', 'protocol read'), (r'nginx.*garbage-to-tls', r'recv\(\) failed', 'protocol tls read'),
    (r'HAProxy.*(garbage|plain)-to-tls', r'', 'protocol tls'), (r'HAProxy.*tls-to-', r'', 'protocol tls connect'))]


PLACES = {f.name: f.port for f in matrix.FAULTS}
NAMES = {'gone': 'ledger', 'broken': 'billing', 'slow': 'search', 'bare': 'mail', 'refused-both': 'cache', 'dropped-name': 'archive', 'dropped': '10.20.0.9', 'net-unreachable': '192.0.2.10', 'no-neighbour': '10.30.0.9'}


def elsewhere(fault, text):
    """Whether a text tells of another meeting: a program that went on when its time was over wrote into the next one's."""
    named = [n for n in NAMES.values() if n[0].isdigit() and n in text or n + '.shop.test' in text]
    ports = {int(p) for p in re.findall(r'(?<=[:= ])7[01]\d\d\b', text)}
    return fault in PLACES and (any(n not in (NAMES.get(fault), '10.20.0.9' if fault == 'dropped-name' else '') for n in named) or bool(ports) and PLACES[fault] not in ports)


def kept(stage, also, text, head):
    """The stages that are true of a text: the induced one, what the fault leaves open, and what a text without any word of a place does."""
    for h, t, stages in RELABEL:
        if h.search(head) and t.search(text):
            if stages[:1] == '+' and stage != 'none':
                also += ' ' + stages[1:]
            elif stages[:1] != '+':
                return stages.split()
    stages = list(dict.fromkeys([stage, *also.split()]))
    for pattern, more in VAGUE:
        if stage != 'none' and pattern.search(text.strip()):
            stages += [m for m in more.split() if m not in stages]
    return stages


def digest(*parts):
    return int(hashlib.sha256('\0'.join(parts).encode()).hexdigest()[:8], 16)


entries, seen, lock = [], {}, threading.Lock()


def keep(stage, also, runtime, client, number, fault, tell, text):
    if text is None:
        return
    text = normalise(text)
    if stage != 'none' and (not TROUBLE.search(text) or FINE.search(text)):
        return
    if elsewhere(fault, text):
        print('another meeting:', runtime, client, fault, file=LOG)
        return
    if EMPTY.match(text) or BROKEN.search(text):
        if BROKEN.search(text):
            print('left out:', runtime, client, number, fault, BROKEN.search(text).group(), file=LOG)
        return
    stages = kept(stage, also, text, f'{runtime} {client} {fault}')
    if not stages:
        return
    with lock:
        if text in seen:
            other = seen[text]
            if other['stages'][0] != stages[0]:
                other['stages'] += [s for s in stages if s not in other['stages']]
            return
        seen[text] = dict(stages=stages, runtime=runtime, client=client, version=number, fault=fault, tell=tell, text=text)
        entries.append(seen[text])


def jobs(clients):
    for client in clients:
        for fault in matrix.FAULTS:
            kinds = client.kinds & fault.kinds
            if not kinds:
                continue
            host = fault.host or ('127.0.0.1' if digest(client.name, fault.name) % 3 else 'api.shop.test')
            if fault.name.startswith(('tls-wrong', 'tls-unknown', 'tls-self')): host = 'api.shop.test'
            tls = any(k.startswith('rawtls') for k in kinds)
            port = fault.port or next((matrix.DEFAULT[k] for k in sorted(kinds) if k in matrix.DEFAULT), 8080 if digest(client.name, fault.name) % 2 else 80)
            if VARIED and digest(client.runtime, client.name, fault.name, 'varied') % 5:
                continue
            pick = lambda options, salt: options[digest(client.runtime, client.name, fault.name, salt + ('varied' if VARIED else '')) % len(options)]
            # One way of telling in one version for each meeting, two for one in four; the first way, with its traces, the oftenest.
            tells = client.tells[:1] * 3 + client.tells
            chosen = {(pick(tells, 't'), pick(client.versions, 'v'))}
            if digest(client.name, fault.name, 'two') % 4 == 0: chosen.add((pick(client.tells, 'u'), pick(client.versions, 'w')))
            for tell, (path, number) in sorted(chosen):
                yield client, fault, tell, path, number, host, port


def meet(job):
    client, fault, tell, path, number, host, port = job
    at = f'[{host}]:{port}' if ':' in host else f'{host}:{port}'
    fill = dict(bin=path, here=HERE, how=client.name, host=host, port=port, tell=tell, ca=CA, at=at, at_host=f'[{host}]' if ':' in host else host, sni=host, tmp=f'{TMP}/t{threading.get_ident()}', big=TMP + '/big',
                url=('https' if 7100 <= port < 7144 else 'http') + f'://{at}/orders')
    os.makedirs(fill['tmp'], exist_ok=True)
    command = re.sub(r'\{(\w+)\}', lambda m: str(fill[m.group(1)]) if m.group(1) in fill else m.group(), client.command)
    if 'listen' in client.kinds or client.name in ('secret', 'accept', 'privileged') or 'secret' in fault.kinds:
        command = f"setpriv --reuid=65534 --regid=65534 --clear-groups bash -c {quote(command)}" if fault.name in ('privileged', 'secret') else command
    keep(fault.stage, fault.also, client.runtime, client.name, number, fault.name, tell, run(command, env=vary.options(client.runtime, digest(command), TMP, MADE) if VARIED else {}))
    shutil.rmtree(fill['tmp'], ignore_errors=True)


def quote(text):
    return "'" + text.replace("'", "'\\''") + "'"


def batch(main, path, number, all_jobs):
    """All jobs of one JVM."""
    lines = ''.join(f'{i} {c.name} {host} {port} {tell}\n' for i, (c, f, tell, _, _, host, port) in enumerate(all_jobs))
    privileged = [j for j in all_jobs if j[1].name == 'privileged']
    command = [path, '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xmx700m', '-Djava.net.preferIPv6Addresses=system', *(vary.JAVA[len(lines) % 3] if VARIED else []), '-cp', f'{TMP}/classes:{LIBS}/mvn/lib/*', main, CA]
    if privileged and len(privileged) == len(all_jobs):
        command = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] + command
    p = subprocess.run(command, input=lines.encode(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=ENVIRONMENT, cwd=TMP)
    print(main, path, p.returncode, p.stdout.count(b"\x01"), "of", len(all_jobs), file=LOG)
    parts = re.split(r'(?m)^\x01(\d+)\n', p.stdout.decode('utf-8', 'replace'))
    for i, text in zip(parts[1::2], parts[2::2]):
        if '\x02' not in text:
            c, f, tell, _, _, host, port = all_jobs[int(i)]
            keep(f.stage, f.also, c.runtime, c.name, number, f.name, tell, text)


def again(folder):
    """Takes the texts of an earlier run as if they were provoked now; its labels are made anew."""
    also = {f.name: f.also for f in matrix.FAULTS}
    for name in ('varied',) if VARIED else ('seen', 'kept-aside'):
        head = None
        with open(f'{folder}/{name}.txt', encoding='utf-8') as file:
            for line in [*file, '@ end']:
                if not line.startswith('@'):
                    lines.append(line[1:-1])
                    continue
                if head:
                    stages, runtime, client, fault, tell = head
                    client, number = client.rsplit(' ', 1)
                    keep(stages.split(',')[0], ' '.join(stages.split(',')[1:]) or also.get(fault, ''), runtime, client, number, fault, tell, '\n'.join(lines))
                head, lines = line[2:].strip().split(' · '), []


MADE = vary.languages(TMP) if VARIED else []
LOG = open(TMP + '/log', 'w')


def main():
    for folder in filter(None, os.environ.get('PROVOKE_FROM', '').split(':')):
        again(folder)
    if ONLY and ONLY.pattern == 'again':
        return write()
    found = discover()
    print({k: [v[1] for v in vs] for k, vs in found.items() if k != 'tool'}, file=sys.stderr)
    with open(TMP + '/big', 'wb') as big:
        big.truncate(30000000)
    clients = [c for c in matrix.clients(found) if not ONLY or ONLY.search(c.runtime + ' ' + c.name)]
    all_jobs = list(jobs(clients))
    singles = [j for j in all_jobs if not j[0].batch]
    groups = {}
    for j in all_jobs:
        if j[0].batch:
            groups.setdefault((j[0].batch, j[3], j[4], j[1].name == 'privileged', digest(j[0].name) % 3), []).append(j)
    print(len(singles), 'runs,', sum(map(len, groups.values())), 'in', len(groups), 'JVMs', file=sys.stderr)
    begun = time.monotonic()
    with concurrent.futures.ThreadPoolExecutor(8) as jvms, concurrent.futures.ThreadPoolExecutor(int(os.environ.get('PROVOKE_JOBS', '12'))) as pool:
        waiting = [jvms.submit(batch, *k[:3], g) for k, g in groups.items()]
        if not ONLY or 'scenes' in ONLY.pattern:
            waiting += [jvms.submit(scene, TMP, run, keep, found) for scene in scenes.ALL if not ONLY or ONLY.search('scenes ' + scene.__name__)]
        waiting += [pool.submit(meet, j) for j in singles]
        for i, w in enumerate(concurrent.futures.as_completed(waiting)):
            if w.exception(): traceback.print_exception(w.exception(), file=LOG)
            if i % 500 == 499: write()
            if i % 500 == 0: print(i, len(entries), round(time.monotonic() - begun), 's', file=sys.stderr)
    write()


def write():
    """About three in ten, told by client and fault, are kept aside: nobody who writes rules looks at them."""
    with lock:
        ordered = sorted(entries, key=lambda e: (e['runtime'], e['client'], e['fault'], e['version'], e['tell'], e['text']))
    for name, aside in (('varied', None),) if VARIED else (('seen', False), ('kept-aside', True)):
        count = 0
        with open(f'{OUT}/{name}.txt', 'w', encoding='utf-8') as out:
            for e in ordered:
                if not VARIED and e['stages'][0] in ('tls', 'lookup', 'connect', 'route') and e['runtime'] in ('Python', 'Node.js', 'Ruby', 'PHP', 'Go', 'JVM', 'Perl') and not os.environ.get('PROVOKE_FROM') and digest(e['text'], 'thin') % 9 < 4:
                    continue        # the commonest by far; there are enough of them
                if aside is not None and (digest(e['runtime'], e['client'], e['fault']) % 10 < 3) != aside:
                    continue
                count += 1
                if VARIED and count % 3 and not (ONLY and ONLY.pattern == 'again'):
                    way = vary.WAYS[digest(e['text']) % len(vary.WAYS)]
                    e = {**e, 'text': way(e['text']), 'tell': e['tell'] + ' ' + way.__name__}
                out.write(f"@ {','.join(e['stages'])} · {e['runtime']} · {e['client']} {e['version']} · {e['fault']} · {e['tell']}\n")
                out.write(''.join('|' + line + '\n' for line in e['text'].split('\n')))
        print(name, count, file=sys.stderr)


if __name__ == '__main__':
    main()
