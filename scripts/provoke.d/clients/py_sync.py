"""Blocking clients of the standard library, for Python 2.7 and 3: py_sync.py HOW HOST PORT TELL CA"""
import socket, ssl, sys
try:
    from urllib.request import urlopen, Request
    import http.client as httplib
except ImportError:
    from urllib2 import urlopen, Request
    import httplib
how, host, port, tell, ca = sys.argv[1:6]
port = int(port)
T = 2


def raw():
    s = socket.create_connection((host, port), timeout=T)
    s.sendall(b'PING / HTTP/1.0\r\n\r\n')
    if not s.recv(100):
        raise EOFError('connection closed by peer')


def raw_kernel():
    s = socket.socket(socket.AF_INET6 if ':' in host else socket.AF_INET, socket.SOCK_STREAM)
    s.connect((host, port))
    s.sendall(b'PING / HTTP/1.0\r\n\r\n')
    s.recv(100)


def raw_upload():
    s = socket.create_connection((host, port), timeout=T)
    for _ in range(400):
        s.sendall(b'x' * 65536)


def context():
    return ssl.create_default_context(cafile=ca)


def tls():
    s = context().wrap_socket(socket.create_connection((host, port), timeout=T), server_hostname=host)
    s.sendall(b'GET / HTTP/1.0\r\n\r\n')
    s.recv(100)


def scheme():
    return 'https' if 7100 <= port < 7144 or how.endswith('s') else 'http'


def url():
    return '%s://%s:%d/orders' % (scheme(), '[' + host + ']' if ':' in host else host, port)


def urllib():
    urlopen(url(), timeout=T).read()


def urllibs():
    urlopen(url(), timeout=T, context=context()).read()


def upload():
    urlopen(Request(url(), data=b'x' * 30000000), timeout=T).read()


def client():
    c = httplib.HTTPConnection(host, port, timeout=T)
    c.request('GET', '/orders')
    c.getresponse().read()


def clients():
    c = httplib.HTTPSConnection(host, port, timeout=T, context=context())
    c.request('GET', '/orders')
    c.getresponse().read()


def reuse():
    c = httplib.HTTPConnection(host, port, timeout=T)
    for _ in range(2):
        c.request('GET', '/orders')
        c.getresponse().read()


def bind():
    s = socket.socket()
    s.bind((host, port))
    s.listen(1)


def bind_udp():
    socket.socket(socket.AF_INET, socket.SOCK_DGRAM).bind((host, port))


def http_server():
    from http.server import HTTPServer, BaseHTTPRequestHandler
    HTTPServer((host, port), BaseHTTPRequestHandler)


def source():
    socket.create_connection((host, port), timeout=T, source_address=('10.77.7.7', 0))


def lookup():
    socket.getaddrinfo(host, port)


def gethostbyname():
    socket.gethostbyname(host)


def accept():
    import resource
    l = socket.socket()
    l.bind(('127.0.0.1', 0))
    l.listen(50)
    resource.setrlimit(resource.RLIMIT_NOFILE, (20, 20))
    import subprocess
    kept = []
    peers = []
    for _ in range(30):
        p = socket.socket(); p.setblocking(0)
        try:
            p.connect(l.getsockname())
        except (OSError, IOError):
            pass
        peers.append(p)
        if len(peers) > 6: kept.append(l.accept())


def unix():
    s = socket.socket(socket.AF_UNIX)
    s.connect(host)


def epipe():
    import time
    s = socket.create_connection((host, port), timeout=T)
    s.send(b'GET / HTTP/1.0\r\n\r\n')
    time.sleep(.4)
    s.send(b'x')
    time.sleep(.2)
    s.send(b'y' * 1000)


def smtp():
    import smtplib
    smtplib.SMTP(host, port, timeout=T).ehlo()


def ftp():
    import ftplib
    f = ftplib.FTP(); f.connect(host, port, timeout=T)


def imap():
    import imaplib
    imaplib.IMAP4_SSL(host, port) if 7100 <= port < 7144 else imaplib.IMAP4(host, port)


def xmlrpc():
    import xmlrpc.client
    xmlrpc.client.ServerProxy(url()).system.listMethods()


if tell == 'stack':
    globals()[how]()
else:
    try:
        globals()[how]()
    except Exception as e:
        if tell == 'json':
            import json, traceback
            print(json.dumps({'timestamp': '2026-11-30T09:14:07.123Z', 'level': 'ERROR', 'logger': 'orders', 'message': 'could not load orders',
                              'exception': traceback.format_exc()}))
        elif tell == 'log':
            import logging
            logging.basicConfig(format='%(asctime)s %(levelname)s %(name)s: %(message)s')
            logging.getLogger('orders').error('could not load orders: %s', e)
        else:
            print(repr(e) if tell == 'repr' else str(e))
