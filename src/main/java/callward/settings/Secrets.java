package callward.settings;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Encrypts secrets at rest: AES-256-GCM, the setting's name as associated data, so that no value can be moved to another name. */
@ApplicationScoped
public class Secrets {

    private volatile Aead cipher;

    String seal(String name, String value) {
        try {
            return Base64.getEncoder().encodeToString(
                    cipher().encrypt(value.getBytes(StandardCharsets.UTF_8), name.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot encrypt " + name, e);
        }
    }

    String open(String name, String sealed) {
        try {
            return new String(cipher().decrypt(Base64.getDecoder().decode(sealed), name.getBytes(StandardCharsets.UTF_8)),
                    StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot decrypt " + name
                    + ": was CALLWARD_SECRET_KEY changed, or data/secret.key lost? Put the old key back.", e);
        }
    }

    private Aead cipher() throws GeneralSecurityException {
        Aead known = cipher;
        if (known == null) {
            known = new AesGcmJce(key());
            cipher = known;
        }
        return known;
    }

    /** A key of any length given by the admin is stretched to 256 bits by SHA-256; the one we make has 256 random bits. */
    private static byte[] key() throws GeneralSecurityException {
        Config config = ConfigProvider.getConfig();
        Optional<String> given = config.getOptionalValue(Setting.SECRET_KEY.property(), String.class);
        String text = given.isPresent() ? given.get() : keyInFile(config.getOptionalValue(Setting.SECRET_KEY_FILE.property(), String.class)
                .map(Path::of)
                .orElseGet(() -> Path.of(config.getOptionalValue(Setting.DATA_DIR.property(), String.class)
                        .orElse(Setting.DATA_DIR.standard()), "secret.key")));
        return MessageDigest.getInstance("SHA-256").digest(text.strip().getBytes(StandardCharsets.UTF_8));
    }

    private static String keyInFile(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the key file " + file + " cannot be read or made: set CALLWARD_SECRET_KEY_FILE", e);
        }
    }

    private static void make(Path file) throws IOException {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        Files.createDirectories(file.toAbsolutePath().getParent());
        try {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
            Files.writeString(file, Base64.getEncoder().encodeToString(random), StandardOpenOption.TRUNCATE_EXISTING);
        } catch (FileAlreadyExistsException anotherNodeWasFaster) {
            // its key is read next
        }
    }
}
