package callward.journey;

/**
 * One Callward for all journeys that leave it as they found it, and neither count nor configure what others do: started by the first that asks, and stopped
 * with the last test. What such a journey makes bears names of its own; telephones and people are afterwards as they were.
 */
final class SharedDesk {

    private static DeskServer desk;

    private SharedDesk() { }

    static synchronized DeskServer get() {
        if (desk == null) {
            DeskServer started = new DeskServer("shared").with("CALLWARD_API_TOKEN", DeskServer.TOKEN).start();
            Runtime.getRuntime().addShutdownHook(new Thread(started::close, "stop the shared desk"));
            desk = started;
        }
        return desk;
    }
}
