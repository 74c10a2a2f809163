package callward.greeting;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;

/** Sound in the database. The same sound is kept once, under one token, for ever: calls under way may still be told to play it. */
@ApplicationScoped
@Transactional
public class AudioFiles {

    @Resource(lookup = "java:comp/DefaultDataSource")
    DataSource database;
    @Inject
    Clock clock;

    /** What {@code /media} answers. */
    record Content(String contentType, String hash, byte[] bytes) { }

    /** @return its id */
    long keep(Sound sound) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into callward.audio_file (hash, token, content_type, seconds, bytes, content, created_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (hash) do update set hash = excluded.hash
                        returning id""")) {
            insert.setString(1, hash(sound.content()));
            insert.setString(2, token());
            insert.setString(3, sound.contentType());
            insert.setDouble(4, sound.seconds());
            insert.setLong(5, sound.content().length);
            insert.setBytes(6, sound.content());
            insert.setObject(7, clock.instant().atOffset(ZoneOffset.UTC));
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the sound cannot be kept", e);
        }
    }

    Optional<Content> find(String token, String extension) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select content_type, hash, content from callward.audio_file where token = ?")) {
            select.setString(1, token);
            try (ResultSet row = select.executeQuery()) {
                if (row.next() && Sound.extension(row.getString(1)).equals(extension)) {
                    return Optional.of(new Content(row.getString(1), row.getString(2), row.getBytes(3)));
                }
                return Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the sound cannot be read", e);
        }
    }

    private static String token() {
        byte[] random = new byte[20];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
