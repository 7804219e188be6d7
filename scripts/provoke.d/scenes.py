"""What takes more than a client and a fault: proxies and servers that log, pools, real databases, local pipes, and what only sounds alike.

A scene is called with the folder, `run` (a command's text), `keep` (stores a text) and what was found.
"""
import os, re, shutil, signal, socket, ssl, struct, subprocess, time

from faults import PORTS
from written import WRITTEN

NAMES = ('ledger', 'billing', 'search', 'mail')     # names without an address: none of that name, an error, no answer, none of that kind
NOBODY = 'setpriv --reuid=65534 --regid=65534 --clear-groups '


def port(fault):
    return PORTS[fault][0]


def start(command, log, **more):
    return subprocess.Popen(command, shell=True, executable='/bin/bash', stdin=subprocess.DEVNULL, stdout=open(log, 'w'), stderr=subprocess.STDOUT, start_new_session=True, **more)


def end(process):
    try:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(5)
    except (ProcessLookupError, subprocess.TimeoutExpired):
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass


def lines(path):
    with open(path, encoding='utf-8', errors='replace') as file:
        return [line.rstrip('\n') for line in file if line.strip()]


def listening(number, seconds=15):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        with socket.socket() as s:
            if s.connect_ex(('127.0.0.1', number)) == 0:
                return True
        time.sleep(.1)
    return False


UPSTREAMS = [('refused', 'connect', '', '127.0.0.1:4001'), ('dropped', 'connect', '', '10.20.0.9:80'), ('unreachable', 'route', 'connect', '10.99.1.1:80'), ('no-network', 'route', '', '192.0.2.10:80'),
             *[(n, stage, also, f'127.0.0.1:{port(n)}') for n, stage, also in (
                 ('reset-before-answer', 'read', ''), ('eof-before-answer', 'read', ''), ('reset-at-once', 'read', 'write'), ('silent', 'read', ''), ('reset-in-body', 'read', ''), ('eof-in-body', 'read', 'protocol'),
                 ('eof-in-head', 'read', 'protocol'), ('silent-in-body', 'read', ''), ('garbage', 'protocol', ''), ('large-header', 'protocol', ''), ('bad-header', 'protocol', ''), ('bad-length', 'protocol', ''),
                 ('bad-chunk', 'protocol', ''), ('bad-status', 'protocol', ''), ('eof-in-chunk', 'read', 'protocol'), ('ssh-banner', 'protocol', ''))]]
SECURE = [(n, stage, also, f'127.0.0.1:{port(n)}') for n, stage, also in (
    ('tls-expired', 'tls', ''), ('tls-self-signed', 'tls', ''), ('tls-wrong-host', 'tls', ''), ('tls-unknown-issuer', 'tls', ''), ('tls-old-version', 'tls', ''), ('tls-no-cipher', 'tls', ''),
    ('tls-reset-in-handshake', 'tls', ''), ('tls-eof-in-handshake', 'tls', ''), ('tls-silent-in-handshake', 'tls', ''), ('tls-alert-unrecognized-name', 'tls', ''), ('tls-to-plain-http', 'protocol', ''), ('tls-to-ssh', 'protocol', ''))]


def place(name):
    """A path for a fault that does not give it away."""
    return 'p%02d' % ([n for n, *_ in UPSTREAMS + SECURE] + [*NAMES, 'f-refused', 'f-garbage', 'f-socket', 'f-gone', 'several', 'limited', 'secret']).index(name)


def bad_tls_clients(run, folder, at):
    """Clients that a TLS server has reason to complain of: (fault, stage, also, what to do)."""
    def raw(data, rst=False, wait=.3):
        def go():
            s = socket.create_connection(('127.0.0.1', at))
            if data: s.sendall(data)
            time.sleep(wait)
            if rst: s.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))
            s.close()
        return go
    hello = bytes.fromhex('16030100640100006003') + b'\3' + b'r' * 32 + b'\0' + b'\0\4\x13\1\x13\2' + b'\1\0' + b'\0\x33'
    yield 'plain-to-tls', 'protocol', '', lambda: run(f'curl -s -m 2 http://127.0.0.1:{at}/orders')
    yield 'garbage-to-tls', 'protocol', 'tls', raw(b'garbage that is not TLS at all\r\n\r\n' * 3)
    yield 'client-unknown-ca', 'tls', '', lambda: run(f'curl -s -m 2 https://127.0.0.1:{at}/orders')
    yield 'client-eof', 'tls', '', raw(hello[:40])
    yield 'client-reset', 'tls', '', raw(hello[:40], True)
    yield 'client-old', 'tls', '', lambda: run(f'openssl s_client -tls1_1 -cipher ALL:@SECLEVEL=0 -connect 127.0.0.1:{at} < /dev/null')
    yield 'client-cipher', 'tls', '', lambda: run(f'openssl s_client -tls1_2 -cipher ECDHE-ECDSA-AES128-GCM-SHA256 -connect 127.0.0.1:{at} < /dev/null')
    yield 'client-nothing', 'tls', 'read', raw(b'')


