package callward.people;

import callward.access.AccountRefused;
import callward.access.ApiToken;
import callward.access.KeepTokens;
import callward.access.Role;
import callward.access.SignedIn;
import callward.settings.Company;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** Tokens for programs: one's own, for administrators everybody's. */
@Named
@RequestScoped
public class TokensView {

    private static final String AGAIN = "/account/tokens?faces-redirect=true";
    private static final String SECRET = "callward.token";

    @Inject
    KeepTokens tokens;
    @Inject
    SignedIn signedIn;
    @Inject
    Clock clock;
    @Inject
    Company company;

    @Inject
    @Param(name = "revoke")
    Long chosen;
    private List<ApiToken> rows;
    private String name;
    private Role role = Role.AGENT;
    private String expires;

    @PostConstruct
    void load() {
        rows = tokens.mine();
    }

    /** The secret travels in the flash of this session: it is shown once, by the page that comes next. */
    public String make() {
        try {
            Faces.setFlashAttribute(SECRET, tokens.make(name, role, endOf(expires)).secret());
            return AGAIN;
        } catch (AccountRefused refused) {
            Messages.addError("token:" + (refused.reason().field().equals("expiresAt") ? "expires" : refused.reason().field()),
                    "account.refused." + refused.reason());
            return null;
        }
    }

    /** The one whose button was pressed, by its id: rows change places between showing and pressing. */
    public String revoke() {
        if (chosen == null || !Faces.isPostback()) { // a link must not do it
            return null;
        }
        tokens.revoke(chosen);
        Messages.addFlashGlobalInfo("token.revoked");
        return AGAIN;
    }

    /** Null but right after it was made. */
    public String getSecret() {
        return Faces.getFlashAttribute(SECRET);
    }

    public List<ApiToken> getRows() {
        return rows;
    }

    public boolean isOver(ApiToken token) {
        return token.getExpiresAt() != null && !token.getExpiresAt().isAfter(clock.instant());
    }

    /** Those that whoever looks may give away. */
    public List<Role> getRoles() {
        return Arrays.stream(Role.values()).filter(signedIn::may).toList();
    }

    /** Whether other people's are among them. */
    public boolean isEverybodys() {
        return signedIn.may(Role.ADMIN);
    }

    /** The last day counts, as the company has it. */
    private Instant endOf(String day) {
        return day == null || day.isBlank() ? null
                : company.midnight(day, 1).orElseThrow(() -> new AccountRefused(AccountRefused.Reason.EXPIRY_PAST));
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Role getRole() {
        return role;
    }

    public void setRole(Role role) {
        this.role = role;
    }

    public String getExpires() {
        return expires;
    }

    public void setExpires(String expires) {
        this.expires = expires;
    }
}
