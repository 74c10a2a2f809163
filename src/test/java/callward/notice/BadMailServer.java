package callward.notice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A mail server that misbehaves as told. */
final class BadMailServer implements AutoCloseable {

    /** What it does. */
    enum Habit { SILENT, REFUSES_RECIPIENTS_FOR_NOW, REFUSES_RECIPIENTS_FOR_GOOD, DROPS_AFTER_DATA, BUSY }

    final List<String> taken = Collections.synchronizedList(new ArrayList<>());
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Habit habit;

    BadMailServer(Habit habit) throws IOException {
        this.habit = habit;
        Thread.ofPlatform().daemon().start(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        closing.countDown();
        door.close();
    }

    private void serve() {
        while (!door.isClosed()) {
            try (Socket guest = door.accept()) {
                talk(guest);
            } catch (IOException gone) {
                // the next one
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void talk(Socket guest) throws IOException, InterruptedException {
        if (habit == Habit.SILENT) {
            closing.await();
            return;
        }
        BufferedReader in = new BufferedReader(new InputStreamReader(guest.getInputStream(), StandardCharsets.ISO_8859_1));
        PrintStream out = new PrintStream(guest.getOutputStream(), true, StandardCharsets.ISO_8859_1);
        out.print(habit == Habit.BUSY ? "421 4.3.2 too many connections\r\n" : "220 ready\r\n");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("RCPT") && habit == Habit.REFUSES_RECIPIENTS_FOR_NOW) {
                out.print("450 4.2.0 greylisted, come back later\r\n");
            } else if (line.startsWith("RCPT") && habit == Habit.REFUSES_RECIPIENTS_FOR_GOOD) {
                out.print("550 5.1.1 no such person here\r\n");
            } else if (line.equals("DATA")) {
                out.print("354 go on\r\n");
                taken.add(message(in));
                return;
            } else {
                out.print("250 ok\r\n");
            }
        }
    }

    private static String message(BufferedReader in) throws IOException {
        StringBuilder message = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            message.append(line).append('\n');
        }
        return message.toString();
    }
}
