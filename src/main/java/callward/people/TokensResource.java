package callward.people;

import callward.access.ApiToken;
import callward.access.ApiTokens;
import callward.access.KeepTokens;
import callward.access.Role;
import callward.api.Allowed;
import callward.api.ApiResource;
import callward.api.Created;
import callward.api.Page;
import callward.api.Paging;
import callward.api.Refusal;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;

/** Tokens for programs: one's own; for administrators everybody's. A token acts for whoever made it, and never may more than he may. */
@ApiResource
@Path("tokens")
@Produces(MediaType.APPLICATION_JSON)
@Allowed(Role.AGENT)
public class TokensResource {

    /**
     * @param id         names it when it is to be revoked
     * @param name       what it is for
     * @param role       the most it may; less when whoever made it may less by now
     * @param madeBy     user name; null for a token of nobody's in particular
     * @param createdAt  when it was made
     * @param lastUsedAt true to five minutes; null for never
     * @param expiresAt  null for never
     */
    public record TokenRow(long id, String name, Role role, String madeBy, Instant createdAt, Instant lastUsedAt, Instant expiresAt) { }

    /** @param name 1 to 100 characters @param role no higher than one's own @param expiresAt in the future; null for never */
    public record NewToken(String name, Role role, Instant expiresAt) { }

    /**
     * @param token  all that can be read of it later
     * @param secret told this once: only its hash is kept
     */
    public record MadeToken(TokenRow token, String secret) { }

    @Inject
    KeepTokens tokens;

    /** List the tokens one may revoke. One's own; for administrators everybody's. */
    @GET
    public Page<TokenRow> list(@BeanParam Paging paging) {
        return Page.of(tokens.mine().stream().map(TokensResource::shown).toList(), paging);
    }

    /** Make a token for a program. Its secret is told this once. */
    @POST
    @Created
    @Consumes(MediaType.APPLICATION_JSON)
    public MadeToken make(NewToken text) {
        ApiTokens.Made made = tokens.make(text.name(), text.role(), text.expiresAt());
        return new MadeToken(shown(made.token()), made.secret());
    }

    /**
     * Revoke a token. It opens nothing any more from the next request on.
     *
     * @param id of the token
     */
    @DELETE
    @Path("{id: \\d{1,18}}")
    public void revoke(@PathParam("id") long id) {
        if (!tokens.revoke(id)) {
            throw Refusal.notFound("You have no such token.");
        }
    }

    private static TokenRow shown(ApiToken token) {
        return new TokenRow(token.getId(), token.getName(), token.getRole(), token.getAccount() == null ? null : token.getAccount().getUsername(),
                token.getCreatedAt(), token.getLastUsedAt(), token.getExpiresAt());
    }
}
