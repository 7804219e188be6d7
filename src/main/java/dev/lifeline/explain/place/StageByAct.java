package dev.lifeline.explain.place;

import java.util.EnumMap;
import java.util.Map;

/// The stage of a code by what was being done: one table. `connect!` is told with high confidence, `connect?` with low; behind commas
/// stand the stages that stay open; a dash is no error of a connection as far as one can tell.
final class StageByAct {

    private static final String TABLE = """
            code          | alone                     | lookup | bind        | connect                  | accept  | handshake | read                | write              | end
            NAME          | lookup!                   | lookup!| lookup      | lookup!                  | lookup  | lookup!   | lookup              | lookup             | lookup
            REFUSED       | connect!                  | lookup | connect     | connect!                 | connect | connect!  | read,connect        | write,connect      | connect
            RESET         | read?,connect,write,tls   | lookup | bind?,read  | connect!                 | accept! | tls!      | read!               | write!             | read,write
            SILENCE       | connect,read              | lookup!| bind?       | connect!                 | accept  | tls       | read!               | write!             | read,write
            CLOCK         | read?,connect,tls,lookup  | lookup!| bind?       | connect!                 | accept! | tls!      | read!               | write!             | idle,read
            NO_WAY        | route,connect             | lookup | bind        | route!,connect           | accept  | route     | read,route          | route,write        | route
            IN_USE        | bind!                     | lookup?| bind!       | bind,connect             | bind    | bind      | bind                | bind               | bind
            NOT_HERE      | bind,connect              | lookup?| bind!       | connect,bind             | bind    | connect   | bind?               | connect,bind       | bind
            PIPE          | write,none                | lookup?| write?      | connect,write            | accept  | tls!      | write,read          | write!             | write
            NOT_CONNECTED | write?,read,connect       | lookup?| write?      | connect                  | accept  | tls       | read!               | write!             | write,read
            END           | read?,tls,protocol        | lookup | read?       | read?,connect            | accept  | tls!      | read!               | write,read         | idle,read
            CLOSED        | read?,write               | lookup?| bind        | connect                  | accept  | tls       | read                | write              | idle,read
            EXHAUSTED     | accept?,none,connect      | lookup | bind        | connect                  | accept! | -         | -                   | write?,none        | -
            DENIED        | -                         | -      | bind!       | connect,route            | accept  | -         | -                   | -                  | -
            ODD           | -                         | lookup?| bind        | connect                  | accept  | tls?      | -                   | -                  | -
            TLS           | tls!                      | tls    | tls         | tls!                     | tls!    | tls!      | tls!                | tls!               | tls
            MEANING       | protocol!                 | lookup?| protocol    | protocol!                | protocol| protocol! | protocol!           | protocol!          | protocol
            OTHER         | -                         | lookup | bind        | connect                  | accept  | tls       | read                | write              | idle
            """;

    private static final Map<CodeKind, Leaning[]> ROWS = rows();

    private StageByAct() {
    }

    /// Where a code is placed; `null` where nothing speaks for a connection.
    ///
    /// @param act what was being done, `null` where nothing tells
    static Leaning of(CodeKind kind, Act act) {
        return act == Act.POOL_GET ? null : ROWS.get(kind)[column(act)];
    }

    private static int column(Act act) {
        if (act == null) {
            return 0;
        }
        return switch (act) {
            case LOOKUP -> 1;
            case BIND, LISTEN -> 2;
            case ROUTE, CONNECT -> 3;
            case ACCEPT -> 4;
            case HANDSHAKE -> 5;
            case READ, READ_RESPONSE, POLL -> 6;
            case WRITE, SEND_REQUEST -> 7;
            case CLOSE, KEEP_ALIVE -> 8;
            case POOL_GET -> throw new IllegalArgumentException("a pool is no place of a connection");
        };
    }

    private static Map<CodeKind, Leaning[]> rows() {
        Map<CodeKind, Leaning[]> rows = new EnumMap<>(CodeKind.class);
        boolean head = true;
        for (String line : TABLE.split("\n", -1)) {
            if (head || line.isEmpty()) {
                head = false;
                continue;
            }
            String[] cells = line.split("\\|", -1);
            Leaning[] row = new Leaning[cells.length - 1];
            for (int i = 1; i < cells.length; i++) {
                String cell = cells[i].strip();
                row[i - 1] = cell.equals("-") ? null : Leaning.of(cell);
            }
            rows.put(CodeKind.valueOf(cells[0].strip()), row);
        }
        return rows;
    }
}
