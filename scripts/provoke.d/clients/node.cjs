// Clients of Node.js, Bun and Deno: node.cjs HOW HOST PORT TELL CA
const [how, host, port, tell, ca] = process.argv.slice(2), T = 2000, at = host.includes(':') ? `[${host}]` : host;
const secure = +port >= 7100 && +port < 7144, url = `${secure ? 'https' : 'http'}://${at}:${port}/orders`;
const fs = require('fs'), lib = n => require((process.env.PROVOKE_NPM || '.') + '/node_modules/' + n);
const trusted = secure ? {ca: fs.readFileSync(ca)} : {};

function request(more = {}, body) {
  const q = require(secure ? 'https' : 'http').request(url, {...trusted, ...more}, a => { a.resume(); a.on('end', () => {}); if (more.next) a.on('end', more.next); });
  if (more.timeout) q.on('timeout', () => q.destroy(new Error('request timed out after ' + more.timeout + ' ms')));
  if (body) q.write(body);
  q.end();
  return q;
}
const pending = new Promise(() => {});
const hows = {
  http: () => { request(); return pending; },
  http_timeout: () => { request({timeout: T}); return pending; },
  http_upload: () => { request({method: 'POST'}, Buffer.alloc(30000000)); return pending; },
  reuse: () => { const http = require('http'), agent = new http.Agent({keepAlive: true, maxSockets: 1});
    request({agent, next: () => setTimeout(() => request({agent}), 50)}); return pending; },
  hpe: () => { request({insecureHTTPParser: false}); return pending; },
  net: () => { const s = require('net').connect(+port, host, () => s.write('PING / HTTP/1.0\r\n\r\n')); return pending; },
  net_timeout: () => { const s = require('net').connect(+port, host, () => s.write('PING / HTTP/1.0\r\n\r\n'));
    s.setTimeout(T, () => s.destroy(new Error('socket timeout'))); return pending; },
  net_upload: () => { const s = require('net').connect(+port, host, () => { const more = () => { while (s.write(Buffer.alloc(65536))); }; s.on('drain', more); more(); }); return pending; },
  epipe: () => { const s = require('net').connect({port: +port, host, allowHalfOpen: true}, () => { s.write('GET / HTTP/1.0\r\n\r\n');
    setTimeout(() => s.write('x'), 400); setTimeout(() => s.write('y'), 700); }); return pending; },
  ended: () => { const s = require('net').connect(+port, host, () => { s.end(); s.write('x'); }); return pending; },
  tls: () => { const s = require('tls').connect({host, port: +port, servername: require('net').isIP(host) ? '' : host, ...trusted, ca: fs.readFileSync(ca)},
    () => s.write('GET / HTTP/1.0\r\n\r\n')); return pending; },
  tls13: () => { require('tls').connect({host, port: +port, servername: host, ca: fs.readFileSync(ca), minVersion: 'TLSv1.3'}); return pending; },
  listen: () => { require('net').createServer().listen(+port, host); return pending; },
  http_listen: () => { require('http').createServer().listen(+port, host); return pending; },
  udp_bind: () => { require('dgram').createSocket('udp4').bind(+port, host); return pending; },
  udp_send: () => { require('dgram').createSocket('udp4').connect(+port, host, () => {}); return pending; },
  source: () => { require('net').connect({port: +port, host, localAddress: '10.77.7.7'}); return pending; },
  unix: () => { require('net').connect(host); return pending; },
  lookup: () => require('dns').promises.lookup(host),
  resolve: () => new (require('dns').promises.Resolver)({timeout: 500, tries: 1}).resolve4(host),
  resolve_any: () => require('dns').promises.resolveMx(host),
  fetch: async () => { const a = await fetch(url); await a.text(); },
  fetch_timeout: async () => { const a = await fetch(url, {signal: AbortSignal.timeout(T)}); await a.text(); },
  fetch_upload: async () => { await fetch(url, {method: 'POST', body: Buffer.alloc(30000000)}); },
  websocket: () => { const w = new WebSocket(url.replace('http', 'ws')); w.onerror = e => { console.error(e.error || e.message || e); process.exit(1); }; return pending; },
  http2: () => { const c = require('http2').connect(url, trusted), q = c.request({':path': '/'}); q.end(); return pending; },
  abort: async () => { const c = new AbortController(); setTimeout(() => c.abort(), 300); await fetch(url, {signal: c.signal}); },
  axios: () => lib('axios').get(url, {timeout: T}),
  axios_https: () => lib('axios').get(url, {timeout: T, httpsAgent: new (require('https').Agent)(trusted)}),
  undici: async () => { const {request, Agent} = lib('undici'); const a = await request(url, {headersTimeout: T, bodyTimeout: T,
    dispatcher: new Agent({connect: {...trusted, timeout: T}, headersTimeout: T, bodyTimeout: T})}); await a.body.text(); },
  got: () => lib('got')(url, {timeout: {request: T}, retry: 0, https: secure ? {certificateAuthority: trusted.ca} : {}}),
  got_parts: () => lib('got')(url, {timeout: {connect: T, response: T, secureConnect: T, lookup: T}, retry: 1}),
  node_fetch: async () => { const a = await lib('node-fetch')(url, {timeout: T, agent: secure ? new (require('https').Agent)(trusted) : undefined}); await a.text(); },
  superagent: () => lib('superagent').get(url).timeout({response: T}).ca(trusted.ca),
  needle: () => lib('needle')('get', url, {open_timeout: T, response_timeout: T, ...trusted}),
  request: () => new Promise((_, no) => lib('request')({url, timeout: T, ...trusted}, e => e && no(e))),
  ioredis: () => { new (lib('ioredis'))({host, port: +port, connectTimeout: T, maxRetriesPerRequest: 1, retryStrategy: n => n > 2 ? null : 50, commandTimeout: T}).ping()
    .catch(e => { console.error(e); setTimeout(() => process.exit(1), 100); }); return pending; },
  redis: () => { const c = lib('redis').createClient({socket: {host, port: +port, connectTimeout: T, reconnectStrategy: false}}); c.on('error', () => {}); return c.connect(); },
  redis_event: () => { const c = lib('redis').createClient({socket: {host, port: +port, connectTimeout: T}}); c.on('error', e => { console.error('Redis Client Error', e); process.exit(1); }); c.connect(); return pending; },
  pg: () => new (lib('pg').Client)({host, port: +port, user: 'shop', password: 'p', connectionTimeoutMillis: T}).connect(),
  pg_pool: async () => { const p = new (lib('pg').Pool)({host, port: +port, user: 'postgres', max: 1, connectionTimeoutMillis: 300}); await p.connect(); await p.connect(); },
  mysql2: () => lib('mysql2/promise').createConnection({host, port: +port, user: 'shop', connectTimeout: T}),
  mongodb: () => new (lib('mongodb').MongoClient)(`mongodb://${at}:${port}`, {serverSelectionTimeoutMS: 1500, connectTimeoutMS: 1000, socketTimeoutMS: 1000}).connect(),
  ws: () => { const w = new (lib('ws'))(url.replace('http', 'ws'), {...trusted, handshakeTimeout: T}); return pending; },
  amqplib: () => lib('amqplib').connect(`amqp://shop:p@${at}:${port}`, {timeout: T}),
  kafkajs: () => { const k = new (lib('kafkajs').Kafka)({clientId: 'orders', brokers: [`${at}:${port}`], connectionTimeout: 1000, requestTimeout: 1000, retry: {retries: 1, initialRetryTime: 50}}); return k.producer().connect(); },
  grpc: () => new Promise((_, no) => { const g = lib('@grpc/grpc-js'), c = new g.Client(`${at}:${port}`, g.credentials.createInsecure());
    c.makeUnaryRequest('/shop.Orders/List', x => x, x => x, Buffer.alloc(0), new g.Metadata(), {deadline: Date.now() + T}, e => e && no(e)); }),
  nodemailer: () => lib('nodemailer').createTransport({host, port: +port, connectionTimeout: T, greetingTimeout: T, socketTimeout: T}).sendMail({from: 'a@shop.test', to: 'b@shop.test', text: 'x'}),
  server_tls: () => { const s = require('https').createServer({key: fs.readFileSync(ca.replace('ca.pem', 'good.key')), cert: fs.readFileSync(ca.replace('ca.pem', 'good.crt'))});
    s.on('tlsClientError', e => { console.error(e); process.exit(1); }); s.listen(+port, host); return pending; },
  server_http: () => { const s = require('http').createServer((q, a) => { q.on('error', e => { console.error(e); process.exit(1); }); q.resume(); });
    s.on('clientError', e => { console.error(e); process.exit(1); }); s.listen(+port, host); return pending; },
  readfile: () => fs.promises.readFile('/nowhere/orders.json'),
  secret: () => fs.promises.readFile('/etc/shadow'),
  spawn: () => { require('child_process').spawn('no-such-program'); return pending; },
  pipe: () => { const c = require('child_process').spawn('true'); c.stdin.on('error', e => { throw e; }); setTimeout(() => c.stdin.write('x'.repeat(100000)), 300); return pending; },
};
setTimeout(() => process.exit(3), 9000).unref();
setTimeout(() => {}, 9000);
if (tell === 'stack') hows[how]();
else {
  const say = e => {
    if (tell === 'json') console.log(JSON.stringify({level: 50, time: 1764494047123, pid: 1, msg: 'could not load orders', err: {type: e.name, message: e.message, code: e.code, stack: e.stack, cause: e.cause && String(e.cause)}}));
    else if (tell === 'log') console.error('could not load orders:', e);
    else console.error(tell === 'message' ? e.message : `${e}`);
    process.exit(1);
  };
  process.on('uncaughtException', say); process.on('unhandledRejection', say);
  Promise.resolve().then(() => hows[how]()).catch(say);
}
