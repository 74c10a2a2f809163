package callward.desk;

import callward.access.OpenSessions;
import jakarta.servlet.http.HttpSession;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;

/** Tells the socket which sign-in it belongs to, so that it ends with it. */
public class DeskHandshake extends ServerEndpointConfig.Configurator {

    static final String SIGN_IN = "callward.desk.sign-in";

    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        if (!(request.getHttpSession() instanceof HttpSession session) || OpenSessions.keyOf(session) == null) {
            throw new IllegalStateException("no session"); // DeskDoor has let nobody through without one
        }
        config.getUserProperties().put(SIGN_IN, OpenSessions.keyOf(session));
    }
}
