"""Which faults there are, which clients, and who meets whom."""
from asks import (ASYNC, GO, JDK, JVM, NODE, NODE18, NODELIBS, PERL, PHP, PYDEBIAN, PYLIBS, PYTHON, PYTHON3, RUBY, RUST, TOOLS)
from faults import PORTS


class Fault:
    def __init__(self, name, stage, kinds, host=None, port=None, also=''):
        self.name, self.stage, self.kinds, self.also = name, stage, set(kinds.split()), also
        self.host, self.port = host, port


WEB = 'web'                      # asks HTTP, and https on the ports of TLS
CONNECTS = 'web raw rawtls redis pg mysql mongo kafka amqp smtp ssh git upload'
ANSWERS = 'web raw redis pg mysql amqp smtp'
DEFAULT = {'redis': 6379, 'pg': 5432, 'mysql': 3306, 'mongo': 27017, 'kafka': 9092, 'amqp': 5672, 'smtp': 25, 'ssh': 22, 'git': 9418, 'rawtls': 8443, 'raw': 4000}

FAULTS = [Fault(name, 'lookup', CONNECTS + ' name', host) for name, host in (
    ('gone', 'ledger.shop.test'), ('broken', 'billing.shop.test'), ('slow', 'search.shop.test'), ('bare', 'mail.shop.test'))]
FAULTS += [
    Fault('net-unreachable', 'route', CONNECTS, '192.0.2.10'), Fault('net6-unreachable', 'route', CONNECTS, '2001:db8::10'),
    Fault('host-unreachable', 'route', CONNECTS, '10.99.1.1', also='connect'), Fault('no-neighbour', 'route', CONNECTS, '10.30.0.9', also='connect'),
    Fault('refused', 'connect', CONNECTS, '127.0.0.1'), Fault('refused-name', 'connect', CONNECTS, 'api.shop.test'),
    Fault('refused6', 'connect', CONNECTS, '::1'), Fault('refused-both', 'connect', CONNECTS, 'cache.shop.test'),
    Fault('dropped', 'connect', CONNECTS, '10.20.0.9'), Fault('dropped-name', 'connect', CONNECTS, 'archive.shop.test'),
    Fault('in-use', 'bind', 'listen', '127.0.0.1', 7001), Fault('privileged', 'bind', 'listen', '127.0.0.1', 80), Fault('foreign', 'bind', 'listen', '10.77.7.7', 8080),
    Fault('in-use6', 'bind', 'listen', '::1', 7002), Fault('in-use-udp', 'bind', 'listenudp', '127.0.0.53', 53), Fault('foreign-source', 'bind', 'source', '127.0.0.1', 7057, also='connect'),
    Fault('unix-gone', 'connect', 'unix', '/run/shop.sock', 1, also='none'), Fault('unix-refused', 'connect', 'unix', '/run/dead.sock', 1),
    Fault('no-files', 'accept', 'accept', '127.0.0.1', 1), Fault('udp-refused', 'read', 'udp', '127.0.0.1', 9, also='connect write'),
]
for name, stage, kinds, also in (
        ('reset-before-answer', 'read', ANSWERS, ''), ('reset-at-once', 'read', ANSWERS, 'write'), ('eof-before-answer', 'read', ANSWERS, ''),
        ('silent', 'read', ANSWERS + ' mongo kafka', ''), ('reset-in-body', 'read', WEB, ''), ('eof-in-head', 'read', WEB, 'protocol'), ('eof-in-body', 'read', WEB, 'protocol'),
        ('eof-in-chunk', 'read', WEB, 'protocol'), ('silent-in-body', 'read', WEB, ''),
        ('never-reads', 'write', 'upload', 'read'), ('reset-while-sending', 'write', 'upload', 'read'), ('eof-before-answer', 'write', 'epipe', ''),
        ('reset-before-answer', 'write', 'epipe', 'read'),
        ('garbage', 'protocol', 'web redis pg mysql amqp smtp mongo', ''), ('old-http', 'protocol', WEB, ''), ('bad-chunk', 'protocol', WEB, ''),
        ('large-header', 'protocol', WEB, ''), ('bad-length', 'protocol', WEB, ''), ('bad-header', 'protocol', WEB, ''), ('ssh-banner', 'protocol', 'web redis', ''),
        ('bad-gzip', 'protocol', WEB, ''), ('bad-status', 'protocol', WEB, ''), ('plain-http-400', 'protocol', 'redis pg mysql amqp smtp mongo', ''),
        ('endless-redirect', 'protocol', WEB, 'none'), ('keep-alive-closed', 'idle', 'reuse', 'read write'), ('keep-alive-eof', 'idle', 'reuse', 'read write'),
        ('tls-alert-to-plain', 'protocol', WEB, 'tls'), ('plain-to-tls', 'protocol', WEB, 'read')):
    FAULTS.append(Fault(name, stage, kinds, None, PORTS[name][0], also))
