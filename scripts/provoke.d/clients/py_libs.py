"""Libraries of Python: py_libs.py HOW HOST PORT TELL CA"""
import sys
how, host, port, tell, ca = sys.argv[1:6]
T = 2
at = '[' + host + ']' if ':' in host else host
url = ('https' if 7100 <= int(port) < 7144 else 'http') + '://%s:%s/orders' % (at, port)


def requests():
    import requests
    requests.get(url, timeout=T, verify=ca).raise_for_status()


def requests_retry():
    import requests
    from requests.adapters import HTTPAdapter
    from urllib3.util.retry import Retry
    s = requests.Session()
    s.mount(url.split(':')[0] + '://', HTTPAdapter(max_retries=Retry(total=2, backoff_factor=.01, status_forcelist=[503])))
    s.get(url, timeout=T, verify=ca).raise_for_status()


def requests_upload():
    import requests
    requests.post(url, data=b'x' * 30000000, timeout=T, verify=ca)


def requests_proxy():
    import requests
    requests.get('http://shop.test/orders', proxies={'http': url}, timeout=T)


def urllib3():
    import urllib3
    urllib3.PoolManager(ca_certs=ca).request('GET', url, timeout=T, retries=False)


def urllib3_retry():
    import urllib3
    urllib3.PoolManager(ca_certs=ca).request('GET', url, timeout=T, retries=2)


def httpx():
    import httpx
    httpx.get(url, timeout=T, verify=ca).raise_for_status()


def httpx_async():
    import asyncio, httpx

    async def go():
        async with httpx.AsyncClient(timeout=T, verify=ca) as c:
            (await c.get(url)).raise_for_status()
    asyncio.run(go())


def aiohttp():
    import asyncio, ssl, aiohttp

    async def go():
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=T)) as s:
            async with s.get(url, ssl=ssl.create_default_context(cafile=ca)) as a:
                a.raise_for_status()
                await a.read()
    asyncio.run(go())


def aiohttp_parts():
    import asyncio, ssl, aiohttp

    async def go():
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(sock_connect=T, sock_read=T)) as s:
            async with s.get(url, ssl=ssl.create_default_context(cafile=ca)) as a:
                await a.read()
    asyncio.run(go())


def asyncio_raw():
    import asyncio

    async def go():
        r, w = await asyncio.wait_for(asyncio.open_connection(host, int(port)), T)
        w.write(b'PING / HTTP/1.0\r\n\r\n')
        await asyncio.wait_for(r.readexactly(5000), T)
    asyncio.run(go())


def asyncio_tls():
    import asyncio, ssl

    async def go():
        r, w = await asyncio.open_connection(host, int(port), ssl=ssl.create_default_context(cafile=ca), ssl_handshake_timeout=T)
        w.write(b'GET / HTTP/1.0\r\n\r\n')
        await asyncio.wait_for(r.readexactly(50), T)
    asyncio.run(go())


def asyncio_server():
    import asyncio

    async def go():
        await asyncio.start_server(lambda r, w: None, host, int(port))
    asyncio.run(go())


def tornado():
    import asyncio
    from tornado.httpclient import AsyncHTTPClient

    async def go():
        await AsyncHTTPClient().fetch(url, connect_timeout=T, request_timeout=T, ca_certs=ca)
    asyncio.run(go())


def pycurl():
    import io, pycurl
    c = pycurl.Curl()
    c.setopt(c.URL, url); c.setopt(c.CONNECTTIMEOUT, T); c.setopt(c.TIMEOUT, T); c.setopt(c.CAINFO, ca); c.setopt(c.WRITEDATA, io.BytesIO())
    c.setopt(c.FAILONERROR, True)
    c.perform()


def redis():
    import redis
    redis.Redis(host, int(port), socket_timeout=T, socket_connect_timeout=T).ping()


def psycopg2():
    import psycopg2
    psycopg2.connect(host=host, port=port, user='shop', dbname='shop', password='p', connect_timeout=3)


def pymysql():
    import pymysql
    pymysql.connect(host=host, port=int(port), user='shop', password='p', connect_timeout=T, read_timeout=T)


def pymongo():
    import pymongo
    pymongo.MongoClient(host, int(port), serverSelectionTimeoutMS=1500, connectTimeoutMS=1000, socketTimeoutMS=1000).admin.command('ping')


def websockets():
    import asyncio, websockets

    async def go():
        async with websockets.connect('ws://%s:%s/' % (at, port), open_timeout=T) as w:
            await w.recv()
    asyncio.run(go())


def grpc():
    import grpc
    c = grpc.insecure_channel('%s:%s' % (at, port))
    c.unary_unary('/shop.Orders/List')(b'', timeout=T)


def pika():
    import pika
    pika.BlockingConnection(pika.ConnectionParameters(host, int(port), socket_timeout=T, stack_timeout=T, connection_attempts=1))


def kafka():
    import kafka
    kafka.KafkaProducer(bootstrap_servers='%s:%s' % (at, port), api_version_auto_timeout_ms=1500, request_timeout_ms=1500)


def pool_full():
    import urllib3
    p = urllib3.HTTPConnectionPool(host, int(port), maxsize=1, block=True)
    p.request('GET', '/', preload_content=False)
    p.request('GET', '/', pool_timeout=.3, retries=False)


def httpx_pool():
    import asyncio, httpx

    async def go():
        async with httpx.AsyncClient(timeout=httpx.Timeout(2, pool=.2), limits=httpx.Limits(max_connections=1)) as c:
            async def hold():
                async with c.stream('GET', url):
                    await asyncio.sleep(1)
            t = asyncio.ensure_future(hold()); await asyncio.sleep(.3)
            await c.get(url)
    asyncio.run(go())


def redis_pool():
    import redis
    p = redis.ConnectionPool(max_connections=1, host=host, port=int(port))
    p.get_connection('PING')
    redis.Redis(connection_pool=p).ping()


def psycopg2_pool():
    from psycopg2.pool import SimpleConnectionPool
    SimpleConnectionPool(0, 0).getconn()


def boto3():
    import boto3
    from botocore.config import Config
    boto3.client('s3', endpoint_url=url.rsplit('/', 1)[0], region_name='x', aws_access_key_id='a', aws_secret_access_key='b', verify=ca,
                 config=Config(connect_timeout=1, read_timeout=1, retries={'max_attempts': 0})).list_buckets()


if tell == 'stack':
    globals()[how]()
else:
    try:
        globals()[how]()
    except Exception as e:
        if tell == 'json':
            import json, traceback
            print(json.dumps({'time': '2026-11-30T09:14:07.123Z', 'level': 'error', 'msg': 'could not load orders: ' + str(e), 'stack_trace': traceback.format_exc()}))
        else:
            print(repr(e) if tell == 'repr' else str(e))