def nginx(tmp, run, keep, found):
    if not shutil.which('nginx'):
        return
    number = run('nginx -v').strip().split('/')[-1]
    d = tmp + '/nginx'
    os.makedirs(d)
    places = ''.join(f'location /{place(n)} {{ proxy_pass http://{a}; }}\n' for n, _, _, a in UPSTREAMS)
    places += ''.join(f'location /{place(n)} {{ proxy_pass https://{a}; }}\n' for n, _, _, a in SECURE)
    places += ''.join(f'location /{place(n)} {{ set $up {n}.shop.test; proxy_pass http://$up; }}\n' for n in NAMES)
    places += ''.join(f'location /{place(n)} {{ fastcgi_pass {a}; }}\n' for n, a in (('f-refused', '127.0.0.1:4001'), ('f-garbage', f'127.0.0.1:{port("garbage")}'), ('f-socket', 'unix:/run/dead.sock'), ('f-gone', 'unix:/run/shop.sock')))
    places += 'location /' + place('several') + ' { proxy_pass http://several; }\nlocation /' + place('limited') + ' { limit_req zone=z; return 204; }\nlocation /' + place('secret') + ' { auth_basic x; auth_basic_user_file users; root .; }\n'
    with open(d + '/c', 'w') as f:
        f.write(f'''daemon off; pid {d}/pid; error_log {d}/e info; events {{}} http {{ access_log off; client_body_temp_path {d}; proxy_temp_path {d}; fastcgi_temp_path {d}; uwsgi_temp_path {d}; scgi_temp_path {d};
resolver 127.0.0.53; resolver_timeout 2s; proxy_connect_timeout 1s; proxy_read_timeout 1s; proxy_ssl_verify on; proxy_ssl_trusted_certificate {tmp}/ca.pem; proxy_ssl_name api.shop.test; proxy_ssl_server_name on;
limit_req_zone $server_port zone=z:1m rate=1r/m; client_header_timeout 1s; client_body_timeout 1s; proxy_next_upstream error;
upstream several {{ server 127.0.0.1:4001 max_fails=1; server 127.0.0.1:4002 max_fails=1; }}
server {{ listen 127.0.0.1:7301; {places} }}
server {{ listen 127.0.0.1:7302 ssl; ssl_protocols TLSv1.2 TLSv1.3; ssl_certificate {tmp}/good.crt; ssl_certificate_key {tmp}/good.key; location / {{ return 204; }} }} }}''')
    for name in ('users',):
        open(f'{d}/{name}', 'w').write('shop:{PLAIN}p\n')
    p = start(f'nginx -p {d} -c {d}/c', d + '/out')
    if not listening(7301):
        return end(p)
    stage = {n: (s, a) for n, s, a, _ in UPSTREAMS + SECURE}
    stage.update({n: ('lookup', '') for n in NAMES}, **{'f-refused': ('connect', ''), 'f-garbage': ('protocol', ''), 'f-socket': ('connect', ''), 'f-gone': ('connect', 'none'),
                 'several': ('connect', ''), 'limited': ('none', ''), 'secret': ('none', '')})
    for n in [*stage, 'several', 'several', 'limited', 'limited']:
        run(f'curl -s -m 6 http://127.0.0.1:7301/{place(n)} -o /dev/null')
    run('curl -s -m 4 -u shop:wrong http://127.0.0.1:7301/' + place('secret') + '; curl -s http://127.0.0.1:7301/nothing-there')
    names = {place(n): n for n in stage}
    for line in lines(d + '/e'):
        asked = re.search(r'request: "GET /([\w-]+)', line)
        if asked and '[notice]' not in line and 'while closing request' not in line:
            fault = names.get(asked.group(1), asked.group(1))
            s, a = stage.get(fault, ('none', ''))
            if 'no live upstreams' in line: s, a = 'connect', 'none'
            if 'buffered to a temporary file' in line: s, a = 'none', ''
            keep(s, a, 'nginx', 'error log', number, fault, 'log', line)
    for fault, s, a, act in bad_tls_clients(run, tmp, 7302):
        before = len(lines(d + '/e'))
        act()
        time.sleep(.4)
        for line in lines(d + '/e')[before:]:
            if 'client' in line: keep(s, a, 'nginx', 'error log', number, fault, 'log', line)
    end(p)
    for name, stage, at in (('in-use', 'bind', f'127.0.0.1:{port("silent")}'), ('privileged', 'bind', '127.0.0.1:81'), ('foreign', 'bind', '10.77.7.7:8080')):
        with open(f'{d}/b', 'w') as f:
            f.write(f'pid /tmp/x; daemon off; error_log stderr; events {{}} http {{ access_log off; client_body_temp_path {d}; proxy_temp_path {d}; fastcgi_temp_path {d}; uwsgi_temp_path {d}; scgi_temp_path {d}; server {{ listen {at}; }} }}')
        keep(stage, '', 'nginx', 'start', number, name, 'plain', run((NOBODY if name == 'privileged' else '') + f'nginx -e stderr -p {d} -c {d}/b', 8))


