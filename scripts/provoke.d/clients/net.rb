# Clients of Ruby: net.rb HOW HOST PORT TELL CA
require 'socket'; require 'net/http'; require 'openssl'; require 'timeout'; require 'json'; require 'open-uri'
HOW, HOST, PORT, TELL, CA = ARGV
T = 2
AT = HOST.include?(':') ? "[#{HOST}]" : HOST
SECURE = PORT.to_i.between?(7100, 7143)
URL = "#{SECURE ? 'https' : 'http'}://#{AT}:#{PORT}/orders"

def http(retries = 0)
  h = Net::HTTP.new(HOST, PORT.to_i)
  h.open_timeout = h.read_timeout = T
  h.write_timeout = T
  h.max_retries = retries
  (h.use_ssl = true; h.ca_file = CA; h.ssl_timeout = T) if SECURE
  h
end

def ask(s)
  s.write("PING / HTTP/1.0\r\n\r\n")
  s.readpartial(100) while true
end

def context
  c = OpenSSL::SSL::SSLContext.new
  c.set_params(ca_file: CA)
  c
end

HOWS = {
  'http' => -> { http.get('/orders').value },
  'uri' => -> { Net::HTTP.get(URI(URL)) },
  'open' => -> { URI.open(URL, open_timeout: T, read_timeout: T, ssl_ca_cert: CA).read },
  'post' => -> { http.post('/orders', 'x' * 30_000_000) },
  'reuse' => -> { http.start { |h| 2.times { h.post('/orders', 'x') } } },
  'tcp' => -> { ask(TCPSocket.new(HOST, PORT)) },
  'tcp-timeout' => -> { ask(Socket.tcp(HOST, PORT.to_i, connect_timeout: T)) },
  'timeout' => -> { Timeout.timeout(T) { ask(TCPSocket.new(HOST, PORT)) } },
  'upload' => -> { s = TCPSocket.new(HOST, PORT); 400.times { s.write('x' * 65536) } },
  'epipe' => -> { s = TCPSocket.new(HOST, PORT); 5.times { s.write("GET / HTTP/1.0\r\n\r\n"); sleep 0.3 } },
  'nonblock' => -> { s = Socket.new(:INET, :STREAM); s.connect(Socket.sockaddr_in(PORT, HOST)); s.write("PING / HTTP/1.0\r\n\r\n"); s.recv(10) },
  'source' => -> { TCPSocket.new(HOST, PORT, '10.77.7.7', 0) },
  'tls' => -> { s = OpenSSL::SSL::SSLSocket.new(TCPSocket.new(HOST, PORT), context); s.hostname = HOST; s.connect; s.post_connection_check(HOST); ask(s) },
  'tls13' => -> { c = context; c.min_version = OpenSSL::SSL::TLS1_3_VERSION; OpenSSL::SSL::SSLSocket.new(TCPSocket.new(HOST, PORT), c).connect },
  'lookup' => -> { Addrinfo.getaddrinfo(HOST, PORT) },
  'resolv' => -> { require 'resolv'; Resolv.getaddress(HOST) },
  'bind' => -> { TCPServer.new(HOST, PORT) },
  'bind-udp' => -> { UDPSocket.new.bind(HOST, PORT.to_i) },
  'unix' => -> { UNIXSocket.new(HOST) },
  'accept' => -> { s = TCPServer.new('127.0.0.1', 0); TCPSocket.new('127.0.0.1', s.addr[1]); Process.setrlimit(:NOFILE, 12); k = []
    begin; 100.times { k << File.open('/dev/null') }; rescue Errno::EMFILE; end; s.accept },
  'redis' => -> { require 'redis'; Redis.new(host: HOST, port: PORT.to_i, timeout: T, reconnect_attempts: 0).ping },
  'pg' => -> { require 'pg'; PG.connect(host: HOST, port: PORT, user: 'shop', dbname: 'shop', password: 'p', connect_timeout: T) },
  'mysql2' => -> { require 'mysql2'; Mysql2::Client.new(host: HOST, port: PORT.to_i, username: 'shop', connect_timeout: T, read_timeout: T) },
  'faraday' => -> { require 'faraday'; Faraday.new(url: URL, request: { timeout: T }, ssl: { ca_file: CA }) { |f| f.response :raise_error; f.adapter Faraday.default_adapter }.get },
  'excon' => -> { require 'excon'; Excon.get(URL, connect_timeout: T, read_timeout: T, ssl_ca_file: CA, expects: [200]) },
  'smtp' => -> { require 'net/smtp'; Net::SMTP.start(HOST, PORT.to_i) },
  'ftp' => -> { require 'net/ftp'; Net::FTP.new(HOST, port: PORT.to_i, open_timeout: T, read_timeout: T) },
  'imap' => -> { require 'net/imap'; Net::IMAP.new(HOST, port: PORT.to_i) },
  'file' => -> { File.read('/nowhere/orders.json') },
  'secret' => -> { File.read('/etc/shadow') },
  'queue' => -> { Timeout.timeout(0.2) { Queue.new.pop } },
}
if TELL == 'stack'
  HOWS[HOW].call
else
  begin
    HOWS[HOW].call
  rescue StandardError => e
    case TELL
    when 'json' then puts JSON.generate(time: '2026-11-30T09:14:07Z', level: 'ERROR', message: "#{e.class}: #{e.message}", backtrace: e.backtrace)
    when 'log' then puts "E, [2026-11-30T09:14:07.123456 #77] ERROR -- : could not load orders: #{e.full_message(highlight: false)}"
    when 'message' then puts e.message
    else puts e.inspect
    end
  end
end
