package callward.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.ExecutionException;

/** Processes that an earlier, killed launcher left running on the same data folder. */
record Leftovers(DataDir data, Progress progress) {

    void stop() throws IOException {
        stop("application server", data.file("run/server.pid"));
        stop("PostgreSQL", data.file("postgres/postmaster.pid"));
        Files.deleteIfExists(data.file("run/server.pid"));
    }

    static void remember(Path pidFile, ProcessHandle process) throws IOException {
        Files.writeString(pidFile, process.pid() + "\n");
    }

    static void end(ProcessHandle process, Duration patience) {
        process.destroy();
        if (!isGone(process, patience)) {
            process.destroyForcibly();
            isGone(process, Duration.ofSeconds(10));
        }
    }

    private void stop(String what, Path pidFile) throws IOException {
        Optional<ProcessHandle> process = running(pidFile);
        if (process.isPresent()) {
            progress.say("An earlier run left its " + what + " behind (process " + process.get().pid() + "): stopping it");
            end(process.get(), Duration.ofSeconds(20));
        }
    }

    /** Only a process whose command line names our folder is ours: process numbers are used again. */
    private Optional<ProcessHandle> running(Path pidFile) throws IOException {
        if (!Files.isReadable(pidFile)) {
            return Optional.empty();
        }
        String first = Files.readString(pidFile).lines().findFirst().orElse("").strip();
        if (!first.matches("\\d{1,10}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(first)).filter(ProcessHandle::isAlive).filter(this::isOurs);
    }

    private boolean isOurs(ProcessHandle process) {
        return commandLine(process).contains(data.path().toString());
    }

    private static String commandLine(ProcessHandle process) {
        Path proc = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        try {
            // Java shortens long command lines
            return Files.readString(proc).replace('\0', ' ');
        } catch (IOException notLinux) {
            return process.info().commandLine().orElse("");
        }
    }

    private static boolean isGone(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
