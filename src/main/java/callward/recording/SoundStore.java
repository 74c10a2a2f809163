package callward.recording;

import callward.api.SoundReply;
import callward.carrier.Tapes;
import callward.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Sound on disk, below the data folder. A file is either whole or not there: it is written under another name, forced to the disk and
 * only then given its own.
 */
@ApplicationScoped
public class SoundStore {

    /** An hour at 8,000 samples of 16 bits, and some. */
    static final long MOST_BYTES = 64L << 20;

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy/MM").withZone(ZoneOffset.UTC);
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9]{1,64}");

    @Inject
    Settings settings;

    /** A kept recording as a browser's player or a program fetches it; never to be kept by anybody between. */
    public SoundReply reply(Recording recording) {
        Path path = at(recording.file().orElseThrow());
        return new SoundReply(recording.contentType(), recording.bytes(), plain(recording.id()) + "-" + recording.bytes(), "private, no-cache",
                () -> Files.newInputStream(path));
    }

    /** Whether a kept recording's file is really there. */
    public boolean has(Recording recording) {
        return recording.file().map(this::at).filter(Files::isRegularFile).isPresent();
    }

    /** Where a kept file is. */
    public Path at(String file) {
        Path root = settings.dataFolder();
        Path path = root.resolve(file).normalize();
        if (!path.startsWith(root)) {
            throw new IllegalArgumentException("not below the data folder");
        }
        return path;
    }

    /**
     * Keeps what {@code fetch} hands to the reader.
     *
     * @param beat called again and again while sound comes in
     */
    KeptSound keep(String recording, Instant madeAt, Consumer<Tapes.Reader> fetch, Runnable beat) {
        Path temporary = null;
        try {
            temporary = temporary();
            Intake intake = new Intake(temporary, beat);
            fetch.accept(intake);
            double seconds = intake.seconds();
            String file = "recordings/" + MONTH.format(madeAt) + "/" + plain(recording) + ".wav";
            long bytes = Files.size(temporary);
            moveToItsName(temporary, at(file));
            return new KeptSound(file, "audio/wav", bytes, (int) Math.round(seconds));
        } catch (IOException e) {
            throw notWritten(e);
        } finally {
            discard(temporary);
        }
    }

    private Path temporary() throws IOException {
        Path folder = settings.dataFolder().resolve("recordings/.incoming");
        Files.createDirectories(folder);
        return folder.resolve(UUID.randomUUID() + ".part");
    }

    private static void moveToItsName(Path temporary, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(target.getParent());
    }

    /** The new name must survive a power cut, too. Not every system can force a folder. */
    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notHere) {
            // the file itself has been forced
        }
    }

    private static void discard(Path temporary) {
        try {
            if (temporary != null) {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            // it is swept with the folder; what matters is that it never had a name
        }
    }

    /** The carrier names recordings; a name that is no plain word might be a path. */
    private static String plain(String recording) {
        return PLAIN.matcher(recording).matches() ? recording : UUID.nameUUIDFromBytes(recording.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static SoundNotKept notWritten(IOException e) {
        return new SoundNotKept("The sound cannot be written to the data folder: " + why(e), e);
    }

    private static String why(Exception e) {
        return e.getClass().getSimpleName() + " " + e.getMessage();
    }

    /** Writes what comes in. Its own troubles are told apart from the carrier's. */
    private static final class Intake implements Tapes.Reader {

        private final Path file;
        private final Runnable beat;
        private boolean whole;

        Intake(Path file, Runnable beat) {
            this.file = file;
            this.beat = beat;
        }

        @Override
        public void read(InputStream sound, String contentType) throws IOException {
            whole = false;
            try (FileChannel channel = open()) {
                byte[] part = new byte[16_384];
                long total = 0;
                for (int n = sound.read(part); n >= 0; n = sound.read(part)) {
                    total += n;
                    if (total > MOST_BYTES) {
                        throw new SoundNotKept("The recording is larger than " + (MOST_BYTES >> 20) + " MB.");
                    }
                    write(channel, part, n);
                    beat.run();
                }
                force(channel);
            }
            whole = true;
        }

        double seconds() throws IOException {
            if (!whole) {
                throw new SoundNotKept("The carrier sent no sound.");
            }
            return WavFile.seconds(file);
        }

        private FileChannel open() {
            try {
                return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
            } catch (IOException e) {
                throw notWritten(e);
            }
        }

        private static void write(FileChannel channel, byte[] part, int length) {
            try {
                ByteBuffer bytes = ByteBuffer.wrap(part, 0, length);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            } catch (IOException e) {
                throw notWritten(e);
            }
        }

        private static void force(FileChannel channel) {
            try {
                channel.force(true);
            } catch (IOException e) {
                throw notWritten(e);
            }
        }
    }
}
