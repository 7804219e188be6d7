"""Which ways of asking each client has, and which kinds of faults each meets: a way, then its kinds."""

PYTHON = '''
raw raw
raw_kernel raw
raw_upload upload
tls rawtls
urllib web
urllibs rawtls
upload upload
client web
clients rawtls
reuse reuse
bind listen
bind_udp listenudp
source source
lookup name
gethostbyname name
accept accept
unix unix
epipe epipe
smtp smtp
ftp smtp
imap smtp rawtls
'''
PYTHON3 = 'http_server listen\nxmlrpc web'
ASYNC = 'asyncio_raw raw\nasyncio_tls rawtls\nasyncio_server listen'
PYLIBS = '''
requests web
requests_retry web
requests_upload upload
requests_proxy web
urllib3 web
urllib3_retry web
boto3 web
pool_full pool
'''
PYDEBIAN = '''
httpx web
httpx_async web
aiohttp web
aiohttp_parts web
tornado web
pycurl web
redis redis
psycopg2 pg
pymysql mysql
pymongo mongo
websockets web
grpc raw
pika amqp
kafka kafka
httpx_pool pool
redis_pool poolredis
psycopg2_pool poolpg
requests web
'''
NODE = '''
http web
http_timeout web
http_upload upload
reuse reuse
net raw
net_timeout raw
net_upload upload
epipe epipe
ended local
tls rawtls
tls13 tls13
listen listen
http_listen listen
udp_bind listenudp
udp_send udp
source source
unix unix
lookup name
resolve name
resolve_any name
http2 raw rawtls
readfile file
secret secret
spawn local
pipe local
'''
NODE18 = 'fetch web\nfetch_timeout web\nfetch_upload upload\nabort pool'
NODELIBS = '''
axios web
axios_https rawtls
undici web
got web
got_parts web
node_fetch web
superagent web
needle web
request web
ioredis redis
redis redis
redis_event redis
pg pg
pg_pool poolpg
mysql2 mysql
mongodb mongo
ws web
amqplib amqp
kafkajs kafka
grpc raw
nodemailer smtp
'''
GO = '''
get web
parts web
default web
context web
cancel pool
upload upload
reuse reuse
tcp raw
dial raw
wrapped raw
tcp-upload upload
epipe epipe
closed local
tls rawtls
tls13 tls13
source source
udp udp
lookup name
lookup-go name
lookup-mx name
listen listen
serve listen
udp-listen listenudp
unix unix
accept accept
rpc raw
smtp smtp
textproto smtp
scan raw
file file
secret secret
deadline local
'''
JDK = '''
socket raw
socket-plain raw
socket-upload upload
socket-epipe epipe
socket-source source
socket-closed local
channel raw
channel-upload upload
async raw
url web
url-post upload
http web
http-connect web
http-1.1 web
http-post upload
http-async web
http-reuse reuse
websocket web
tls rawtls
tls-default rawtls
tls-13 tls13
wrapped web
suppressed raw
execution web
lookup name
lookup-all name
bind listen
bind-channel listen
bind-udp listenudp
http-server listen
udp udp
accept-files accept
unix unix
file file
pool local
future local
future-get local
'''
JVM = '''
okhttp web
okhttp-call web
okhttp-post upload
httpclient4 web
httpclient4-pool pool
httpclient5 web
httpclient5-pool pool
pg pg
mysql mysql
mariadb mysql
hikari pg
hikari-pool poolpg
jedis redis
jedis-pool poolredis
lettuce redis
rest web
rest-jdk web
reactor web
mongo mongo
kafka kafka
rabbitmq amqp
netty raw rawtls
netty-bind listen
'''
RUBY = '''
http web
uri web
open web
post upload
reuse reuse
tcp raw
tcp-timeout raw
timeout raw
upload upload
epipe epipe
nonblock raw
source source
tls rawtls
tls13 tls13
lookup name
resolv name
bind listen
bind-udp listenudp
unix unix
accept accept
redis redis
pg pg
mysql2 mysql
faraday web
excon web
smtp smtp
ftp smtp
imap smtp
file file
secret secret
queue local
'''
PHP = '''
fsockopen raw
quiet raw
stream raw
tls rawtls
get web
fopen web
upload upload
epipe epipe
socket raw
socket-bind listen
server listen
curl web
curl-guzzle web
pdo-pgsql pg
pg pg
pdo-mysql mysql
mysqli mysql
mysqli-warn mysql
redis redis
lookup name
ftp smtp
soap web
unix unix
file file
secret secret
'''
PERL = '''
inet raw
inet-errno raw
ip raw
raw raw
upload upload
epipe epipe
listen listen
bind listen
source source
lookup name
tiny web
lwp web
lwp-line web
lwp-post upload
ssl rawtls
accept accept
smtp smtp
ftp smtp
file file
secret secret
pipe local
'''
RUST = '''
connect raw
timeout raw
upload upload
epipe epipe
wrapped raw
bind listen
bind-udp listenudp
lookup name
file file
secret secret
'''
TOOLS = '''
curl|curl|web|curl -sS -m 3 --cacert {ca} {url} -o /dev/null
curl|curl -f|web|curl -fsS --connect-timeout 2 -m 4 --cacert {ca} {url} -o /dev/null
curl|curl -v|web|curl -v --no-progress-meter --connect-timeout 2 -m 4 --cacert {ca} {url} -o /dev/null
curl|curl retry|web|curl --retry 1 --retry-delay 0 --retry-connrefused -m 3 --no-progress-meter --cacert {ca} {url} -o /dev/null
curl|curl upload|upload|curl -sS -m 4 -T {big} {url} -o /dev/null
curl|curl exit|web|curl -s -m 3 --cacert {ca} {url} -o /dev/null || echo "curl exited with code $?: {url}"
curl|curl exit only|web|curl -s -m 3 --cacert {ca} {url} -o /dev/null || echo "curl: exit status $?"
curl|curl http/2|web|curl -sS -m 3 --http2-prior-knowledge --cacert {ca} {url} -o /dev/null
curl|curl proxy|web|curl -sS -m 3 -x http://{at} http://shop.test/ -o /dev/null
curl|curl socks|raw|curl -sS -m 3 -x socks5h://{at} http://shop.test/ -o /dev/null
curl|curl telnet|raw|curl -sS -m 3 telnet://{at} < /dev/null
curl|curl ftp|smtp|curl -sS -m 3 ftp://{at}/
curl|curl smtp|smtp|curl -sS -m 3 smtp://{at}/
curl|curl keep|reuse|curl -sS -m 4 {url} {url} -d x -o /dev/null -o /dev/null
curl|curl source|source|curl -sS -m 3 --interface 10.77.7.7 {url}
curl|curl tls1.3|tls13|curl -sS -m 3 --tlsv1.3 --cacert {ca} {url}
wget|wget|web|wget -nv -t 1 -T 2 --ca-certificate={ca} -O /dev/null {url}
wget|wget retry|web|wget -t 2 --waitretry=0 -T 1 --ca-certificate={ca} -O /dev/null {url}
wget|wget quiet|web|wget -q -t 1 -T 2 --ca-certificate={ca} -O /dev/null {url} || echo "wget: exit status $?"
HTTPie|http|web|http --ignore-stdin --check-status --timeout 2 --verify {ca} -p h GET {url}
lynx|lynx|web|lynx -connect_timeout=2 -read_timeout=2 -dump {url}
w3m|w3m|web|timeout 4 w3m -dump {url}
aria2|aria2c|web|aria2c -q --console-log-level=error --connect-timeout=2 -t 2 -m 1 --ca-certificate={ca} -d {tmp} -o x --allow-overwrite {url}; aria2c --connect-timeout=2 -t 2 -m 1 --ca-certificate={ca} -d {tmp} -o x --allow-overwrite=true {url}
lftp|lftp|smtp web|lftp -c "set net:max-retries 1; set net:timeout 2; open {url}; ls"
ApacheBench|ab|web|ab -n 2 -s 2 {url}
wrk|wrk|web|wrk -t1 -c1 -d1s --timeout 1s {url}
OpenSSL|s_client|rawtls|openssl s_client -connect {at} -CAfile {ca} -verify_return_error -servername {sni} < /dev/null
OpenSSL|s_client brief|rawtls|openssl s_client -brief -connect {at} -CAfile {ca} -verify_hostname api.shop.test -verify_return_error < /dev/null
OpenSSL|s_client 1.3|tls13|openssl s_client -tls1_3 -brief -connect {at} < /dev/null
OpenSSL|s_time|rawtls|openssl s_time -connect {at} -time 1 -CAfile {ca}
ssh|ssh|ssh raw|ssh -F none -o ConnectTimeout=2 -o BatchMode=yes -o StrictHostKeyChecking=no -p {port} shop@{host} true
ssh|scp|ssh|scp -F none -o ConnectTimeout=2 -o BatchMode=yes -P {port} /dev/null shop@{at_host}:/tmp/x
ssh|sftp|ssh raw|sftp -F none -o ConnectTimeout=2 -o BatchMode=yes -P {port} shop@{host}
ssh|ssh-keyscan|ssh raw|ssh-keyscan -T 2 -p {port} {host}
ssh|ssh -v|ssh|ssh -v -F none -o ConnectTimeout=2 -o BatchMode=yes -o StrictHostKeyChecking=no -p {port} shop@{host} true
rsync|rsync ssh|ssh|rsync -e "ssh -F none -o ConnectTimeout=2 -o BatchMode=yes -p {port}" /dev/null shop@{at_host}:/tmp/x
rsync|rsync|raw|rsync --contimeout=2 --timeout=2 rsync://{at}/data
git|git|git raw|timeout 6 git ls-remote git://{at}/shop/orders.git
git|git http|web|timeout 6 git -c http.sslCAInfo={ca} -c http.lowSpeedLimit=1000 -c http.lowSpeedTime=2 clone {url} {tmp}/clone
git|git ssh|ssh|GIT_SSH_COMMAND="ssh -F none -o ConnectTimeout=2 -o BatchMode=yes" git ls-remote ssh://git@{at}/shop/orders.git
psql|psql|pg|psql "host={host} port={port} user=shop dbname=shop password=p connect_timeout=3" -c "select 1"
psql|psql ssl|pg|psql "host={host} port={port} user=shop dbname=shop password=p sslmode=require connect_timeout=3" -c "select 1"
psql|pg_isready|pg|pg_isready -h {host} -p {port} -t 2
psql|pg_dump|pg|PGCONNECT_TIMEOUT=3 pg_dump -h {host} -p {port} -U shop shop
redis-cli|redis-cli|redis|timeout 4 redis-cli -h {host} -p {port} ping
redis-cli|redis-cli info|redis|timeout 4 redis-cli -h {host} -p {port} info
MariaDB|mysql|mysql|mysql -h {host} -P {port} -u shop -pp --connect-timeout=2 --protocol=tcp -e "select 1"
MariaDB|mysqladmin|mysql|mysqladmin -h {host} -P {port} -u shop -pp --connect-timeout=2 --protocol=tcp ping
MariaDB|mysqldump|mysql|timeout 6 mysqldump -h {host} -P {port} -u shop -pp --protocol=tcp shop
ncat|ncat|raw|ncat -w 2 {host} {port} < /dev/null
ncat|ncat -v|raw|ncat -v -w 2 {host} {port} < /dev/null
ncat|ncat ssl|rawtls|ncat --ssl --ssl-verify --ssl-trustfile {ca} -v -w 2 {host} {port} < /dev/null
ncat|ncat -l|listen|timeout 2 ncat -l {host} {port}
netcat|nc|raw|nc -v -w 2 {host} {port} < /dev/null
netcat|nc.openbsd|raw|nc.openbsd -v -w 2 {host} {port} < /dev/null
netcat|nc.traditional|raw|nc.traditional -v -w 2 {host} {port} < /dev/null
netcat|nc -l|listen|timeout 2 nc.openbsd -l {host} {port}
socat|socat|raw|socat -T 2 - TCP:{at},connect-timeout=2 < /dev/null
socat|socat ssl|rawtls|socat -T 2 - OPENSSL:{at},cafile={ca} < /dev/null
socat|socat listen|listen|timeout 2 socat TCP4-LISTEN:{port},bind={host} -
socat|socat epipe|epipe|(for i in 1 2 3 4 5; do echo GET / HTTP/1.0; echo; sleep .3; done) | socat -T 3 - TCP:{at}
telnet|telnet|raw|(sleep 2) | timeout 5 telnet {host} {port}
bash|bash /dev/tcp|raw|timeout 6 bash -c 'exec 3<>/dev/tcp/{host}/{port}; echo PING >&3; read -t 2 x <&3'
bash|bash epipe|epipe|bash -c 'trap "" PIPE; exec 3<>/dev/tcp/{host}/{port}; for i in 1 2 3 4 5; do echo GET / >&3; echo >&3; sleep .3; done'
getent|getent|name|getent hosts {host} || echo "getent: exit status $?"
ping|ping|name route|ping -c 1 -W 1 {host}
dig|dig|name|dig +time=1 +tries=1 {host}
host|host|name|host -W 1 {host}
nslookup|nslookup|name|nslookup -timeout=1 -retry=0 {host}
swaks|swaks|smtp|swaks --server {host} --port {port} --to a@shop.test --timeout 2
mosquitto|mosquitto_pub|amqp|timeout 5 mosquitto_pub -h {host} -p {port} -t t -m m
LDAP|ldapsearch|raw|ldapsearch -o nettimeout=2 -l 2 -x -H ldap://{at}
kubectl|kubectl|web|timeout 8 kubectl --server={url} --certificate-authority={ca} --request-timeout=2 get pods
docker|docker|web|timeout 6 docker -H tcp://{at} version
npm|npm|web|timeout 15 npm view x --registry {url} --fetch-retries=0 --fetch-timeout=2000 --cafile={ca} --cache {tmp}/npm --no-update-notifier
pip|pip|web|timeout 12 pip3 --isolated --no-color download --no-cache-dir --retries 0 --timeout 2 --cert {ca} -i {url}/ --no-deps -d {tmp} shoplib
Go|go get|web|GOPROXY={url} GOFLAGS=-mod=mod GOTOOLCHAIN=local GONOSUMDB=* GONOSUMCHECK=1 SSL_CERT_FILE={ca} timeout 6 go install shop.test/orders@latest
Redis|redis-server|listen|timeout 2 redis-server --bind {host} --port {port} --save "" --logfile ""
memcached|memcached|listen|timeout 2 memcached -u nobody -l {host} -p {port}
Python|http.server|listen|timeout 3 python3 -m http.server -b {host} {port}
PHP|php -S|listen|timeout 2 php -S {at}
Ruby|ruby -run|listen|timeout 4 ruby -run -e httpd . -b {host} -p {port}
rsync|rsync daemon|listen|printf '[data]\\npath={tmp}\\n' > {tmp}/r.conf; timeout 2 rsync --daemon --no-detach --address={host} --port={port} --config={tmp}/r.conf --log-file=/dev/stdout
'''