def apache(tmp, run, keep, found):
    modules = '/usr/lib/apache2/modules/'
    if not os.path.exists(modules + 'mod_proxy_http.so'):
        return
    number = re.search(r'Apache/([\d.]+)', run('apache2 -v')).group(1)
    d = tmp + '/apache'
    os.makedirs(d)
    load = ''.join(f'LoadModule {n}_module {modules}mod_{n}.so\n' for n in ('mpm_event', 'proxy', 'proxy_http', 'proxy_fcgi', 'ssl', 'authz_core', 'socache_shmcb', 'authn_core', 'auth_basic', 'authn_file', 'authz_user'))
    places = ''.join(f'ProxyPass /{place(n)} http://{a}/ retry=0\n' for n, _, _, a in UPSTREAMS) + ''.join(f'ProxyPass /{place(n)} https://{a}/ retry=0\n' for n, _, _, a in SECURE)
    places += ''.join(f'ProxyPass /{place(n)} http://{n}.shop.test/ retry=0\n' for n in NAMES) + f'ProxyPass /{place("f-refused")} fcgi://127.0.0.1:4001/\nProxyPass /{place("f-gone")} unix:/run/shop.sock|fcgi://x/\n'
    with open(d + '/c', 'w') as f:
        f.write(f'''{load}ServerName shop.test
PidFile {d}/pid
ErrorLog {d}/e
LogLevel info
DocumentRoot {d}
Listen 127.0.0.1:7311
Listen 127.0.0.1:7312
ProxyTimeout 1
SSLProxyEngine on
SSLProxyVerify require
SSLProxyCACertificateFile {tmp}/ca.pem
{places}
<VirtualHost 127.0.0.1:7312>
SSLEngine on
SSLCertificateFile {tmp}/good.crt
SSLCertificateKeyFile {tmp}/good.key
</VirtualHost>
''')
    p = start(f'apache2 -D FOREGROUND -f {d}/c', d + '/out')
    if not listening(7311):
        print('apache did not start', lines(d + '/out'))
        return end(p)
    every = [(n, s, a) for n, s, a, _ in UPSTREAMS + SECURE] + [(n, 'lookup', '') for n in NAMES] + [('f-refused', 'connect', ''), ('f-gone', 'connect', 'none')]
    for n, s, a in every:
        before = len(lines(d + '/e'))
        run(f'curl -s -m 6 http://127.0.0.1:7311/{place(n)} -o /dev/null')
        time.sleep(.15)
        for line in lines(d + '/e')[before:]:
            if ':error]' in line or ':warn]' in line:
                keep(s, a, 'Apache httpd', 'error log', number, n, 'log', line)
    for fault, s, a, act in bad_tls_clients(run, tmp, 7312):
        before = len(lines(d + '/e'))
        act()
        time.sleep(.4)
        for line in lines(d + '/e')[before:]:
            if 'ssl:' in line and 'Connection to child' not in line: keep(s, a, 'Apache httpd', 'error log', number, fault, 'log', line)
    end(p)
    for name, at in (('in-use', f'127.0.0.1:{port("silent")}'), ('privileged', '127.0.0.1:81'), ('foreign', '10.77.7.7:8080')):
        with open(f'{d}/b', 'w') as f:
            f.write(f'{load}ServerName shop.test\nPidFile {d}/pid2\nErrorLog /dev/stderr\nListen {at}\n')
        keep('bind', '', 'Apache httpd', 'start', number, name, 'plain', run((NOBODY if name == 'privileged' else '') + f'apache2 -D FOREGROUND -f {d}/b', 8))


