package callward.flow;

import callward.wording.Facts;
import callward.wording.Tongue;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A call that is offered to whoever has picked up, in words: which line it is for, who calls, what it is about, and what to press.
 *
 * @param kind   a caller who waits, one who is to be called back, or somebody who asks about one
 * @param facts  what is known of the call
 * @param accept how he is asked
 * @param tongue the script's; our words are English where we do not have its language
 */
public record Offer(Kind kind, Facts facts, Accept accept, Tongue tongue) {

    /** What taking it leads to. */
    public enum Kind {
        CALL, CALLBACK,
        /** Whoever talks to a caller asks about him. */
        ADVICE
    }

    private static final Map<String, Phrase> KEYS = Map.of("*", Phrase.STAR, "#", Phrase.HASH);

    public Offer {
        facts = facts == null ? Facts.NONE : facts;
        accept = accept == null ? Accept.ANY_KEY : accept;
        tongue = tongue == null ? Tongue.ENGLISH : tongue;
    }

    /** To whoever picks up one of the telephones that ring in a call. */
    public static Offer of(Steps steps, Progress progress) {
        RingRules rules = progress.hunt() == null ? null : progress.hunt().rules();
        return new Offer(Kind.CALL, progress.facts(), rules == null ? null : rules.accept(), steps.tongue());
    }

    /** He is asked. */
    public Whisper question() {
        Stream<Phrase> what = Stream.of(switch (kind) {
            case CALL -> Phrase.OFFERS_CALL;
            case CALLBACK -> Phrase.OFFERS_CALLBACK;
            case ADVICE -> Phrase.OFFERS_ADVICE;
        });
        return new Whisper.Ask(say(Stream.of(what, who(), about(), sent(), keys()).flatMap(phrases -> phrases)), accept);
    }

    /** A caller who was sent on, and has not come back from there. */
    private Stream<Phrase> sent() {
        return kind == Kind.CALL && knows("transfer.by") && !knows("transfer.back") ? Stream.of(Phrase.SENT_BY) : Stream.of();
    }

    /** He has pressed a key that means nothing. */
    public Whisper again() {
        return new Whisper.Ask(say(Stream.concat(Stream.of(Phrase.WRONG_KEY), keys())), accept);
    }

    /** He does not take it, or never said so. */
    public Whisper farewell() {
        return new Whisper.Farewell(List.of());
    }

    /** Somebody else was faster. */
    public Whisper taken() {
        return new Whisper.Farewell(say(Stream.of(Phrase.IS_TAKEN)));
    }

    /** Whoever was to be called back has not answered. */
    public Whisper unreached() {
        return new Whisper.Farewell(say(Stream.of(Phrase.IS_NOT_REACHED)));
    }

    /** Nobody waits any more. */
    public Whisper callerGone() {
        return new Whisper.Farewell(say(Stream.of(Phrase.CALLER_IS_GONE)));
    }

    private Stream<Phrase> who() {
        if (knows("customer.name")) {
            return Stream.of(kind != Kind.CALLBACK ? Phrase.FROM_CUSTOMER : Phrase.TO_CUSTOMER);
        }
        return !knows("caller.number") ? Stream.of() : Stream.of(kind != Kind.CALLBACK ? Phrase.FROM_NUMBER : Phrase.TO_NUMBER);
    }

    private Stream<Phrase> about() {
        return knows("ticket.number") ? Stream.of(Phrase.ABOUT_TICKET) : Stream.of();
    }

    private Stream<Phrase> keys() {
        Phrase any = kind == Kind.ADVICE ? Phrase.ANY_KEY_TALKS : Phrase.ANY_KEY_TAKES;
        Phrase takes = accept.acceptKey() == null ? any : Phrase.KEY_TAKES;
        return accept.declineKey() == null ? Stream.of(takes) : Stream.of(takes, Phrase.KEY_DECLINES);
    }

    private boolean knows(String fact) {
        return facts.get(fact).filter(value -> !value.isBlank()).isPresent();
    }

    /** In one piece, so that the voice makes no longer rests than a full stop's. */
    private List<Verb.Prompt> say(Stream<Phrase> phrases) {
        Facts known = facts.with("key.takes", key(accept.acceptKey())).with("key.declines", key(accept.declineKey()));
        List<Verb.Say> said = phrases.map(phrase -> phrase.in(tongue, known)).toList();
        return List.of(new Verb.Say(said.stream().map(Verb.Say::text).collect(Collectors.joining(" ")), said.getFirst().tongue()));
    }

    private String key(String key) {
        return key == null || !KEYS.containsKey(key) ? key : KEYS.get(key).in(tongue, Facts.NONE).text();
    }
}
