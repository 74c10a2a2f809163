package callward.settings;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The keys that secrets are encrypted with: the one that counts now, and those that may still open what was sealed before. A key comes
 * from the environment, or is made here once and kept in the data folder.
 *
 * <p>A key of our own is exchanged in three steps, so that a crash between any two loses nothing: the new one is written beside it
 * ({@code secret.key.next}), everything is sealed anew and committed, the files change places ({@code secret.key.old} stays until the next start).
 */
@ApplicationScoped
public class KeyRing {

    private static final String FILE = "secret.key";

    @Inject
    Environment environment;

    private volatile List<Aead> keys;

    /** The one to seal with first, then those that may open. */
    List<Aead> keys() {
        List<Aead> known = keys;
        if (known == null) {
            known = read();
            keys = known;
        }
        return known;
    }

    /** Another node may have exchanged the file. */
    void forget() {
        keys = null;
    }

    /** Whether the key is ours to exchange, and not the environment's. */
    public boolean isOurs() {
        return environment.value(Setting.SECRET_KEY).isEmpty() && environment.value(Setting.SECRET_KEY_FILE).isEmpty();
    }

    /** Writes a new key beside the one that counts. */
    void prepare() {
        Path next = beside(".next");
        try {
            Files.deleteIfExists(next);
            make(next);
        } catch (IOException e) {
            throw new UncheckedIOException("the key file " + next + " cannot be written", e);
        }
        forget();
    }

    Aead prepared() {
        return cipher(keyIn(beside(".next")));
    }

    boolean isPrepared() {
        return isOurs() && Files.exists(beside(".next"));
    }

    /** The new key counts from now on. */
    void exchange() {
        try {
            Files.copy(file(), beside(".old"), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            Files.move(beside(".next"), file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the new key cannot take its place: rename " + beside(".next") + " to " + file(), e);
        }
        forget();
    }

    /** Nothing is sealed with any other key any more. */
    void dropOthers() {
        if (isOurs()) {
            try {
                Files.deleteIfExists(beside(".next"));
                Files.deleteIfExists(beside(".old"));
            } catch (IOException e) {
                throw new UncheckedIOException("an old key cannot be deleted: delete " + beside(".old"), e);
            }
        }
        forget();
    }

    private List<Aead> read() {
        List<Aead> found = new ArrayList<>();
        found.add(cipher(environment.value(Setting.SECRET_KEY).orElseGet(() -> keyIn(made(file())))));
        environment.value(Setting.SECRET_KEY_OLD).map(KeyRing::cipher).ifPresent(found::add);
        environment.value(Setting.SECRET_KEY_OLD_FILE).map(Path::of).map(KeyRing::keyIn).map(KeyRing::cipher).ifPresent(found::add);
        // a key of our own opens what it sealed even after the environment has given another
        for (Path file : isOurs() ? List.of(beside(".next"), beside(".old")) : List.of(ownFile())) {
            if (Files.exists(file)) {
                found.add(cipher(keyIn(file)));
            }
        }
        return List.copyOf(found);
    }

    private Path file() {
        return environment.value(Setting.SECRET_KEY_FILE).map(Path::of).orElseGet(this::ownFile);
    }

    private Path ownFile() {
        return Path.of(environment.value(Setting.DATA_DIR).orElse(Setting.DATA_DIR.standard()), FILE);
    }

    private Path beside(String ending) {
        return ownFile().resolveSibling(FILE + ending);
    }

    /** A key of any length given by the admin is stretched to 256 bits by SHA-256; the one we make has 256 random bits. */
    private static Aead cipher(String text) {
        try {
            return new AesGcmJce(MessageDigest.getInstance("SHA-256").digest(text.strip().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String keyIn(Path file) {
        try {
            return Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty())
                    .orElseThrow(() -> new IllegalStateException("the key file " + file + " is empty: put the key back from your backup"));
        } catch (IOException e) {
            throw new UncheckedIOException("the key file " + file + " cannot be read: see its owner, and CALLWARD_SECRET_KEY_FILE", e);
        }
    }

    private static Path made(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return file;
        } catch (FileAlreadyExistsException anotherNodeWasFaster) {
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("the key file " + file + " cannot be made: set CALLWARD_SECRET_KEY_FILE", e);
        }
    }

    /** Whole and on the disk, or not there at all. */
    private static void make(Path file) throws IOException {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        Path draft = posix ? Files.createTempFile(folder, FILE, ".tmp", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createTempFile(folder, FILE, ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(Base64.getEncoder().encode(random)));
                channel.force(true);
            }
            Files.createLink(file, draft); // fails where there is one already, unlike a move
        } catch (UnsupportedOperationException noLinksHere) {
            Files.copy(draft, file);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