def haproxy(tmp, run, keep, found):
    if not shutil.which('haproxy'):
        return
    number = re.search(r'version ([\d.]+)', run('haproxy -v')).group(1)
    d = tmp + '/haproxy'
    os.makedirs(d)
    backends = UPSTREAMS + SECURE
    with open(d + '/c', 'w') as f:
        f.write('global\n log stdout format raw local0\ndefaults\n mode http\n log global\n option httplog\n timeout connect 1s\n timeout client 3s\n timeout server 1s\n retries 0\nfrontend web\n bind 127.0.0.1:7321\n')
        f.write(''.join(f' use_backend {place(n)} if {{ path /{place(n)} }}\n' for n, *_ in backends))
        for n, _, _, a in backends:
            f.write(f'backend {place(n)}\n server s1 {a}' + (f' ssl verify required ca-file {tmp}/ca.pem sni str(api.shop.test) verifyhost api.shop.test' if n.startswith('tls') else '') + '\n')
        f.write(f'frontend tls\n bind 127.0.0.1:7322 ssl crt {d}/good.pem\n http-request return status 204\n')
        for i, (n, _, _, a) in enumerate(backends):
            f.write(f'listen t-{place(n)}\n mode tcp\n option tcplog\n bind 127.0.0.1:{7330 + i}\n server s1 {a}\n')
        for n, _, _, a in backends:
            f.write(f'backend c-{place(n)}\n option httpchk GET /\n server s1 {a} check inter 1s fall 1' + (f' ssl verify required ca-file {tmp}/ca.pem sni str(api.shop.test)' if n.startswith('tls') else '') + '\n')
    with open(d + '/good.pem', 'w') as f:
        f.write(open(tmp + '/good.crt').read() + open(tmp + '/good.key').read())
    p = start(f'haproxy -f {d}/c', d + '/out')
    if not listening(7321):
        print('haproxy did not start', lines(d + '/out'))
        return end(p)
    for i, (n, s, a, _) in enumerate(backends):
        run(f'curl -s -m 6 http://127.0.0.1:7321/{place(n)} -o /dev/null')
        run(f'curl -s -m 6 http{"s" if n.startswith("tls") else ""}://127.0.0.1:{7330 + i}/x -o /dev/null')
    time.sleep(3)
    stage, names = {place(n): (s, a) for n, s, a, _ in backends}, {place(n): n for n, *_ in backends}
    for line in lines(d + '/out'):
        for pattern, client, wanted in ((r' web ([\w-]+)/s1 .* (\S\S)-- ', 'http log', None), (r' t-([\w-]+) t-\S+/s1 .* (\S\S) ', 'tcp log', None), (r'Server c-([\w-]+)/s1 is (DOWN)', 'check', None)):
            m = re.search(pattern, line)
            if m and m.group(1) in stage and m.group(2) != '--' and not (client == 'tcp log' and names[m.group(1)].startswith('tls')):
                s, a = stage[m.group(1)]
                if client == 'tcp log' and s == 'write': a += ' read'
                if client == 'http log' and names[m.group(1)].startswith('tls'): a += ' connect'
                if client == 'tcp log' and s == 'protocol': continue
                keep(s, a, 'HAProxy', client, number, names[m.group(1)], 'log', line)
    for fault, s, a, act in bad_tls_clients(run, tmp, 7322):
        before = len(lines(d + '/out'))
        act()
        time.sleep(.4)
        for line in lines(d + '/out')[before:]:
            if ' tls/' in line: keep(s, a, 'HAProxy', 'log', number, fault, 'log', line)
    end(p)
    for name, at in (('in-use', f'127.0.0.1:{port("silent")}'), ('privileged', '127.0.0.1:81'), ('foreign', '10.77.7.7:8080')):
        with open(f'{d}/b', 'w') as f:
            f.write(f'defaults\n timeout client 1s\n timeout server 1s\n timeout connect 1s\nlisten shop\n bind {at}\n')
        keep('bind', '', 'HAProxy', 'start', number, name, 'plain', run((NOBODY if name == 'privileged' else '') + f'haproxy -f {d}/b', 8))


