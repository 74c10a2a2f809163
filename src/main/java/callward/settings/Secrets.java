package callward.settings;

import com.google.crypto.tink.Aead;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Encrypts secrets at rest: AES-256-GCM, the setting's name as associated data, so that no value can be moved to another name. */
@ApplicationScoped
public class Secrets {

    @Inject
    KeyRing ring;

    String seal(String name, String value) {
        return seal(ring.keys().getFirst(), name, value);
    }

    static String seal(Aead key, String name, String value) {
        try {
            return Base64.getEncoder().encodeToString(key.encrypt(value.getBytes(StandardCharsets.UTF_8), name.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot encrypt " + name, e);
        }
    }

    /** Nothing when no key that we have opens it. */
    Optional<String> open(String name, String sealed) {
        Optional<String> opened = open(ring.keys(), name, sealed);
        if (opened.isPresent()) {
            return opened;
        }
        ring.forget(); // another node may have exchanged the key meanwhile
        return open(ring.keys(), name, sealed);
    }

    /** Whether the key that counts now opens it. */
    boolean isCurrent(String name, String sealed) {
        return open(ring.keys().getFirst(), name, sealed).isPresent();
    }

    static Optional<String> open(Aead key, String name, String sealed) {
        try {
            return Optional.of(new String(key.decrypt(Base64.getDecoder().decode(sealed), name.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException anotherKey) {
            return Optional.empty();
        }
    }

    private static Optional<String> open(List<Aead> keys, String name, String sealed) {
        return keys.stream().map(key -> open(key, name, sealed)).flatMap(Optional::stream).findFirst();
    }
}
