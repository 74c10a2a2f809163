package callward.launcher;

/** Tells, line by line, what is being done and how far it is. */
final class Progress {

    private static final int STEPS = 4;
    private final long start = System.nanoTime();
    private int step;

    void step(String what) {
        step++;
        say("(" + step + "/" + STEPS + ") " + what);
    }

    void say(String what) {
        System.out.printf("%4d s  %s%n", (System.nanoTime() - start) / 1_000_000_000L, what);
        System.out.flush();
    }
}