def tls_servers(tmp, run, keep, found):
    """What servers of several runtimes log of clients that do not speak TLS well, or whose connection ends early."""
    python = f'''import http.server, ssl
s = http.server.HTTPServer(("127.0.0.1", %d), http.server.SimpleHTTPRequestHandler)
c = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH); c.load_cert_chain("{tmp}/good.crt", "{tmp}/good.key")
s.socket = c.wrap_socket(s.socket, server_side=True, do_handshake_on_connect=False)
s.serve_forever()'''
    aio = f'''import asyncio, ssl
c = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH); c.load_cert_chain("{tmp}/good.crt", "{tmp}/good.key")
import logging; logging.basicConfig(level=logging.DEBUG)
async def on(r, w): await r.read(10)
async def go():
    async with await asyncio.start_server(on, "127.0.0.1", %d, ssl=c) as s: await s.serve_forever()
asyncio.run(go(), debug=True)'''
    ruby = f'''require "socket"; require "openssl"
c = OpenSSL::SSL::SSLContext.new; c.cert = OpenSSL::X509::Certificate.new(File.read("{tmp}/good.crt")); c.key = OpenSSL::PKey.read(File.read("{tmp}/good.key"))
s = OpenSSL::SSL::SSLServer.new(TCPServer.new("127.0.0.1", %d), c)
loop {{ begin; s.accept.gets; rescue => e; warn e.full_message(highlight: false); end }}'''
    here = os.path.dirname(os.path.realpath(__file__))
    servers = []
    if found['go']: servers.append(('Go', 'ListenAndServeTLS', found['go'][0][1], 7401, f'{tmp}/net_go serve-tls 127.0.0.1 7401 stack {tmp}/ca.pem', True))
    for i, (path, number) in enumerate(found['node'][:3]):
        servers.append(('Node.js', 'https server', number, 7402 + i, f'while true; do {path} {here}/clients/node.cjs server_tls 127.0.0.1 {7402 + i} stack {tmp}/ca.pem; done', False))
    for i, (path, number) in enumerate(found['python3'][:2]):
        servers.append(('Python', 'https server', number, 7411 + i, f"{path} -u -c '{python % (7411 + i)}'", False))
        servers.append(('Python', 'asyncio server', number, 7421 + i, f"{path} -u -c '{aio % (7421 + i)}'", False))
    if found['ruby']: servers.append(('Ruby', 'SSLServer', found['ruby'][0][1], 7431, f"ruby -e '{ruby % 7431}'", False))
    if shutil.which('openssl'): servers.append(('OpenSSL', 's_server', run('openssl version').split()[1], 7432, f'openssl s_server -accept 7432 -cert {tmp}/good.crt -key {tmp}/good.key -quiet -www', False))
    for runtime, client, number, at, command, by_line in servers:
        log = f'{tmp}/server{at}'
        p = start(command, log, env={**os.environ, 'HOME': tmp})
        if listening(at):
            time.sleep(.5)
            for fault, s, a, act in bad_tls_clients(run, tmp, at):
                before = os.path.getsize(log)
                try:
                    act()
                except OSError:
                    continue
                time.sleep(.7)
                with open(log, encoding='utf-8', errors='replace') as f:
                    f.seek(before)
                    text = f.read()
                for one in text.split('\n') if by_line else [text]:
                    if re.search(r'error|exception|reset|EOF|alert|ERR|broken|closed', one, re.I): keep(s, a, runtime, client, number, fault, 'log', one)
        end(p)


