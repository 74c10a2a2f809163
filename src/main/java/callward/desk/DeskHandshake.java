package callward.desk;

import jakarta.servlet.http.HttpSession;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.UUID;

/** Tells the socket which sign-in it belongs to, so that it ends with it. */
public class DeskHandshake extends ServerEndpointConfig.Configurator {

    static final String SIGN_IN = "callward.desk.sign-in";

    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        if (!(request.getHttpSession() instanceof HttpSession session)) {
            throw new IllegalStateException("no session"); // DeskDoor has let nobody through without one
        }
        config.getUserProperties().put(SIGN_IN, keyOf(session));
    }

    /** A key of our own: the session's id changes, with Payara even after its page was served. */
    private static String keyOf(HttpSession session) {
        synchronized (DeskHandshake.class) {
            if (session.getAttribute(SIGN_IN) == null) {
                session.setAttribute(SIGN_IN, UUID.randomUUID().toString());
            }
            return (String) session.getAttribute(SIGN_IN);
        }
    }
}
