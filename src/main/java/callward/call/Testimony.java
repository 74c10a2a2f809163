package callward.call;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something that happened because of a call, beside its webhooks.
 *
 * @param at      when it happened
 * @param kind    {@code pop-up-shown}, {@code pop-up-unseen}, {@code pop-up-opened}, {@code message}, {@code message-heard}, {@code
 *                mail-waits}, {@code mail-sent}, {@code text-waits}, {@code text-sent}, {@code text-refused}; more may come
 * @param about   who or what, in words
 * @param facts   more of it, by name
 * @param problem what went wrong, null when nothing did
 * @param link    a page of ours, null when there is none
 * @param sound   where its sound can be played, below our origin; null when there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Testimony(Instant at, String kind, String about, SortedMap<String, String> facts, String problem, String link, String sound) {

    public Testimony(Instant at, String kind, String about, Map<String, String> facts) {
        this(at, kind, about, new TreeMap<>(facts), null, null, null);
    }
}