def early_leavers(tmp, run, keep, found):
    """Servers that write to who has gone."""
    flood = '''import http.server
class H(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200); self.end_headers()
        for _ in range(300): self.wfile.write(b"x" * 65536)
http.server.HTTPServer(("127.0.0.1", %d), H).serve_forever()'''
    servers = []
    for i, (path, number) in enumerate(found['python3'][:4]):
        servers.append(('Python', 'http.server', number, 7441 + i, f"{path} -u -c '{flood % (7441 + i)}'"))
    if found['go']: servers.append(('Go', 'http server', found['go'][0][1], 7451, f'{tmp}/net_go serve-panic 127.0.0.1 7451 stack {tmp}/ca.pem'))
    for runtime, client, number, at, command in servers:
        log = f'{tmp}/server{at}'
        p = start(command, log, env={**os.environ, 'HOME': tmp})
        if listening(at):
            for fault, rst in (('client-resets', True), ('client-closes', False)):
                before = os.path.getsize(log)
                s = socket.create_connection(('127.0.0.1', at))
                s.sendall(b'GET /orders HTTP/1.0\r\n\r\n')
                s.recv(100)
                time.sleep(.2)
                if rst: s.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))
                s.close()
                time.sleep(.7)
                with open(log, encoding='utf-8', errors='replace') as f:
                    f.seek(before)
                    keep('write', '', runtime, client, number, fault, 'log', f.read())
        end(p)


def full_servers(tmp, run, keep, found):
    """Servers without a descriptor left for accept."""
    here = os.path.dirname(os.path.realpath(__file__))
    aio = 'import asyncio, logging; logging.basicConfig()\nasync def on(r, w): await asyncio.sleep(9)\nasync def go():\n  async with await asyncio.start_server(on, "127.0.0.1", 7461) as s: await s.serve_forever()\nasyncio.run(go())'
    node = 'require("net").createServer(s => {}).on("drop", d => console.error("dropped", d)).on("error", e => console.error(e)).listen(7462, "127.0.0.1")'
    servers = [('Python', 'asyncio server', found['python3'][0][1], 7461, f"ulimit -n 24; {found['python3'][0][0]} -u -c '{aio}'", 40)]
    if found['go']: servers.append(('Go', 'http server', found['go'][0][1], 7463, f'ulimit -n 14; {tmp}/net_go serve-accept 127.0.0.1 7463 stack {tmp}/ca.pem', 40))
    if shutil.which('nginx'):
        os.makedirs(tmp + '/full', exist_ok=True)
        with open(tmp + '/full/c', 'w') as f:
            f.write(f'daemon off; master_process off; pid {tmp}/full/p; error_log stderr; worker_rlimit_nofile 14; events {{ worker_connections 64; }} http {{ access_log off; client_body_temp_path {tmp}/full; proxy_temp_path {tmp}/full; fastcgi_temp_path {tmp}/full; uwsgi_temp_path {tmp}/full; scgi_temp_path {tmp}/full; server {{ listen 127.0.0.1:7464; }} }}')
        servers.append(('nginx', 'error log', run('nginx -v').strip().split('/')[-1], 7464, f'ulimit -n 14; nginx -p {tmp}/full -e stderr -c {tmp}/full/c', 40))
    if shutil.which('redis-server'): servers.append(('Redis', 'log', '7', 7465, 'ulimit -n 40; redis-server --port 7465 --save "" --maxclients 100', 60))
    if shutil.which('memcached'): servers.append(('memcached', 'log', '1.6', 7466, 'ulimit -n 40; memcached -u nobody -vv -l 127.0.0.1 -p 7466 -c 5', 60))
    for runtime, client, number, at, command, many in servers:
        log = f'{tmp}/server{at}'
        p = start(command, log, env={**os.environ, 'HOME': tmp})
        kept = []
        if listening(at):
            for _ in range(many):
                s = socket.socket()
                s.settimeout(1)
                try:
                    s.connect(('127.0.0.1', at))
                except OSError:
                    break
                kept.append(s)
            time.sleep(1.5)
            texts = [t for t in re.split(r'\n(?=\S)', open(log, encoding='utf-8', errors='replace').read()) if re.search(r'too many|EMFILE|Too many', t, re.I)]
            whole = '\n'.join(texts)
            for t in ([whole] if runtime == 'Python' else texts[:3]): keep('accept', '', runtime, client, number, 'no-files', 'log', t)
        for s in kept: s.close()
        end(p)


