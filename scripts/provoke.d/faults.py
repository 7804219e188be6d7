"""Servers that misbehave, a port for each fault, and a name server; all on loopback of a network namespace.

Run as `faults.py FOLDER`: makes certificates in FOLDER, listens, writes FOLDER/ready, and serves until it is ended.
"""
import os, socket, ssl, struct, subprocess, sys, threading, time

PORTS = {}          # fault -> port; the same in each run


def fault(port):
    def keep(function):
        PORTS[function.__name__.replace('_', '-')] = (port, function)
        return function
    return keep


def reset(s):
    s.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))
    s.close()


def head(s):
    """Reads what a client asks, up to its blank line, or one piece of what is not HTTP."""
    got = b''
    s.settimeout(8)
    while True:
        try:
            piece = s.recv(65536)
        except socket.timeout:
            return got
        got += piece
        if not piece or b'\r\n\r\n' in got or not got[:5].isupper() and b'HTTP' not in got:
            return got


def hold(s, seconds=25):
    end = time.monotonic() + seconds
    s.settimeout(seconds)
    try:
        while time.monotonic() < end and s.recv(65536):
            pass
    except OSError:
        pass


OK = b'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n'


@fault(7001)
def reset_before_answer(s):
    head(s); reset(s)


@fault(7002)
def reset_at_once(s):
    reset(s)


@fault(7003)
def reset_in_body(s):
    head(s); s.sendall(OK + b'Content-Length: 5000\r\n\r\nhalf of'); time.sleep(.2); reset(s)


@fault(7004)
def eof_before_answer(s):
    head(s); s.close()


@fault(7005)
def eof_in_head(s):
    head(s); s.sendall(OK[:30]); s.close()


@fault(7006)
def eof_in_body(s):
    head(s); s.sendall(OK + b'Content-Length: 5000\r\n\r\nhalf of'); s.close()


@fault(7007)
def eof_in_chunk(s):
    head(s); s.sendall(OK + b'Transfer-Encoding: chunked\r\n\r\n400\r\nhalf of'); s.close()


@fault(7008)
def silent(s):
    hold(s)


@fault(7009)
def silent_in_body(s):
    head(s); s.sendall(OK + b'Content-Length: 5000\r\n\r\nhalf of'); hold(s)


@fault(7010)
def never_reads(s):
    time.sleep(25)


@fault(7011)
def reset_while_sending(s):
    s.recv(2000); reset(s)


@fault(7020)
def garbage(s):
    head(s); s.sendall(b'\x15\x00\xff\x02nothing that anybody would expect\x00\x01\r\n' * 3); s.close()


@fault(7021)
def old_http(s):
    head(s); s.sendall(b'<html>an answer without a head</html>\n'); s.close()


@fault(7022)
def bad_chunk(s):
    head(s); s.sendall(OK + b'Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n'); s.close()


@fault(7023)
def large_header(s):
    head(s)
    s.sendall(OK + b'X-Large: ' + b'a' * 400000 + b'\r\nContent-Length: 0\r\n\r\n'); hold(s, 2)


@fault(7024)
def bad_length(s):
    head(s); s.sendall(OK + b'Content-Length: many\r\n\r\nhello'); s.close()


@fault(7025)
def bad_header(s):
    head(s); s.sendall(OK + b'a line that is no header\r\n\r\nhello'); s.close()


@fault(7026)
def ssh_banner(s):
    s.sendall(b'SSH-2.0-OpenSSH_9.2\r\n'); hold(s, 2); s.close()


@fault(7027)
def bad_gzip(s):
    head(s); s.sendall(OK + b'Content-Encoding: gzip\r\nContent-Length: 9\r\n\r\nnot gzip!'); s.close()


@fault(7028)
def bad_status(s):
    head(s); s.sendall(b'HTTP/1.1 abc Nonsense\r\nContent-Length: 0\r\n\r\n'); s.close()


@fault(7029)
def plain_http_400(s):
    head(s); s.sendall(b'HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain\r\nContent-Length: 11\r\nConnection: close\r\n\r\nBad Request'); s.close()


@fault(7030)
def endless_redirect(s):
    head(s); s.sendall(b'HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'); s.close()


