package dev.lifeline.file.codec;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.event.Bytes;

/// Objects that stand in many rows.
final class ValueRows {

    static final CodecRow<Endpoint> ENDPOINT = CodecRow.named("endpoint", "One end of a connection.",
            Field.text("address", "Numeric IPv4 or IPv6 text, with a zone where it has one; never a name."),
            Field.range("port", 0, 0xFFFF, "0 says that the port is not known or was left to the kernel."))
            .of((end, out) -> out.text(end.address()).whole(end.port()),
                    in -> in.pool().endpoint(in.text(), in.count()));

    static final CodecRow<Bytes> BYTES = CodecRow.named("bytes", "What is kept of bytes that crossed.",
            Field.size("count", "How many bytes there were."),
            Field.text("preview", "The first bytes as printable ASCII, everything else escaped as in \\n or \\x1b."),
            Field.flag("truncated", "Whether there were more bytes than the preview shows."),
            Field.word("sign", EnumWords.SIGNS, null).optional())
            .of((bytes, out) -> out.whole(bytes.count()).text(bytes.preview()).flag(bytes.truncated()).word(bytes.sign()),
                    in -> new Bytes(in.whole(), in.text(), in.flag(), in.word()));

    private ValueRows() {
    }
}