def pipes(tmp, run, keep, found):
    """Pipes of the machine, and files: no connection at all."""
    for runtime, command in (
            ('bash', 'trap "" PIPE; for i in $(seq 20000); do echo $i; done | head -1'), ('coreutils', '(trap "" PIPE; yes | head -1)'), ('coreutils', '(trap "" PIPE; seq 1000000 | head -1)'), ('coreutils', '(trap "" PIPE; cat /dev/zero | head -c 1 > /dev/null)'),
            ('Python', 'python3 -c "for i in range(100000): print(i)" | head -1'), ('Python', '/usr/bin/python3 -c "import sys; [sys.stdout.write(str(i) * 20) for i in range(100000)]" | head -c 5'),
            ('Python', 'python3 -c "import subprocess as s, time; p = s.Popen([\'true\'], stdin=s.PIPE); time.sleep(.3); p.communicate(b\'x\' * 100000) if 0 else (p.stdin.write(b\'x\' * 100000), p.stdin.flush())"'),
            ('Node.js', 'node -e "for (let i = 0; i < 100000; i++) console.log(i)" | head -1'), ('Node.js', 'node -e "process.stdout.write(\'x\'.repeat(1e7)); setTimeout(() => process.stdout.write(\'y\'), 300)" | head -c 1'),
            ('Ruby', 'ruby -e "100000.times { |i| puts i }" | head -1'), ('Perl', 'perl -e \'$SIG{PIPE} = "IGNORE"; for (1 .. 100000) { print "$_\\n" or die "print: $!" }\' | head -1'),
            ('PHP', 'php -r \'for ($i = 0; $i < 99999; $i++) fwrite(STDOUT, "line $i\\n");\' | head -1'), ('curl', f'curl -sS http://127.0.0.1:{port("success")}/ -o /nowhere/x'), ('curl', 'curl -sS file:///nowhere/orders.json'),
            ('curl', f'(trap "" PIPE; curl -sS -N file://{tmp}/big | head -c 1 > /dev/null)'), ('tar', '(trap "" PIPE; tar cf - /usr/share/doc/b* 2>&1 | head -c 1 > /dev/null)'), ('Rust', f'{tmp}/net_rs file x 1 unwrap'),
            ('bash', 'cat /nowhere/orders'), ('bash', NOBODY + 'cat /etc/shadow'), ('bash', '/nowhere/program'), ('bash', 'cd /tmp; ulimit -n 6; cat 4</dev/null 5</dev/null /etc/hosts'), ('bash', 'echo x > /dev/full'), ('git', 'git -C /tmp status'),
            ('git', 'git clone /nowhere/shop.git x'), ('docker', 'docker -H unix:///nowhere/docker.sock version'), ('curl', 'curl -sS --unix-socket /nowhere/x http://x/'), ('bash', 'timeout 1 sleep 5 || echo "job timed out after 1 s"'),
            ('Python', 'python3 -c "import subprocess; subprocess.run([\'sleep\', \'5\'], timeout=.2)"'), ('Python', 'python3 -c "import queue; queue.Queue().get(timeout=.1)"'), ('Python', 'python3 -c "import asyncio; asyncio.run(asyncio.wait_for(asyncio.sleep(3), .1))"'),
            ('Python', 'python3 -c "import concurrent.futures as c, time; c.ThreadPoolExecutor().submit(time.sleep, 1).result(timeout=.1)"'), ('Python', 'python3 -c "import sqlite3; a = sqlite3.connect(\'/etc/shop.db/x\')"'),
            ('Node.js', 'node -e "require(\'fs\').openSync(\'/nowhere/a\')"'), ('Node.js', 'node -e "new (require(\'stream\').Writable)().end().write(1)"'), ('Node.js', 'node -e "JSON.parse(\'connection refused\')"'),
            ('flock', 'exec 9> /tmp/provoke.lock; flock 9; flock -w 0.2 /tmp/provoke.lock true || echo "could not get the lock: timed out"')):
        also = 'connect' if 'sock' in command else ''
        keep('none', also, runtime, 'local', '', 'pipe or file ' + str(abs(hash_of(command)) % 10000), 'plain', run(command, 10))


def hash_of(text):
    return sum(ord(c) * (i + 7) for i, c in enumerate(text))


