package callward.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.access.Role;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OpenDeskTest {

    private final List<String> sent = new ArrayList<>();
    private final List<SendHandler> underWay = new ArrayList<>();
    private boolean closed;
    private final OpenDesk desk = new OpenDesk(socket(), 1, "tom", Role.AGENT, "session-1");

    @Test
    void one_message_is_on_its_way_at_a_time() {
        desk.send("a");
        desk.send("b");
        assertEquals(List.of("a"), sent);
        arrived();
        assertEquals(List.of("a", "b"), sent);
        arrived();
        desk.send("c");
        assertEquals(List.of("a", "b", "c"), sent);
    }

    @Test
    void a_page_that_takes_nothing_is_let_go() {
        IntStream.rangeClosed(0, 100).forEach(n -> desk.send("" + n));
        assertFalse(closed);
        desk.send("one too many");
        assertTrue(closed);
        assertEquals(List.of("0"), sent);
    }

    @Test
    void a_send_that_failed_closes_the_page() {
        desk.send("a");
        underWay.removeFirst().onResult(new SendResult(new IOException("gone")));
        assertTrue(closed);
    }

    @Test
    void it_ends_with_its_own_sign_in_only() {
        assertTrue(desk.belongsTo("session-1"));
        assertFalse(desk.belongsTo("session-2"));
    }

    private void arrived() {
        underWay.removeFirst().onResult(new SendResult());
    }

    private Session socket() {
        RemoteEndpoint.Async remote = (RemoteEndpoint.Async) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[] {RemoteEndpoint.Async.class}, (proxy, method, arguments) -> {
                    sent.add((String) arguments[0]);
                    underWay.add((SendHandler) arguments[1]);
                    return null;
                });
        return (Session) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Session.class}, (proxy, method, arguments) -> {
            closed |= method.getName().equals("close");
            return method.getName().equals("getAsyncRemote") ? remote : null;
        });
    }
}
