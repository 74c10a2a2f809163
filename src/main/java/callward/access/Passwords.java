package callward.access;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Hashes passwords, and takes as long for somebody we do not know as for somebody we do. */
@ApplicationScoped
class Passwords {

    /** Longer ones only cost us time. */
    private static final int LONGEST = 1_000;

    @Inject
    Pbkdf2PasswordHash pbkdf2;

    private String nobodys;

    @PostConstruct
    void prepare() {
        pbkdf2.initialize(Map.of(
                "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
                "Pbkdf2PasswordHash.Iterations", "210000",
                "Pbkdf2PasswordHash.SaltSizeBytes", "32",
                "Pbkdf2PasswordHash.KeySizeBytes", "32"));
        nobodys = hash(UUID.randomUUID().toString());
    }

    String hash(String password) {
        return pbkdf2.generate(password.toCharArray());
    }

    /** Without a hash to compare with, the same work is done in vain. */
    boolean right(String password, Optional<String> hash) {
        if (password == null || password.length() > LONGEST) {
            return false;
        }
        boolean matches = pbkdf2.verify(password.toCharArray(), hash.orElse(nobodys));
        return matches && hash.isPresent();
    }
}