def successes(tmp, run, keep, found):
    plain, secure = port('success'), port('tls-success')
    ca = tmp + '/ca.pem'
    for runtime, command in (
            ('curl', f'curl -v --no-progress-meter http://api.shop.test:{plain}/orders'), ('curl', f'curl -v --no-progress-meter --cacert {ca} https://api.shop.test:{secure}/orders'), ('curl', f'curl -sI http://127.0.0.1:{plain}/'),
            ('wget', f'wget -O /dev/null http://api.shop.test:{plain}/orders'), ('wget', f'wget -d -O /dev/null --ca-certificate={ca} https://api.shop.test:{secure}/orders'), ('OpenSSL', f'openssl s_client -brief -connect api.shop.test:{secure} -CAfile {ca} < /dev/null'),
            ('OpenSSL', f'openssl s_client -connect api.shop.test:{secure} -CAfile {ca} < /dev/null'), ('netcat', f'nc -zv 127.0.0.1 {plain}'), ('ncat', f'ncat -zv 127.0.0.1 {plain}'), ('ApacheBench', f'ab -n 5 http://127.0.0.1:{plain}/'), ('redis-cli', 'redis-cli -p 6399 info clients'),
            ('redis-cli', 'redis-cli -p 6399 info stats'), ('redis-cli', 'redis-cli -p 6399 ping'), ('psql', 'psql -h 127.0.0.1 -p 5499 -U postgres -c "select 1"'), ('psql', 'pg_isready -h 127.0.0.1 -p 5499'), ('psql', 'psql -h 127.0.0.1 -p 5499 -U postgres -c "\\conninfo"'),
            ('psql', 'psql -h 127.0.0.1 -p 5499 -U nobody -c "select 1"'), ('psql', 'psql -h 127.0.0.1 -p 5499 -U postgres nothing'), ('psql', 'psql -h 127.0.0.1 -p 5499 -U postgres -c "set statement_timeout=100; select pg_sleep(3)"'),
            ('psql', 'psql -h 127.0.0.1 -p 5499 -U postgres -c "select nothing"'), ('psql', 'psql -h 127.0.0.1 -p 5499 -U postgres -c "begin; create table if not exists t(x int); set lock_timeout=1; lock t; select pg_sleep(.1)"'),
            ('psql', 'for i in $(seq 110); do psql -h 127.0.0.1 -p 5499 -U postgres -c "select pg_sleep(3)" > /dev/null 2> /tmp/provoke.pg & done; sleep 2; psql -h 127.0.0.1 -p 5499 -U postgres -c "select 1"; wait'), ('redis-cli', 'redis-cli -p 6399 config set maxclients 1; redis-cli -p 6399 ping; sleep 1 | redis-cli -p 6399 & sleep .3; redis-cli -p 6399 ping; wait; redis-cli -p 6399 config set maxclients 10000'),
            ('redis-cli', 'redis-cli -p 6399 auth wrong'), ('redis-cli', 'redis-cli -p 6399 nonsense'), ('dig', 'dig api.shop.test'), ('host', 'host api.shop.test'), ('ping', 'ping -c 1 127.0.0.1'), ('getent', 'getent hosts api.shop.test'),
            ('ss', 'ss -tan state established'), ('ss', 'ss -s'), ('curl', f'curl -v --no-progress-meter -f http://127.0.0.1:{port("status-404")}/'), ('curl', f'curl -v --no-progress-meter http://127.0.0.1:{port("status-503")}/')):
        keep('none', '', runtime, 'success', '', 'success ' + str(hash_of(command) % 10000), 'plain', run(command, 15))
    for text, stage, also in (('set idle_session_timeout=200', 'idle', 'read none'), ('set idle_in_transaction_session_timeout=200; begin', 'idle', 'read none'), ('select pg_terminate_backend(pg_backend_pid())', 'read', 'none')):
        keep(stage, also, 'psql', 'session', '', text[:24], 'plain', run(f'(echo "{text};"; sleep 1; echo "select 1;") | psql -h 127.0.0.1 -p 5499 -U postgres', 10))
    for runtime, text in WRITTEN:
        keep('none', '', runtime, 'sounds alike', '', 'written ' + str(hash_of(text) % 10000), 'log', text)


ALL = [nginx, apache, haproxy, tls_servers, early_leavers, full_servers, pipes, successes]
