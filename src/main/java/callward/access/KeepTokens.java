package callward.access;

import callward.access.AccountRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tokens as people make and revoke them: each his own, an administrator everybody's; none may more than whoever makes it. */
@ApplicationScoped
@Transactional
public class KeepTokens {

    private static final String ROOM = "tokens";
    private static final int LONGEST_NAME = 100;

    @Inject
    ApiTokens tokens;
    @Inject
    Accounts accounts;
    @Inject
    SignedIn signedIn;
    @Inject
    Audit audit;
    @Inject
    Clock clock;

    /** Those that whoever asks may see. */
    public List<ApiToken> mine() {
        return tokens.all().stream().filter(this::isMine).toList();
    }

    /**
     * @param expiresAt null for never
     * @throws AccountRefused when the name, the role or the day will not do
     */
    public ApiTokens.Made make(String name, Role role, Instant expiresAt) {
        String known = name == null ? "" : name.strip();
        if (known.isEmpty() || known.length() > LONGEST_NAME || known.chars().anyMatch(Character::isISOControl)) {
            throw new AccountRefused(Reason.TOKEN_NAME_WRONG);
        }
        if (role == null || !signedIn.may(role)) {
            throw new AccountRefused(Reason.ROLE_ABOVE_OWN);
        }
        if (expiresAt != null && !expiresAt.isAfter(clock.instant())) {
            throw new AccountRefused(Reason.EXPIRY_PAST);
        }
        if (signedIn.expiry().filter(end -> expiresAt == null || expiresAt.isAfter(end)).isPresent()) {
            throw new AccountRefused(Reason.EXPIRY_BEYOND_OWN); // else whoever finds one before it ends would have another for ever
        }
        Account maker = signedIn.answerable().flatMap(accounts::find).orElse(null);
        ApiTokens.Made made = tokens.make(known, role, maker, expiresAt);
        audit.note(ROOM, String.valueOf(made.token().getId()), known, Deed.CREATED, Map.of(), facts(made.token()));
        return made;
    }

    /** @return false when there is none of that id, or it is none of his business */
    public boolean revoke(long id) {
        Optional<ApiToken> token = tokens.find(id).filter(this::isMine);
        token.ifPresent(known -> {
            tokens.revoke(known);
            audit.note(ROOM, String.valueOf(id), known.getName(), Deed.REVOKED, facts(known), Map.of());
        });
        return token.isPresent();
    }

    private boolean isMine(ApiToken token) {
        return signedIn.may(Role.ADMIN)
                || token.getAccount() != null && signedIn.answerable().filter(token.getAccount().getId()::equals).isPresent()
                && signedIn.may(token.roleNow()); // a token of less is not to shut out the programs its maker relies on
    }

    private static Map<String, String> facts(ApiToken token) {
        return Map.of("role", token.getRole().name(), "expires", token.getExpiresAt() == null ? "" : token.getExpiresAt().toString(),
                "person", token.getAccount() == null ? "" : token.getAccount().getUsername());
    }
}
