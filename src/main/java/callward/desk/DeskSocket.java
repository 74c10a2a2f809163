package callward.desk;

import callward.access.Account;
import callward.access.Accounts;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.Principal;
import java.util.Optional;

/** The wire to an agent's page: same origin, same port, same sign-in as the page itself. It only ever speaks; the page answers beats. */
@Dependent
@ServerEndpoint(value = DeskSocket.PATH, configurator = DeskHandshake.class)
public class DeskSocket {

    static final String PATH = "/desk/socket";

    private static final Logger LOG = System.getLogger(DeskSocket.class.getName());
    private static final int LONGEST_MESSAGE = 64;
    private static final long SILENCE_MILLIS = 90_000;
    private static final long SLOWEST_SEND_MILLIS = 10_000;

    @Inject
    OpenDesks desks;
    @Inject
    Accounts accounts;

    @OnOpen
    public void opened(Session socket, EndpointConfig config) throws IOException {
        Principal principal = socket.getUserPrincipal();
        Object signIn = config.getUserProperties().get(DeskHandshake.SIGN_IN);
        Optional<Account> account = principal == null ? Optional.empty() : accounts.find(principal.getName()).filter(Account::isActive);
        if (account.isEmpty() || signIn == null) {
            socket.close(new CloseReason(CloseReason.CloseCodes.VIOLATED_POLICY, "sign in first"));
            return;
        }
        socket.setMaxIdleTimeout(SILENCE_MILLIS);
        socket.setMaxTextMessageBufferSize(LONGEST_MESSAGE);
        socket.getContainer().setAsyncSendTimeout(SLOWEST_SEND_MILLIS);
        desks.opened(socket, account.get(), signIn.toString());
    }

    /** A page's beat: that it came is all there is to it. */
    @OnMessage(maxMessageSize = LONGEST_MESSAGE)
    public void beat(String text) { }

    @OnClose
    public void closed(Session socket) {
        desks.closed(socket);
    }

    @OnError
    public void failed(Session socket, Throwable problem) {
        LOG.log(Level.DEBUG, "desk-socket=gone", problem); // a browser that went away is no news
        desks.closed(socket);
    }
}
