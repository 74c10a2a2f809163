package callward.call;

import callward.flow.Remark;
import callward.flow.Verb;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a turn did inside, as pages and programs read it.
 *
 * @param steps      the script's steps that were entered, in order
 * @param learned    facts that were new or other than before, by name
 * @param passedOver telephones that a ringing step names and that were not rung
 * @param heard      what the caller heard, and what then happened to him, in order
 * @param asked      what was looked up on the way
 */
public record TurnRecord(List<String> steps, SortedMap<String, String> learned, List<PassedOver> passedOver, List<Heard> heard, List<Asked> asked) {

    /**
     * A telephone that was not rung.
     *
     * @param step  name of the step; null when no step names it
     * @param key   of the destination, as the step names it
     * @param label null when there is no such destination
     * @param why   NOT_THERE (deleted or switched off), IS_CALLER, OUT_OF_TIME, ANSWERED_BEFORE, CALLER_GONE; more may come
     */
    public record PassedOver(String step, String key, String label, String why) { }

    /**
     * One thing that the caller heard or that was done with him.
     *
     * @param kind    say, play, pause, gather, dial, record, redirect, hang-up or refuse
     * @param text    the words; a greeting's key; the telephones that ring; keys that end a recording; where he is sent
     * @param seconds how long at most, 0 where it has no length
     */
    public record Heard(String kind, String text, int seconds) { }

    /**
     * @param what   {@code who-calls}, {@code ticket-numbered} …
     * @param answer {@code known}, {@code unknown}, {@code targets} …
     * @param millis how long the answer took, milliseconds
     */
    public record Asked(String what, String answer, double millis) { }

    static TurnRecord of(TurnNotes notes) {
        return new TurnRecord(all(notes, Remark.Entered.class).map(Remark.Entered::step).toList(), new TreeMap<>(notes.learned()),
                all(notes, Remark.PassedOver.class).map(one -> new PassedOver(one.step(), one.key(), one.label(), one.why().name())).toList(),
                notes.heard().stream().flatMap(TurnRecord::heard).toList(),
                notes.asked().stream().map(one -> new Asked(one.what(), one.answer(), one.millis())).toList());
    }

    private static <T> Stream<T> all(TurnNotes notes, Class<T> kind) {
        return notes.remarks().stream().filter(kind::isInstance).map(kind::cast);
    }

    private static Stream<Heard> heard(Verb verb) {
        return switch (verb) {
            case Verb.Say say -> Stream.of(new Heard("say", say.text(), 0));
            case Verb.Play play -> Stream.of(new Heard("play", play.greeting(), 0));
            case Verb.Pause pause -> Stream.of(new Heard("pause", "", pause.seconds()));
            case Verb.Gather gather -> Stream.concat(gather.prompts().stream().flatMap(TurnRecord::heard),
                    Stream.of(new Heard("gather", gather.finishKey(), gather.seconds())));
            case Verb.Dial dial -> Stream.of(new Heard("dial", dial.targets().stream().map(Verb.Target::label).collect(Collectors.joining(", ")),
                    dial.seconds()));
            case Verb.Enqueue waiting -> Stream.concat(Stream.of(new Heard("enqueue", waiting.group(), waiting.seconds())),
                    Stream.concat(waiting.choices().stream(), waiting.music().stream()).flatMap(TurnRecord::heard));
            case Verb.Park waiting -> Stream.concat(Stream.of(new Heard("park", waiting.whom(), waiting.seconds())), waiting.heard().stream().flatMap(TurnRecord::heard));
            case Verb.Record recording -> Stream.of(new Heard("record", recording.finishKeys(), recording.maxSeconds()));
            case Verb.Redirect redirect -> Stream.of(new Heard("redirect", redirect.url().toString(), 0));
            case Verb.HangUp hangUp -> Stream.of(new Heard("hang-up", "", 0));
            case Verb.Refuse refuse -> Stream.of(new Heard("refuse", refuse.busy() ? "busy" : "", 0));
        };
    }
}