@fault(7040)
def keep_alive_closed(s):
    head(s); s.sendall(OK + b'Content-Length: 5\r\n\r\nhello'); s.settimeout(9)
    if s.recv(10000):           # the next request comes in just when the server had closed its side
        reset(s)


@fault(7041)
def keep_alive_eof(s):
    head(s); s.sendall(OK + b'Content-Length: 5\r\n\r\nhello'); s.settimeout(9)
    s.recv(10000); s.close()


def answer(status, body=b'no', more=b''):
    def serve(s):
        head(s)
        s.sendall(b'HTTP/1.1 ' + status + b'\r\nContent-Type: text/plain\r\n' + more + b'Content-Length: %d\r\nConnection: close\r\n\r\n' % len(body) + body)
        s.close()
    return serve


for port, status in ((7050, b'401 Unauthorized'), (7051, b'403 Forbidden'), (7052, b'404 Not Found'), (7053, b'429 Too Many Requests'),
                     (7054, b'500 Internal Server Error'), (7055, b'503 Service Unavailable'), (7056, b'407 Proxy Authentication Required')):
    more = b'WWW-Authenticate: Basic realm="shop"\r\n' if status[:3] == b'401' else b'Retry-After: 30\r\n' if status[:3] in (b'429', b'503') else b''
    PORTS['status-' + status[:3].decode()] = (port, answer(status, b'rate limit exceeded, connection limit reached', more))
PORTS['success'] = (7057, answer(b'200 OK', b'hello'))


def redis(line):
    def serve(s):
        s.settimeout(6)
        while s.recv(65536):
            s.sendall(line)
    return serve


PORTS['redis-noauth'] = (7060, redis(b'-NOAUTH Authentication required.\r\n'))
PORTS['redis-max-clients'] = (7061, redis(b'-ERR max number of clients reached\r\n'))
PORTS['redis-loading'] = (7062, redis(b'-LOADING Redis is loading the dataset in memory\r\n'))
PORTS['redis-oom'] = (7063, redis(b"-OOM command not allowed when used memory > 'maxmemory'.\r\n"))


def mysql_error(code, state, text):
    body = b'\xff' + struct.pack('<H', code) + state + text

    def serve(s):
        s.sendall(struct.pack('<I', len(body))[:3] + b'\0' + body); hold(s, 1); s.close()
    return serve


PORTS['mysql-too-many'] = (7065, mysql_error(1040, b'', b'Too many connections'))
PORTS['mysql-blocked'] = (7066, mysql_error(1129, b'', b"Host '10.0.0.5' is blocked because of many connection errors; unblock with 'mysqladmin flush-hosts'"))


def pg_error(fields):
    body = b''.join(k + v + b'\0' for k, v in fields) + b'\0'

    def serve(s):
        s.settimeout(6)
        got = s.recv(65536)
        if got[4:8] == b'\x04\xd2\x16\x2f':
            s.sendall(b'N'); s.recv(65536)
        s.sendall(b'E' + struct.pack('>I', len(body) + 4) + body); hold(s, 1); s.close()
    return serve


for port, name, code, text in ((7070, 'pg-too-many', b'53300', b'sorry, too many clients already'),
                               (7071, 'pg-password', b'28P01', b'password authentication failed for user "shop"'),
                               (7072, 'pg-starting', b'57P03', b'the database system is starting up'),
                               (7073, 'pg-no-database', b'3D000', b'database "shop" does not exist'),
                               (7074, 'pg-hba', b'28000', b'no pg_hba.conf entry for host "10.0.0.5", user "shop", database "shop", no encryption')):
    PORTS[name] = (port, pg_error(((b'S', b'FATAL'), (b'V', b'FATAL'), (b'C', code), (b'M', text))))

# ---- TLS

CERTS = {}


