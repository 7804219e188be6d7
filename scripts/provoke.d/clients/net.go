// Clients of Go's standard library: net HOW HOST PORT TELL CA
package main

import (
	"bufio"
	"bytes"
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/rpc"
	"net/smtp"
	"net/textproto"
	"os"
	"os/exec"
	"strconv"
	"syscall"
	"time"
)

const wait = 2 * time.Second

func main() {
	how, host, port, tell, ca := os.Args[1], os.Args[2], os.Args[3], os.Args[4], os.Args[5]
	pem, _ := os.ReadFile(ca)
	roots := x509.NewCertPool()
	roots.AppendCertsFromPEM(pem)
	at := net.JoinHostPort(host, port)
	number, _ := strconv.Atoi(port)
	scheme := "http"
	if number >= 7100 && number < 7144 {
		scheme = "https"
	}
	url := scheme + "://" + at + "/orders"
	client := &http.Client{Timeout: wait, Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: roots}, TLSHandshakeTimeout: wait, ResponseHeaderTimeout: 0}}
	parts := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: roots}, TLSHandshakeTimeout: time.Second,
		ResponseHeaderTimeout: time.Second, DialContext: (&net.Dialer{Timeout: time.Second}).DialContext}}
	get := func(c *http.Client) error {
		a, err := c.Get(url)
		if err != nil {
			return err
		}
		defer a.Body.Close()
		_, err = io.ReadAll(a.Body)
		if err == nil && a.StatusCode >= 400 {
			err = fmt.Errorf("unexpected status: %s", a.Status)
		}
		return err
	}
	ask := func(c net.Conn, err error) error {
		if err != nil {
			return err
		}
		c.SetDeadline(time.Now().Add(wait))
		if _, err = c.Write([]byte("PING / HTTP/1.0\r\n\r\n")); err != nil {
			return err
		}
		_, err = io.ReadFull(c, make([]byte, 5000))
		return err
	}
	var err error
	switch how {
	case "get":
		err = get(client)
	case "parts":
		err = get(parts)
	case "default":
		err = get(http.DefaultClient)
	case "context":
		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		q, _ := http.NewRequestWithContext(ctx, "GET", url, nil)
		var a *http.Response
		if a, err = client.Do(q); err == nil {
			_, err = io.ReadAll(a.Body)
		}
	case "cancel":
		ctx, cancel := context.WithCancel(context.Background())
		time.AfterFunc(300*time.Millisecond, cancel)
		q, _ := http.NewRequestWithContext(ctx, "GET", url, nil)
		_, err = client.Do(q)
	case "upload":
		_, err = client.Post(url, "text/plain", bytes.NewReader(make([]byte, 30000000)))
	case "reuse":
		if err = get(client); err == nil {
			q, _ := http.NewRequest("POST", url, bytes.NewReader([]byte("order")))
			q.GetBody = nil
			_, err = client.Do(q)
		}
	case "tcp":
		err = ask(net.DialTimeout("tcp", at, wait))
	case "dial":
		err = ask(net.Dial("tcp", at))
	case "wrapped":
		if e := ask(net.DialTimeout("tcp", at, wait)); e != nil {
			err = fmt.Errorf("load orders: query database: %w", e)
		}
	case "tcp-upload":
		var c net.Conn
		if c, err = net.DialTimeout("tcp", at, wait); err == nil {
			c.SetDeadline(time.Now().Add(wait))
			for err == nil {
				_, err = c.Write(make([]byte, 65536))
			}
		}
	case "epipe":
		var c net.Conn
		if c, err = net.DialTimeout("tcp", at, wait); err == nil {
			for i := 0; err == nil && i < 4; i++ {
				_, err = c.Write([]byte("GET / HTTP/1.0\r\n\r\n"))
				time.Sleep(300 * time.Millisecond)
			}
		}
	case "closed":
		var c net.Conn
		if c, err = net.DialTimeout("tcp", at, wait); err == nil {
			c.Close()
			_, err = c.Read(make([]byte, 1))
		}
	case "tls":
		var c *tls.Conn
		if c, err = tls.DialWithDialer(&net.Dialer{Timeout: wait}, "tcp", at, &tls.Config{RootCAs: roots}); err == nil {
			err = ask(c, nil)
		}
	case "tls13":
		_, err = tls.DialWithDialer(&net.Dialer{Timeout: wait}, "tcp", at, &tls.Config{RootCAs: roots, MinVersion: tls.VersionTLS13})
	case "source":
		_, err = (&net.Dialer{LocalAddr: &net.TCPAddr{IP: net.IPv4(10, 77, 7, 7)}}).Dial("tcp", at)
	case "udp":
		var c net.Conn
		if c, err = net.Dial("udp", at); err == nil {
			for i := 0; err == nil && i < 2; i++ {
				c.SetDeadline(time.Now().Add(wait))
				c.Write([]byte("x"))
				_, err = c.Read(make([]byte, 10))
			}
		}
	case "lookup":
		_, err = net.LookupHost(host)
	case "lookup-go":
		ctx, cancel := context.WithTimeout(context.Background(), 3*time.Second)
		defer cancel()
		_, err = (&net.Resolver{PreferGo: true}).LookupHost(ctx, host)
	case "lookup-mx":
		_, err = net.LookupMX(host)
	case "listen":
		_, err = net.Listen("tcp", at)
	case "serve":
		err = http.ListenAndServe(at, nil)
	case "udp-listen":
		_, err = net.ListenPacket("udp", at)
	case "unix":
		_, err = net.Dial("unix", host)
	case "accept":
		syscall.Setrlimit(syscall.RLIMIT_NOFILE, &syscall.Rlimit{Cur: 12, Max: 12})
		l, _ := net.Listen("tcp", "127.0.0.1:0")
		go exec.Command("true").Run()
		for i := 0; i < 20 && err == nil; i++ {
			var c int
			if c, err = syscall.Socket(syscall.AF_INET, syscall.SOCK_STREAM, 0); err != nil {
				err = nil
			} else {
				syscall.Connect(c, &syscall.SockaddrInet4{Port: l.Addr().(*net.TCPAddr).Port, Addr: [4]byte{127, 0, 0, 1}})
			}
			if i > 2 {
				_, err = l.Accept()
			}
		}
	case "serve-accept":
		l, _ := net.Listen("tcp", at)
		time.AfterFunc(4*time.Second, func() { os.Exit(0) })
		http.Serve(l, http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) { time.Sleep(3 * time.Second) }))
	case "serve-tls":
		time.AfterFunc(5*time.Second, func() { os.Exit(0) })
		err = http.ListenAndServeTLS(at, ca[:len(ca)-6]+"good.crt", ca[:len(ca)-6]+"good.key", nil)
	case "serve-panic":
		time.AfterFunc(3*time.Second, func() { os.Exit(0) })
		err = http.ListenAndServe(at, http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
			for i := 0; i < 200; i++ {
				if _, e := w.Write(make([]byte, 65536)); e != nil {
					log.Printf("could not answer %s: %v", q.URL, e)
					return
				}
			}
		}))
	case "rpc":
		_, err = rpc.DialHTTP("tcp", at)
	case "smtp":
		_, err = smtp.Dial(at)
	case "textproto":
		var c *textproto.Conn
		if c, err = textproto.Dial("tcp", at); err == nil {
			_, _, err = c.ReadResponse(220)
		}
	case "scan":
		var c net.Conn
		if c, err = net.Dial("tcp", at); err == nil {
			c.SetReadDeadline(time.Now().Add(wait))
			_, err = bufio.NewReader(c).ReadString('\n')
		}
	case "file":
		_, err = os.Open("/nowhere/orders.json")
	case "secret":
		_, err = os.Open("/etc/shadow")
	case "deadline":
		ctx, cancel := context.WithTimeout(context.Background(), time.Millisecond*20)
		defer cancel()
		<-ctx.Done()
		err = fmt.Errorf("job reindex: %w", ctx.Err())
	}
	if err == nil {
		return
	}
	switch tell {
	case "stack":
		log.Fatal(err)
	case "panic":
		panic(err)
	case "json":
		text, _ := json.Marshal(map[string]interface{}{"level": "error", "ts": "2026-11-30T09:14:07.123Z", "caller": "orders/load.go:71", "msg": "could not load orders", "error": err.Error()})
		fmt.Println(string(text))
	case "deep":
		fmt.Printf("%#v\n", err)
	default:
		fmt.Println(err)
	}
}
