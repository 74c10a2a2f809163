package callward.greeting;

import callward.wording.Tongue;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Reads every greeting as callers hear it, in a transaction of the server like every other statement. A call's own transaction goes on
 * when this fails: the caller hears what was read before.
 */
@ApplicationScoped
@Transactional(dontRollbackOn = IllegalStateException.class)
class GreetingShelf {

    @Resource(lookup = "java:comp/DefaultDataSource")
    DataSource database;

    /** A deleted one is still heard by calls that began before, unless another has taken its key. */
    Map<String, Heard> all() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select g.key, g.words, g.language, g.voice, a.token, a.content_type
                        from callward.greeting g left join callward.audio_file a on a.id = g.audio_file_id
                        order by g.deleted_at nulls last""");
                ResultSet row = select.executeQuery()) {
            Map<String, Heard> all = new HashMap<>();
            while (row.next()) {
                all.put(row.getString("key"), heard(row));
            }
            return Map.copyOf(all);
        } catch (SQLException e) {
            throw new IllegalStateException("greetings cannot be read", e);
        }
    }

    private static Heard heard(ResultSet row) throws SQLException {
        String words = row.getString("words");
        if (words == null) {
            String type = row.getString("content_type");
            return new Heard.Sound(AudioFile.path(row.getString("token"), type), type);
        }
        String language = row.getString("language");
        return new Heard.Words(words, new Tongue(language == null ? Tongue.ENGLISH.language() : language, row.getString("voice")));
    }
}
