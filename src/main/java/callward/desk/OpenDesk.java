package callward.desk;

import callward.access.Role;
import jakarta.websocket.CloseReason;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;

/** One open page. What is sent to it waits in a short line of its own: a slow browser holds nobody else up, a stuck one is let go. */
final class OpenDesk {

    private static final int MOST_WAITING = 100;
    private static final CloseReason SIGNED_OUT = new CloseReason(CloseReason.CloseCodes.VIOLATED_POLICY, "signed out");
    private static final CloseReason LAGGING = new CloseReason(CloseReason.CloseCodes.TRY_AGAIN_LATER, "too slow");

    private final Session socket;
    private final long account;
    private final String username;
    private final String signIn;
    private final Queue<String> waiting = new ArrayDeque<>();
    private volatile Role role;
    private volatile boolean signedOut;
    private boolean sending;

    OpenDesk(Session socket, long account, String username, Role role, String signIn) {
        this.socket = socket;
        this.account = account;
        this.username = username;
        this.role = role;
        this.signIn = signIn;
    }

    long account() {
        return account;
    }

    String username() {
        return username;
    }

    Role role() {
        return role;
    }

    void becomes(Role now) {
        role = now;
    }

    String signIn() {
        return signIn;
    }

    boolean belongsTo(String other) {
        return signIn.equals(other);
    }

    void send(String text) {
        String first;
        synchronized (waiting) {
            if (waiting.size() >= MOST_WAITING) {
                first = null;
            } else {
                waiting.add(text);
                first = sending ? "" : waiting.poll();
                sending = true;
            }
        }
        if (first == null) {
            close(LAGGING);
        } else if (!first.isEmpty()) {
            transmit(first);
        }
    }

    /** Not a page that is left for another one: he goes. */
    void signOut() {
        signedOut = true;
        close(SIGNED_OUT);
    }

    boolean isSignedOut() {
        return signedOut;
    }

    private void close(CloseReason reason) {
        try {
            socket.close(reason);
        } catch (IOException | IllegalStateException alreadyGone) {
            // its own onClose says goodbye
        }
    }

    private void transmit(String text) {
        try {
            socket.getAsyncRemote().sendText(text, this::sent);
        } catch (RuntimeException closed) {
            close(LAGGING);
        }
    }

    private void sent(SendResult result) {
        if (!result.isOK()) {
            close(LAGGING);
            return;
        }
        String next;
        synchronized (waiting) {
            next = waiting.poll();
            sending = next != null;
        }
        if (next != null) {
            transmit(next);
        }
    }
}
