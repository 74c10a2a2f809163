package callward.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class TokenTest {

    @Test
    void a_token_has_256_bits_and_no_twin() {
        String token = Token.fresh();
        assertEquals(32, Base64.getUrlDecoder().decode(token).length);
        assertNotEquals(token, Token.fresh());
    }

    @Test
    void only_the_token_itself_matches_what_we_kept() {
        String token = Token.fresh();
        String kept = Token.hash(token);
        assertFalse(kept.contains(token));
        assertTrue(Token.matches(token, kept));
        assertFalse(Token.matches(token + "x", kept));
        assertFalse(Token.matches(kept, kept));
        assertFalse(Token.matches("", kept));
    }
}
