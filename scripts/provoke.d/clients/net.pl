# Clients of Perl: net.pl HOW HOST PORT TELL CA
use strict; use warnings; no warnings 'once';
use Socket qw(:all); use IO::Socket::INET; use IO::Socket::IP; use HTTP::Tiny;
my ($how, $host, $port, $tell, $ca) = @ARGV;
my $T = 2;
my $at = $host =~ /:/ ? "[$host]" : $host;
my $url = ($port >= 7100 && $port < 7144 ? 'https' : 'http') . "://$at:$port/orders";
$SIG{PIPE} = 'IGNORE' if $how ne 'sigpipe';
sub ask { my $s = shift; print $s "PING / HTTP/1.0\r\n\r\n" or die "print: $!\n"; $s->flush; defined sysread($s, my $b, 100) or die "sysread: $!"; }
my %hows = (
  inet => sub { ask(IO::Socket::INET->new(PeerAddr => $host, PeerPort => $port, Timeout => $T) or die "cannot connect to $host:$port: $@") },
  'inet-errno' => sub { IO::Socket::INET->new(PeerAddr => $host, PeerPort => $port, Timeout => $T) or die "connect: $!" },
  ip => sub { ask(IO::Socket::IP->new(PeerHost => $host, PeerPort => $port) or die "Cannot construct socket - $@") },
  raw => sub { socket(my $s, PF_INET, SOCK_STREAM, 0); my $a = inet_aton($host) or die "no host: $host"; connect($s, sockaddr_in($port, $a)) or die "connect: $!"; ask($s) },
  upload => sub { my $s = IO::Socket::IP->new(PeerHost => $host, PeerPort => $port) or die $@; for (1 .. 400) { defined syswrite($s, 'x' x 65536) or die "syswrite failed: $!" } },
  epipe => sub { my $s = IO::Socket::IP->new(PeerHost => $host, PeerPort => $port) or die $@; for (1 .. 5) { defined syswrite($s, "GET / HTTP/1.0\r\n\r\n") or die "write to order service: $!"; select undef, undef, undef, 0.3 } },
  listen => sub { IO::Socket::IP->new(LocalHost => $host, LocalPort => $port, Listen => 5) or die "cannot listen: $@" },
  bind => sub { socket(my $s, PF_INET, SOCK_STREAM, 0); bind($s, sockaddr_in($port, inet_aton($host))) or die "bind: $!" },
  source => sub { IO::Socket::INET->new(PeerAddr => $host, PeerPort => $port, LocalAddr => '10.77.7.7') or die "$@" },
  lookup => sub { my ($e) = getaddrinfo($host, $port, {socktype => SOCK_STREAM}); die "getaddrinfo: $e" if $e },
  tiny => sub { my $a = HTTP::Tiny->new(timeout => $T, SSL_options => {SSL_ca_file => $ca}, verify_SSL => 1)->get($url); die "$a->{status} $a->{reason}: $a->{content}" unless $a->{success} },
  lwp => sub { require LWP::UserAgent; my $a = LWP::UserAgent->new(timeout => $T, ssl_opts => {SSL_ca_file => $ca})->get($url); die $a->status_line . "\n" . $a->decoded_content unless $a->is_success },
  'lwp-line' => sub { require LWP::UserAgent; my $a = LWP::UserAgent->new(timeout => $T, ssl_opts => {SSL_ca_file => $ca})->get($url); die "GET $url: " . $a->status_line unless $a->is_success },
  'lwp-post' => sub { require LWP::UserAgent; my $a = LWP::UserAgent->new(timeout => $T)->post($url, Content => 'x' x 30000000); die $a->status_line unless $a->is_success },
  ssl => sub { require IO::Socket::SSL; ask(IO::Socket::SSL->new(PeerHost => $host, PeerPort => $port, Timeout => $T, SSL_ca_file => $ca) or die "failed connect or ssl handshake: $!,$IO::Socket::SSL::SSL_ERROR") },
  accept => sub { my $l = IO::Socket::IP->new(LocalHost => '127.0.0.1', Listen => 9) or die $@; my $c = IO::Socket::IP->new(PeerHost => '127.0.0.1', PeerPort => $l->sockport); my @k; while (open my $f, '<', '/dev/null') { push @k, $f } $l->accept or die "accept: $!" },
  smtp => sub { require Net::SMTP; Net::SMTP->new($host, Port => $port, Timeout => $T) or die "smtp: $@" },
  ftp => sub { require Net::FTP; Net::FTP->new($host, Port => $port, Timeout => $T) or die "Cannot connect: $@" },
  file => sub { open my $f, '<', '/nowhere/orders.json' or die "cannot open orders.json: $!" },
  secret => sub { open my $f, '<', '/etc/shadow' or die "cannot open: $!" },
  pipe => sub { open my $f, '|-', 'true' or die; $f->autoflush; select undef, undef, undef, 0.3; print $f 'x' x 100000 or die "print to pipe: $!" },
);
if ($tell eq 'stack') { $hows{$how}->() }
else { eval { $hows{$how}->(); 1 } or do { my $e = $@; if ($tell eq 'json') { require JSON::PP; print JSON::PP->new->canonical->encode({time => '2026-11-30T09:14:07Z', level => 'error', msg => "could not load orders: $e"}), "\n" } else { print "could not load orders: $e" } } }
