package callward.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** The page that says which part is online, as somebody reads it who looks again: each look gives a part a few seconds, which a busy machine may miss. */
final class StatusPage {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private StatusPage() { }

    static void isLookedAtUntilOnline(Page page, String origin, List<String> parts) {
        try {
            Awaitility.await().atMost(PATIENCE).pollInSameThread().until(() -> {
                page.navigate(origin + "/status/");
                return parts.stream().allMatch(part -> page.locator(badge(part)).textContent().strip().equals("Online"));
            });
        } catch (ConditionTimeoutException tooLong) {
            // the last look says which part it is
        }
        for (String part : parts) {
            assertThat(page.locator(badge(part))).hasText("Online");
        }
    }

    private static String badge(String part) {
        return "[data-part=" + part + "] .cw-badge";
    }
}
