package dev.lifeline.http;

import dev.lifeline.model.http.BodyFraming;
import java.nio.ByteBuffer;

/// Hears of the parts of a message, in the order of its bytes. The same bytes bring the same calls, however they were cut; only a
/// stretch of the body may come as several parts. Offsets count from the first byte of the message.
public interface HttpListener {

    /// The first line of a request is whole.
    ///
    /// @param target in the form in which it was sent
    /// @param version `HTTP/1.1`
    void requestLine(String method, String target, String version);

    /// The first line of an answer is whole; an interim one (1xx) is followed by another.
    ///
    /// @param status 100 to 999
    /// @param reason may be empty
    void statusLine(int status, String reason, String version);

    /// A field line is whole.
    ///
    /// @param value without the white space round it; bytes from 0x80 on as characters of ISO 8859-1
    /// @param offset of the first byte of the name
    /// @param trailer whether it stands behind a chunked body
    void field(String name, String value, long offset, boolean trailer);

    /// The empty line behind the fields is here.
    ///
    /// @param bytes of the whole head, with its line ends
    void headEnded(int fields, long bytes);

    /// A body follows, be it of 0 bytes. Not called where there is none.
    ///
    /// @param length as it was announced, or -1
    void bodyBegan(BodyFraming framing, long length);

    /// Some of the body, without the chunks' own bytes.
    ///
    /// @param part between position and limit; only until the call returns. Neither needs to be moved
    void bodyPart(ByteBuffer part);

    /// The line before a chunk is whole.
    ///
    /// @param size 0 for the last one
    void chunkBegan(long size);

    /// The body, and the trailers of one, are whole.
    ///
    /// @param bytes without the chunks' own
    void bodyEnded(long bytes);

    /// The message is whole: what follows is another one, and was not read.
    void messageEnded();

    /// The bytes are no message; the parser reads no more.
    void malformed(Malformed what);
}