for name, (port, _) in PORTS.items():
    if name.startswith('status-'):
        FAULTS.append(Fault(name, 'none', WEB, None, port))
    elif name.startswith('tls-to-'):
        FAULTS.append(Fault(name, 'protocol', 'web rawtls', None, port))
    elif name.startswith('tls-then-'):
        stage = 'protocol' if name.endswith('garbage') else 'read'
        FAULTS.append(Fault(name, stage, 'web rawtls' if stage == 'read' else WEB, None, port, 'tls' if name.endswith(('reset', 'eof')) else ''))
    elif name.startswith('tls-') and port < 7140 and not name.endswith('success'):
        FAULTS.append(Fault(name, 'tls', 'web rawtls' + (' tls13' if 'old' in name else ''), None, port))
    elif name.startswith(('redis-', 'pg-', 'mysql-')):
        FAULTS.append(Fault(name, 'none', name.split('-')[0], None, port))
FAULTS += [Fault('tls-too-new', 'tls', 'tls13', None, 7107), Fault('file', 'none', 'file', 'x', 1), Fault('secret', 'none', 'secret', 'x', 1),
           Fault('pool', 'none', 'pool', '127.0.0.1', 7008), Fault('pool-redis', 'none', 'poolredis', '127.0.0.1', 6399), Fault('pool-pg', 'none', 'poolpg', '127.0.0.1', 5499),
           Fault('local', 'none', 'local', '127.0.0.1', 7057)]


class Client:
    """A way to ask. `command` has {how} {host} {port} {at} {url} {ca} {tell}; `tells` are the ways in which it can say what it met."""

    def __init__(self, runtime, name, kinds, command, tells=('stack',), versions=('',), batch=None, alone=False):
        self.runtime, self.name, self.kinds, self.command = runtime, name, set(kinds.split()), command
        self.tells, self.versions, self.batch = tells, versions, batch


def many(runtime, command, tells, versions, table, batch=None):
    return [Client(runtime, how, kinds, command.replace('{how}', how), tells, versions, batch) for line in table.strip().splitlines()
            for how, kinds in [line.strip().split(' ', 1)]]


def clients(found):
    """`found` has what there is: lists of versions of an interpreter by its name, with its path in {bin}."""
    out = []
    py = '{bin} {here}/clients/%s {how} {host} {port} {tell} {ca}'
    say = ('stack', 'message', 'repr', 'log', 'json')
    out += many('Python', py % 'py_sync.py', say, found['python'], PYTHON)
    out += many('Python', py % 'py_sync.py', say, found['python3'], PYTHON3)
    out += many('Python', py % 'py_libs.py', say, found['python3'], ASYNC)
    out += many('Python', py % 'py_libs.py', say, found['python-requests'], PYLIBS)
    out += many('Python', py % 'py_libs.py', say, found['python-debian'], PYDEBIAN)
    node = '{bin} {here}/clients/node.cjs {how} {host} {port} {tell} {ca}'
    out += many('Node.js', node, ('stack', 'message', 'log', 'json', 'string'), found['node'], NODE)
    out += many('Node.js', node, ('stack', 'message', 'log', 'json', 'string'), found['node18'], NODE18)
    out += many('Node.js', node, ('stack', 'message', 'log', 'json'), found['node-libs'], NODELIBS)
    for name, runtime in (('bun', 'Bun'), ('deno', 'Deno')):
        out += many(runtime, node, ('stack', 'message', 'log'), found[name], 'fetch web\nhttp web\nnet raw\ntls rawtls\nlisten listen\nlookup name')
    out += many('Go', '{bin} {how} {host} {port} {tell} {ca}', ('stack', 'message', 'json', 'panic'), found['go'], GO)
    out += many('JVM', '{how} {host} {port} {tell}', ('stack', 'message', 'log', 'json', 'string'), found['jdk'], JDK, 'Jdk')
    out += many('JVM', '{how} {host} {port} {tell}', ('stack', 'message', 'log', 'string'), found['jvm-libs'], JVM, 'Libs')
    out += many('Ruby', '{bin} {here}/clients/net.rb {how} {host} {port} {tell} {ca}', ('stack', 'message', 'log', 'json', 'inspect'), found['ruby'], RUBY)
    out += many('PHP', '{bin} {here}/clients/net.php {how} {host} {port} {tell} {ca}', ('stack', 'log', 'json', 'message', 'string'), found['php'], PHP)
    out += many('Perl', '{bin} {here}/clients/net.pl {how} {host} {port} {tell} {ca}', ('stack', 'json', 'plain'), found['perl'], PERL)
    out += many('Rust', '{bin} {how} {host} {port} {tell}', ('main', 'unwrap', 'expect', 'debug', 'display'), found['rust'], RUST)
    for line in TOOLS.strip().splitlines():
        runtime, name, kinds, command = line.split('|', 3)
        versions = found['tool'](runtime, name.split()[0])
        if versions:
            out.append(Client(runtime, name, kinds, command, ('plain',), versions))
    return out
