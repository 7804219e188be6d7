"""Lines of logs that only sound like an error of a connection, written for this project."""

WRITTEN = [(runtime, line) for runtime, block in {
    'JVM': '''2026-11-30 09:14:07.123  INFO 1 --- [main] com.zaxxer.hikari.HikariDataSource : HikariPool-1 - Start completed.
2026-11-30 09:14:07.123 DEBUG 1 --- [l-1 housekeeper] com.zaxxer.hikari.pool.HikariPool : HikariPool-1 - Pool stats (total=10, active=10, idle=0, waiting=3)
2026-11-30 09:14:07.123 DEBUG 1 --- [connection adder] com.zaxxer.hikari.pool.HikariPool : HikariPool-1 - Added connection org.postgresql.jdbc.PgConnection@4f3f5b24
2026-11-30 09:14:07,123 WARN  [pool-2-thread-7] shop.Limiter - connection limit of tenant 17 reached (50 of 50), request refused with 429
java.util.concurrent.RejectedExecutionException: Task java.util.concurrent.FutureTask@4f3f5b24 rejected from java.util.concurrent.ThreadPoolExecutor@4f3f5b24[Running, pool size = 8, active threads = 8, queued tasks = 100, completed tasks = 4711]
2026-11-30 09:14:07,123 INFO  [main] org.apache.kafka.clients.NetworkClient - [Consumer clientId=orders-1] Node 3 reconnected after backoff
2026-11-30 09:14:07,123 ERROR [main] shop.Payments - card refused by issuer: do not honour (code 05)
2026-11-30 09:14:07,123 ERROR [scheduler-1] shop.Jobs - job nightly-report timed out after 3600 s and was stopped''',
    'PostgreSQL': '''2026-11-30 09:14:07.123 UTC [4711] LOG:  connection received: host=10.0.0.5 port=43210
2026-11-30 09:14:07.123 UTC [4711] LOG:  connection authorized: user=shop database=shop application_name=orders
2026-11-30 09:14:07.123 UTC [4711] LOG:  disconnection: session time: 0:00:05.203 user=shop database=shop host=10.0.0.5 port=43210
2026-11-30 09:14:07.123 UTC [4711] LOG:  listening on IPv4 address "0.0.0.0", port 5432
2026-11-30 09:14:07.123 UTC [4711] ERROR:  canceling statement due to lock timeout
2026-11-30 09:14:07.123 UTC [4711] FATAL:  too many connections for role "shop"
2026-11-30 09:14:07.123 UTC [4711] FATAL:  the database system is shutting down
2026-11-30 09:14:07.123 UTC [4711] ERROR:  deadlock detected''',
    'PgBouncer': '''2026-11-30 09:14:07.123 UTC [1] LOG C-0x7f3a10c2d0: shop/shop@10.0.0.5:43210 login attempt: db=shop user=shop tls=no
2026-11-30 09:14:07.123 UTC [1] WARNING C-0x7f3a10c2d0: shop/shop@10.0.0.5:43210 pooler error: query_wait_timeout
2026-11-30 09:14:07.123 UTC [1] WARNING C-0x7f3a10c2d0: shop/shop@10.0.0.5:43210 pooler error: no more connections allowed (max_client_conn)''',
    'MySQL': '''ERROR 1205 (HY000): Lock wait timeout exceeded; try restarting transaction
ERROR 1045 (28000): Access denied for user 'shop'@'10.0.0.5' (using password: YES)
ERROR 1226 (42000): User 'shop' has exceeded the 'max_user_connections' resource (current value: 10)
ERROR 1203 (42000): User shop already has more than 'max_user_connections' active connections''',
    'ssh': '''shop@db.shop.test: Permission denied (publickey,password).
Nov 30 09:14:07 web1 sshd[4711]: Failed password for invalid user admin from 10.0.0.9 port 43210 ssh2
Nov 30 09:14:07 web1 sshd[4711]: Accepted publickey for shop from 10.0.0.9 port 43210 ssh2: ED25519 SHA256:abc
Nov 30 09:14:07 web1 sshd[4711]: pam_unix(sshd:session): session closed for user shop
Warning: Permanently added 'db.shop.test' (ED25519) to the list of known hosts.''',
    'systemd': '''Nov 30 09:14:07 web1 systemd[1]: Started Network Time Synchronization.
Nov 30 09:14:07 web1 systemd[1]: orders.service: Start operation timed out. Terminating.
Nov 30 09:14:07 web1 systemd[1]: orders.service: State 'stop-sigterm' timed out. Killing.
Nov 30 09:14:07 web1 systemd[1]: Reached target Network is Online.
Nov 30 09:14:07 web1 systemd[1]: orders.service: Failed with result 'timeout'.''',
    'kernel': '''[ 4711.123456] usb 1-1: reset high-speed USB device number 4 using xhci_hcd
[ 4711.123456] eth0: Link is Up - 1Gbps/Full - flow control rx/tx
[ 4711.123456] rcu: INFO: rcu_sched self-detected stall on CPU
[ 4711.123456] ata1: SATA link up 6.0 Gbps (SStatus 133 SControl 300)
[ 4711.123456] nvme nvme0: I/O 17 QID 3 timeout, aborting''',
    'application': '''INFO  connected to orders-db (10.0.0.7:5432) in 12 ms
INFO  connection to broker re-established after 3 attempts
INFO  retrying in 5s (attempt 2 of 5)
INFO  closing 3 idle connections of pool orders
INFO  request timeout is 30s, connect timeout is 5s, read timeout is 10s
INFO  idle timeout set to 300 seconds
WARN  connection pool orders is at 95 % (19 of 20 in use)
WARN  slow query: 2031 ms, select * from connections where state = 'refused'
WARN  certificate of api.shop.test expires in 14 days
WARN  circuit breaker for payments is open, call not made
ERROR no connection available in pool orders: all 20 in use, waited 30000 ms
ERROR could not borrow a connection from the pool within 5000 ms
ERROR login of user anna refused: wrong password
ERROR request refused: quota of tenant 17 is used up
ERROR upload refused: file is larger than 10 MB
ERROR the order was reset by the customer
ERROR broken pipeline: step 'build' failed with exit code 2
ERROR password reset for anna timed out, the link is older than 24 hours
ERROR session timed out, please log in again
ERROR HTTP 504 for GET /orders
ERROR 502 Bad Gateway
HTTP/1.1 408 Request Timeout
HTTP/1.1 503 Service Unavailable
status=429 msg="Too Many Requests" retry-after=30
rate limit exceeded: 100 connections per minute
invalid address: street and house number are missing
error: host key fingerprint copied to clipboard
error in module tls_report: division by zero
test "refuses a second connection" passed
test "connection reset" ... ok
# TYPE http_connections_refused_total counter
http_connections_refused_total{job="orders"} 0
connect_timeout_ms: 5000
set read_timeout=30; reset=false
ticket 4711: customer says "connection timed out" on the phone, closed as duplicate
the train connection was cancelled, next departure 10:32
network policy "deny-all" created
dial-in code: 4711, passcode: 123
broken link on page /help/connections''',
    'Kubernetes': '''Warning  BackOff  3m (x5 over 4m)  kubelet  Back-off restarting failed container orders in pod orders-7d9c
Error from server (NotFound): pods "orders" not found
Error from server (Forbidden): pods is forbidden: User "shop" cannot list resource "pods" in API group "" in the namespace "default"
error: timed out waiting for the condition on deployments/orders
error: You must be logged in to the server (Unauthorized)''',
    'docker': '''Error response from daemon: pull access denied for shop/orders, repository does not exist or may require 'docker login': denied: requested access to the resource is denied
Error response from daemon: toomanyrequests: You have reached your pull rate limit.
Error response from daemon: No such container: orders''',
    'npm': '''npm error code E404
npm error 404 Not Found - GET https://registry.shop.test/orders - Not found
npm ERR! code EACCES
npm ERR! syscall mkdir
npm ERR! path /usr/lib/node_modules/orders
npm ERR! errno -13
npm ERR! Error: EACCES: permission denied, mkdir '/usr/lib/node_modules/orders\'''',
    'Node.js': '''MaxListenersExceededWarning: Possible EventEmitter memory leak detected. 11 connection listeners added to [Server].
Server listening on port 8080
Redis client connected, ready to accept commands
(node:4711) Warning: Setting the NODE_TLS_REJECT_UNAUTHORIZED environment variable to '0' makes TLS connections and HTTPS requests insecure by disabling certificate verification.
SequelizeConnectionAcquireTimeoutError: Operation timeout
KnexTimeoutError: Knex: Timeout acquiring a connection. The pool is probably full. Are you missing a .transacting(trx) call?''',
    'Python': '''sqlalchemy.exc.TimeoutError: QueuePool limit of size 5 overflow 10 reached, connection timed out, timeout 30.00
WARNING:urllib3.connectionpool:Connection pool is full, discarding connection: api.shop.test. Connection pool size: 10
INFO:werkzeug:127.0.0.1 - - [30/Nov/2026 09:14:07] "GET /connections HTTP/1.1" 200 -
celery.exceptions.SoftTimeLimitExceeded: SoftTimeLimitExceeded()
sqlite3.OperationalError: database is locked''',
    'Go': '''2026/11/30 09:14:07 listening on :8080
2026/11/30 09:14:07 http: superfluous response.WriteHeader call from main.main.func1 (net.go:71)
rpc error: code = PermissionDenied desc = caller may not list orders
rpc error: code = ResourceExhausted desc = quota of 100 requests reached
rpc error: code = Unauthenticated desc = token is expired
sql: connection is already closed in test fixture, skipped''',
    'Ruby': '''ActiveRecord::ConnectionTimeoutError: could not obtain a connection from the pool within 5.000 seconds (waited 5.012 seconds); all pooled connections were in use
Rack::Timeout::RequestTimeoutError: Request ran for longer than 15000ms''',
    'Redis': '''1:M 30 Nov 2026 09:14:07.123 * Ready to accept connections
1:M 30 Nov 2026 09:14:07.123 # Server initialized
(error) WRONGPASS invalid username-password pair or user is disabled.
(error) ERR max number of clients reached''',
    'Kafka': '''[2026-11-30 09:14:07,123] INFO [SocketServer listenerType=BROKER, nodeId=1] Started data-plane acceptor and processor(s) for endpoint : ListenerName(PLAINTEXT)
org.apache.kafka.common.errors.TopicAuthorizationException: Not authorized to access topics: [orders]''',
}.items() for line in ([block] if block.startswith('npm ERR! code EACCES') else block.split('\n'))]
