package callward.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds out which TCP ports can be used. */
final class Ports {

    private Ports() {
    }

    static boolean isFree(String address, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** The preferred port, or any free one: two of us with different HTTP ports never collide on the others. */
    static int freeNear(int preferred) {
        return preferred <= 65535 && isFree("127.0.0.1", preferred) ? preferred : free();
    }

    static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new Refused("No free TCP port was found on this machine: " + e.getMessage());
        }
    }
}
