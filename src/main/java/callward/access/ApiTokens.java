package callward.access;

import callward.settings.Setting;
import callward.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The tokens programs show: those made here, and the one of {@code CALLWARD_API_TOKEN}. */
@ApplicationScoped
@Transactional
public class ApiTokens {

    /** "Last used" need not be truer than that, and a busy program shall not write at every request. */
    private static final Duration GRAIN = Duration.ofMinutes(5);

    /** A new token and its only showing. */
    public record Made(ApiToken token, String secret) {

        @Override
        public String toString() {
            return "Made[" + token.getName() + "]";
        }
    }

    @PersistenceContext(unitName = "callward")
    EntityManager database;
    @Inject
    Settings settings;
    @Inject
    Clock clock;

    public Optional<TokenHolder> holder(String token) {
        if (token == null || token.isBlank()) {
            return Optional.empty();
        }
        return ofTheEnvironment(token).or(() -> made(token));
    }

    public List<ApiToken> all() {
        return database.createQuery("select t from ApiToken t left join fetch t.account order by t.name, t.id", ApiToken.class).getResultList();
    }

    public Optional<ApiToken> find(long id) {
        return Optional.ofNullable(database.find(ApiToken.class, id));
    }

    /** A token of nobody's in particular, which nobody's leaving revokes. */
    public Made make(String name, Role role) {
        return make(name, role, null, null);
    }

    Made make(String name, Role role, Account account, Instant expiresAt) {
        String secret = Token.fresh();
        ApiToken token = new ApiToken(name, Token.hash(secret), role, account, clock.instant(), expiresAt);
        database.persist(token);
        database.flush();
        return new Made(token, secret);
    }

    void revoke(ApiToken token) {
        database.remove(token);
    }

    private Optional<TokenHolder> ofTheEnvironment(String token) {
        return settings.get(Setting.API_TOKEN).filter(known -> Token.matches(token, Token.hash(known)))
                .map(known -> new TokenHolder("CALLWARD_API_TOKEN", Role.ADMIN, null, null));
    }

    private Optional<TokenHolder> made(String token) {
        return database.createQuery("select t from ApiToken t left join fetch t.account where t.hash = :hash", ApiToken.class)
                .setParameter("hash", Token.hash(token)).getResultStream().findFirst().filter(found -> found.works(clock.instant()))
                .map(found -> {
                    note(found);
                    return new TokenHolder(found.getName(), found.roleNow(), found.getAccount() == null ? null : found.getAccount().getId(), found.getExpiresAt());
                });
    }

    private void note(ApiToken token) {
        Instant now = clock.instant();
        if (token.getLastUsedAt() == null || token.getLastUsedAt().plus(GRAIN).isBefore(now)) {
            token.usedAt(now);
        }
    }
}
