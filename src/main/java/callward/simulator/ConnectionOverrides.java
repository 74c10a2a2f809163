package callward.simulator;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/**
 * How patient the carrier is with one address, as the address's fragment asks, e.g. {@code #ct=2000&rc=2&rp=ct,5xx}.
 *
 * @param connectMillis time to connect
 * @param readMillis    time to the first byte of the answer
 * @param totalMillis   time for everything, retries included
 * @param retries       how often to try again
 * @param retryOn       after what: {@code ct}, {@code rt}, {@code 4xx}, {@code 5xx}
 */
record ConnectionOverrides(int connectMillis, int readMillis, int totalMillis, int retries, Set<String> retryOn) {

    static ConnectionOverrides of(String url) {
        int hash = url.indexOf('#');
        var wishes = Fields.decode(hash < 0 ? "" : url.substring(hash + 1));
        return new ConnectionOverrides(
                within(wishes.get("ct"), 100, 10_000, 5000),
                within(wishes.get("rt"), 100, 15_000, 15_000),
                within(wishes.get("tt"), 100, 15_000, 15_000),
                within(wishes.get("rc"), 0, 5, 1),
                reasons(wishes.get("rp", "ct")));
    }

    private static int within(String text, int least, int most, int otherwise) {
        if (text == null || !text.matches("\\d{1,6}")) {
            return otherwise;
        }
        return Math.clamp(Integer.parseInt(text), least, most);
    }

    private static Set<String> reasons(String list) {
        var reasons = new TreeSet<>(Arrays.asList(list.split(",")));
        if (reasons.contains("all")) {
            reasons.addAll(Set.of("ct", "rt", "4xx", "5xx"));
        }
        return reasons;
    }
}
