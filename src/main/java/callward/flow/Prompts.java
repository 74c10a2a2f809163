package callward.flow;

import callward.wording.Facts;
import callward.wording.Sentences;
import callward.wording.Tongue;
import callward.wording.Wording;
import java.util.ArrayList;
import java.util.List;

/** Makes what a caller hears out of what an author wrote. */
final class Prompts {

    /** Characters of one reply: the carrier takes 64 kB, and nobody listens to more. */
    static final int REPLY = 16_000;
    /** The carrier's limit for one spoken text. */
    private static final int SAY = 4096;

    private Prompts() { }

    /** @param most characters that may still be spoken; what is beyond is left out */
    static List<Verb.Prompt> of(List<Utterance> says, Facts facts, Tongue tongue, int most) {
        List<Verb.Prompt> prompts = new ArrayList<>();
        int left = most;
        for (Utterance utterance : says) {
            for (Verb.Prompt prompt : of(utterance, facts, tongue)) {
                left -= length(List.of(prompt));
                if (left >= 0) {
                    prompts.add(prompt);
                }
            }
        }
        return prompts;
    }

    private static List<? extends Verb.Prompt> of(Utterance utterance, Facts facts, Tongue tongue) {
        return switch (utterance) {
            case Utterance.Words words -> Sentences.upTo(SAY, Wording.of(words.text()).spoken(facts, tongue)).stream()
                    .map(text -> new Verb.Say(text, tongue)).toList();
            case Utterance.Sound sound -> List.of(new Verb.Play(sound.greeting(), facts, tongue));
        };
    }

    static int length(List<? extends Verb> verbs) {
        return verbs.stream().mapToInt(verb -> verb instanceof Verb.Say say ? say.text().length() : 0).sum();
    }
}