def certificates(folder):
    def openssl(*arguments):
        subprocess.run(['openssl', *arguments], check=True, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    new = ['-newkey', 'rsa:2048', '-nodes', '-sha256']
    openssl('req', '-x509', *new, '-days', '3650', '-subj', '/CN=Shop Root', '-keyout', 'ca.key', '-out', 'ca.pem', '-addext', 'keyUsage=keyCertSign,cRLSign')
    openssl('req', '-x509', *new, '-days', '3650', '-subj', '/CN=Other Root', '-keyout', 'other.key', '-out', 'other.pem')
    openssl('req', '-x509', *new, '-days', '365', '-subj', '/CN=shop.test', '-addext', 'subjectAltName=DNS:shop.test,DNS:*.shop.test,IP:127.0.0.1',
            '-keyout', 'self.key', '-out', 'self.crt')
    for name, names, ca, dates in (('good', 'DNS:*.shop.test,IP:127.0.0.1', 'ca', []), ('wrong', 'DNS:elsewhere.test', 'ca', []),
                                   ('unknown', 'DNS:*.shop.test,IP:127.0.0.1', 'other', []),
                                   ('expired', 'DNS:*.shop.test,IP:127.0.0.1', 'ca', ['20200101000000Z', '20210101000000Z']),
                                   ('future', 'DNS:*.shop.test,IP:127.0.0.1', 'ca', ['20400101000000Z', '20410101000000Z'])):
        with open(f'{folder}/{name}.ext', 'w') as ext:
            ext.write(f'subjectAltName={names}\nextendedKeyUsage=serverAuth\n')
        openssl('req', *new, '-subj', '/CN=' + names.split(',')[0][4:], '-keyout', name + '.key', '-out', name + '.csr')
        if dates:
            conf = f'[ca]\ndefault_ca=d\n[d]\ndatabase={folder}/db\nserial={folder}/sn\nnew_certs_dir={folder}\ndefault_md=sha256\npolicy=p\nunique_subject=no\n[p]\ncommonName=supplied\n'
            for file, text in (('ca.conf', conf), ('db', ''), ('sn', '1000\n')):
                with open(f'{folder}/{file}', 'w') as f:
                    f.write(text)
            openssl('ca', '-batch', '-notext', '-config', 'ca.conf', '-cert', ca + '.pem', '-keyfile', ca + '.key', '-startdate', dates[0],
                    '-enddate', dates[1], '-extfile', name + '.ext', '-in', name + '.csr', '-out', name + '.crt')
        else:
            openssl('x509', '-req', '-in', name + '.csr', '-CA', ca + '.pem', '-CAkey', ca + '.key', '-CAcreateserial', '-days', '365',
                    '-extfile', name + '.ext', '-out', name + '.crt')


def tls(port, name, cert='good', low=None, high=None, ciphers=None, client=False, after=None, alpn=None):
    def serve(s):
        c = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        c.load_cert_chain(f'{FOLDER}/{cert}.crt', f'{FOLDER}/{cert}.key')
        if ciphers: c.set_ciphers(ciphers)
        if low: c.minimum_version = low
        if high: c.maximum_version = high
        if client: c.verify_mode = ssl.CERT_REQUIRED; c.load_verify_locations(f'{FOLDER}/ca.pem')
        s.settimeout(8)
        try:
            t = c.wrap_socket(s, server_side=True)
            (after or answer(b'200 OK', b'hello'))(t)
        except (ssl.SSLError, OSError):
            pass
        finally:
            time.sleep(.1); s.close()
    PORTS[name] = (port, serve)


V = ssl.TLSVersion
tls(7101, 'tls-expired', 'expired')
tls(7102, 'tls-self-signed', 'self')
tls(7103, 'tls-wrong-host', 'wrong')
tls(7104, 'tls-unknown-issuer', 'unknown')
tls(7105, 'tls-old-version', low=V.MINIMUM_SUPPORTED, high=V.TLSv1_1, ciphers='ALL:@SECLEVEL=0')
tls(7106, 'tls-no-cipher', high=V.TLSv1_2, ciphers='ECDHE-ECDSA-AES128-GCM-SHA256')
tls(7107, 'tls-client-certificate', high=V.TLSv1_2, client=True)
tls(7108, 'tls-client-certificate-13', low=V.TLSv1_3, client=True)
tls(7109, 'tls-not-yet-valid', 'future')
tls(7110, 'tls-success')


@fault(7120)
def tls_reset_in_handshake(s):
    s.settimeout(8); s.recv(20000); reset(s)


@fault(7121)
def tls_eof_in_handshake(s):
    s.settimeout(8); s.recv(20000); s.close()


@fault(7122)
def tls_silent_in_handshake(s):
    hold(s)


def alert(number):
    def serve(s):
        s.settimeout(8); s.recv(20000); s.sendall(bytes((0x15, 3, 3, 0, 2, 2, number))); time.sleep(.1); s.close()
    return serve


for port, name, number in ((7123, 'handshake-failure', 40), (7124, 'protocol-version', 70), (7125, 'unrecognized-name', 112), (7126, 'internal-error', 80),
                           (7127, 'unknown-ca', 48), (7128, 'certificate-required', 116), (7129, 'access-denied', 49), (7130, 'no-application-protocol', 120)):
    PORTS['tls-alert-' + name] = (port, alert(number))

tls(7140, 'tls-then-reset', high=V.TLSv1_2, after=lambda t: (head(t), reset(t)))
tls(7141, 'tls-then-eof', after=lambda t: (head(t), t.close()))
tls(7142, 'tls-then-silent', after=lambda t: (head(t), hold(t)))
tls(7143, 'tls-then-garbage', after=lambda t: (head(t), t.sendall(b'\x01\x02garbage\r\n' * 4), t.close()))


@fault(7144)
def tls_alert_to_plain(s):
    head(s); s.sendall(bytes((0x15, 3, 1, 0, 2, 2, 10))); s.close()



@fault(7135)
def tls_to_plain_http(s):
    s.settimeout(8); s.recv(20000)
    s.sendall(b'HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain\r\nContent-Length: 11\r\nConnection: close\r\n\r\nBad Request'); s.close()


@fault(7136)
def tls_to_ssh(s):
    s.sendall(b'SSH-2.0-OpenSSH_9.2\r\n'); hold(s, 2)


@fault(7137)
def tls_to_redis(s):
    s.settimeout(8); s.recv(20000); s.sendall(b"-ERR unknown command '\\x16\\x03\\x01', with args beginning with: \r\n"); hold(s, 2)


@fault(7138)
def tls_to_smtp(s):
    s.sendall(b'220 mail.shop.test ESMTP ready\r\n'); hold(s, 2)


tls(7150, 'plain-to-tls')

# ---- names

def dns(folder):
    u = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    u.bind(('127.0.0.53', 53))
    while True:
        q, who = u.recvfrom(2000)
        name, at = [], 12
        while q[at]:
            name.append(q[at + 1:at + 1 + q[at]].decode('latin1').lower()); at += 1 + q[at]
        kind = struct.unpack('>H', q[at + 1:at + 3])[0]
        question, first = q[12:at + 5], name[0]
        if first == 'search':
            continue
        code = 2 if first == 'billing' else 5 if first == 'stock' else 3 if first == 'ledger' or name[-1] not in ('test', 'arpa') else 0
        data = b''
        if code == 0 and first != 'mail':
            if kind == 1: data = bytes((127, 0, 0, 1))
            if kind == 28 and first == 'cache': data = b'\0' * 15 + b'\1'
        rr = b'\xc0\x0c' + struct.pack('>HHIH', kind, 1, 5, len(data)) + data if data else b''
        u.sendto(q[:2] + struct.pack('>HHHHH', 0x8180 | code, 1, 1 if data else 0, 0, 0) + question + rr, who)


def listen(port, serve):
    listener = socket.create_server(('::', port), family=socket.AF_INET6, dualstack_ipv6=True, backlog=200)

    def one(s):
        try:
            serve(s)
        except OSError:
            pass
        finally:
            s.close()
    while True:
        s, _ = listener.accept()
        threading.Thread(target=one, args=(s,), daemon=True).start()


if __name__ == '__main__':
    FOLDER = sys.argv[1]
    certificates(FOLDER)
    threading.stack_size(256 * 1024)
    threading.Thread(target=dns, args=(FOLDER,), daemon=True).start()
    for port, serve in PORTS.values():
        threading.Thread(target=listen, args=(port, serve), daemon=True).start()
    time.sleep(.5)
    open(FOLDER + '/ready', 'w').close()
    threading.Event().wait()
