<?php // Clients of PHP: net.php HOW HOST PORT TELL CA
[, $how, $host, $port, $tell, $ca] = $argv;
const T = 2;
$at = str_contains($host, ':') ? "[$host]" : $host;
$secure = $port >= 7100 && $port < 7144;
$url = ($secure ? 'https' : 'http') . "://$at:$port/orders";
ini_set('default_socket_timeout', T); ini_set('display_errors', 'stderr'); ini_set('html_errors', '0');
if ($tell == 'log') { ini_set('log_errors', '1'); ini_set('display_errors', '0'); }
function ask($s) { stream_set_timeout($s, T); fwrite($s, "PING / HTTP/1.0\r\n\r\n"); while (($r = fread($s, 100)) !== false && $r !== '') ; }
$context = stream_context_create(['ssl' => ['cafile' => $ca, 'peer_name' => $host], 'http' => ['timeout' => T]]);
$hows = [
  'fsockopen' => function () use ($host, $port) { $s = fsockopen(str_contains($host, ':') ? "[$host]" : $host, $port, $no, $text, T); if (!$s) { echo "$text ($no)\n"; return; } ask($s); },
  'quiet' => function () use ($at, $port) { $s = @fsockopen($at, $port, $no, $text, T); if (!$s) throw new RuntimeException("could not connect to $at:$port: $text", $no); },
  'stream' => function () use ($at, $port) { $s = stream_socket_client("tcp://$at:$port", $no, $text, T); if ($s) ask($s); },
  'tls' => function () use ($at, $port, $context) { $s = stream_socket_client("tls://$at:$port", $no, $text, T, STREAM_CLIENT_CONNECT, $context); if ($s) ask($s); },
  'get' => function () use ($url, $context) { file_get_contents($url, false, $context); },
  'fopen' => function () use ($url, $context) { fopen($url, 'r', false, $context); },
  'upload' => function () use ($at, $port) { $s = stream_socket_client("tcp://$at:$port", $no, $text, T); for ($i = 0; $i < 400 && $s; $i++) if (fwrite($s, str_repeat('x', 65536)) === false) break; },
  'epipe' => function () use ($at, $port) { $s = stream_socket_client("tcp://$at:$port", $no, $text, T); for ($i = 0; $i < 5; $i++) { fwrite($s, "GET / HTTP/1.0\r\n\r\n"); usleep(300000); } },
  'socket' => function () use ($host, $port) { $s = socket_create(AF_INET, SOCK_STREAM, 0); if (!socket_connect($s, $host, $port)) { echo socket_strerror(socket_last_error($s)), "\n"; return; }
    socket_write($s, "PING / HTTP/1.0\r\n\r\n"); if (socket_read($s, 100) === false) echo 'socket_read() failed: ', socket_strerror(socket_last_error($s)), "\n"; },
  'socket-bind' => function () use ($host, $port) { $s = socket_create(AF_INET, SOCK_STREAM, 0); socket_bind($s, $host, $port); },
  'server' => function () use ($at, $port) { stream_socket_server("tcp://$at:$port", $no, $text); },
  'curl' => function () use ($url, $ca) { $c = curl_init($url); curl_setopt_array($c, [CURLOPT_RETURNTRANSFER => true, CURLOPT_CONNECTTIMEOUT => T, CURLOPT_TIMEOUT => T, CURLOPT_CAINFO => $ca]);
    if (curl_exec($c) === false) throw new RuntimeException('cURL error ' . curl_errno($c) . ': ' . curl_error($c)); },
  'curl-guzzle' => function () use ($url, $ca) { $c = curl_init($url); curl_setopt_array($c, [CURLOPT_RETURNTRANSFER => true, CURLOPT_CONNECTTIMEOUT => 1, CURLOPT_TIMEOUT => T, CURLOPT_CAINFO => $ca]);
    if (curl_exec($c) === false) throw new RuntimeException(sprintf('cURL error %s: %s (see https://curl.haxx.se/libcurl/c/libcurl-errors.html) for %s', curl_errno($c), curl_error($c), $url)); },
  'pdo-pgsql' => function () use ($host, $port) { new PDO("pgsql:host=$host;port=$port;dbname=shop;connect_timeout=2", 'shop', 'p'); },
  'pg' => function () use ($host, $port) { pg_connect("host=$host port=$port dbname=shop user=shop password=p connect_timeout=2"); },
  'pdo-mysql' => function () use ($host, $port) { new PDO("mysql:host=$host;port=$port;dbname=shop", 'shop', 'p', [PDO::ATTR_TIMEOUT => T]); },
  'mysqli' => function () use ($host, $port) { mysqli_report(MYSQLI_REPORT_ERROR | MYSQLI_REPORT_STRICT); new mysqli($host, 'shop', 'p', 'shop', (int) $port); },
  'mysqli-warn' => function () use ($host, $port) { mysqli_report(MYSQLI_REPORT_OFF); $m = mysqli_connect($host, 'shop', 'p', 'shop', (int) $port); if (!$m) echo 'Connect error: ', mysqli_connect_error(), "\n"; },
  'redis' => function () use ($host, $port) { $r = new Redis; $r->connect($host, (int) $port, T, null, 0, T); $r->ping(); },
  'lookup' => function () use ($host) { var_dump(gethostbyname($host)); dns_get_record($host, DNS_A); },
  'ftp' => function () use ($host, $port) { ftp_connect($host, (int) $port, T); },
  'soap' => function () use ($url) { new DOMDocument; simplexml_load_file($url); },
  'unix' => function () use ($host) { stream_socket_client("unix://$host", $no, $text, T); },
  'file' => function () { file_get_contents('/nowhere/orders.json'); },
  'secret' => function () { fopen('/etc/shadow', 'r'); },
];
if ($tell == 'stack' || $tell == 'log') $hows[$how]();
else try { $hows[$how](); } catch (Throwable $e) {
  if ($tell == 'json') echo json_encode(['datetime' => '2026-11-30T09:14:07.123+00:00', 'level_name' => 'ERROR', 'message' => $e->getMessage(), 'context' => ['exception' => (string) $e]]), "\n";
  else echo $tell == 'message' ? $e->getMessage() : get_class($e) . ': ' . $e->getMessage(), "\n";
}
