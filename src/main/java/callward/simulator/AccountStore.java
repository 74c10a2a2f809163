package callward.simulator;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.DeserializationContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;

/** Keeps an account in a directory: one JSON file, and a WAV file per recording. Every write is whole or not at all. */
final class AccountStore {

    private final Path directory;
    private final ObjectMapper json = mapper();

    AccountStore(Path directory) {
        this.directory = directory;
        try {
            Files.createDirectories(directory.resolve("recordings"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectMapper mapper() {
        var instants = new SimpleModule().addSerializer(Instant.class, ToStringSerializer.instance)
                .addDeserializer(Instant.class, new InstantReader());
        return new ObjectMapper().registerModule(instants)
                .setVisibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
                .setVisibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.PUBLIC_ONLY)
                .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
    }

    Optional<AccountData> load() {
        try {
            return Files.exists(file()) ? Optional.of(json.readValue(file().toFile(), AccountData.class)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file(), e);
        }
    }

    void save(AccountData data) {
        try {
            write(file(), json.writerWithDefaultPrettyPrinter().writeValueAsBytes(data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void saveSound(String recordingSid, byte[] wav) {
        try {
            write(sound(recordingSid), wav);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<byte[]> sound(SimulatedRecording recording) {
        try {
            var file = sound(recording.sid);
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void deleteSound(String recordingSid) {
        try {
            Files.deleteIfExists(sound(recordingSid));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file() {
        return directory.resolve("account.json");
    }

    private Path sound(String recordingSid) {
        return directory.resolve("recordings").resolve(recordingSid + ".wav");
    }

    private void write(Path target, byte[] bytes) throws IOException {
        var draft = Files.createTempFile(directory, "draft", ".tmp");
        Files.write(draft, bytes);
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Reads instants as they are written. */
    private static final class InstantReader extends FromStringDeserializer<Instant> {
        private static final long serialVersionUID = 1;

        InstantReader() {
            super(Instant.class);
        }

        @Override
        protected Instant _deserialize(String value, DeserializationContext context) {
            return Instant.parse(value);
        }
    }
}
