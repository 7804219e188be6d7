// Clients of Rust's standard library: net HOW HOST PORT TELL
use std::io::{Error, ErrorKind, Read, Result, Write};
use std::net::{TcpListener, TcpStream, ToSocketAddrs, UdpSocket};
use std::time::Duration;

fn at(host: &str, port: &str) -> String {
    if host.contains(':') { format!("[{}]:{}", host, port) } else { format!("{}:{}", host, port) }
}

fn ask(mut s: TcpStream) -> Result<()> {
    s.set_read_timeout(Some(Duration::from_secs(2)))?;
    s.write_all(b"PING / HTTP/1.0\r\n\r\n")?;
    s.read_exact(&mut [0; 5000])
}

fn run(how: &str, host: &str, port: &str) -> Result<()> {
    let to = at(host, port);
    match how {
        "connect" => ask(TcpStream::connect(&to)?),
        "timeout" => {
            let a = to.to_socket_addrs()?.next().ok_or(Error::new(ErrorKind::NotFound, "no address"))?;
            ask(TcpStream::connect_timeout(&a, Duration::from_secs(1))?)
        }
        "upload" => {
            let mut s = TcpStream::connect(&to)?;
            s.set_write_timeout(Some(Duration::from_secs(2)))?;
            for _ in 0..400 { s.write_all(&[0; 65536])?; }
            Ok(())
        }
        "epipe" => {
            let mut s = TcpStream::connect(&to)?;
            for _ in 0..5 { s.write_all(b"GET / HTTP/1.0\r\n\r\n")?; std::thread::sleep(Duration::from_millis(300)); }
            Ok(())
        }
        "wrapped" => TcpStream::connect(&to).and_then(ask).map_err(|e| Error::new(e.kind(), format!("could not load orders from {}: {}", to, e))),
        "bind" => TcpListener::bind(&to).map(|_| ()),
        "bind-udp" => UdpSocket::bind(&to).map(|_| ()),
        "lookup" => to.to_socket_addrs().map(|_| ()),
        "file" => std::fs::File::open("/nowhere/orders.json").map(|_| ()),
        "secret" => std::fs::File::open("/etc/shadow").map(|_| ()),
        _ => Ok(()),
    }
}

fn main() -> Result<()> {
    let a: Vec<String> = std::env::args().collect();
    let done = run(&a[1], &a[2], &a[3]);
    match (a[4].as_str(), done) {
        ("main", done) => done,
        (_, Ok(())) => Ok(()),
        ("unwrap", Err(e)) => { Err::<(), Error>(e).unwrap(); Ok(()) }
        ("expect", Err(e)) => { Err::<(), Error>(e).expect("could not load orders"); Ok(()) }
        ("debug", Err(e)) => { eprintln!("{:?}", e); Ok(()) }
        (_, Err(e)) => { eprintln!("Error: {}", e); Ok(()) }
    }
}
