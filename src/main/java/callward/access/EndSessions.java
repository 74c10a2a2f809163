package callward.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;

/** Signs somebody out who does not do it himself: at his next request, and at once from his desk. */
@ApplicationScoped
@Transactional
public class EndSessions {

    @Inject
    OpenSessions sessions;
    @Inject
    Audit audit;

    /** @return false when the account has no such session (any more) */
    public boolean one(long id, Account of) {
        Optional<OpenSession> session = sessions.find(id).filter(found -> found.getAccount().getId().equals(of.getId()));
        session.ifPresent(found -> {
            sessions.end(found);
            note(of, Map.of("address", found.getAddress(), "browser", found.getBrowser()));
        });
        return session.isPresent();
    }

    /** @param butKey the {@linkplain OpenSessions#keyOf key} of the one that stays; null for none */
    public void allOf(Account account, String butKey) {
        sessions.endAllOf(account, butKey);
        note(account, Map.of());
    }

    private void note(Account account, Map<String, String> where) {
        audit.note(KeepAccounts.ROOM, account.getUsername(), account.getName(), Deed.ENDED_SESSIONS, where, Map.of());
    }
}
