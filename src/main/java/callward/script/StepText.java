package callward.script;

import callward.flow.Ask;
import callward.flow.ByTime;
import callward.flow.Greet;
import callward.flow.HandOver;
import callward.flow.HangUp;
import callward.flow.Hold;
import callward.flow.Menu;
import callward.flow.Reject;
import callward.flow.Ring;
import callward.flow.RingGroup;
import callward.flow.SendText;
import callward.flow.Step;
import callward.flow.Steps;
import callward.flow.TakeMessage;
import callward.flow.Utterance;
import callward.script.Leads.Lead;
import java.util.ArrayList;
import java.util.List;

/**
 * A step in words. Keys are of the message bundle: the page finds them in its reader's language.
 *
 * @param kind   {@code menu}, {@code take-message} …
 * @param says   what the caller hears first
 * @param facts  its settings
 * @param leads  where it goes on
 * @param number its place in the list, from 1
 */
public record StepText(int number, String id, String kind, String icon, List<Said> says, List<Fact> facts, List<Lead> leads) {

    /** Words, or a greeting by its key. @param again null, or the key of the occasion on which it is heard later */
    public record Said(String again, String words, String greeting) { }

    /** A setting of a step. */
    public record Fact(String key, String value) { }

    static List<StepText> all(Steps steps) {
        List<Step> order = new ArrayList<>();
        steps.get(steps.first()).ifPresent(order::add);
        steps.steps().stream().filter(step -> !step.id().equals(steps.first())).forEach(order::add);
        List<StepText> texts = new ArrayList<>();
        order.forEach(step -> texts.add(new Writer(steps).write(texts.size() + 1, step)));
        return texts;
    }

    private static final class Writer {

        private final Steps steps;
        private final List<Said> says = new ArrayList<>();
        private final List<Fact> facts = new ArrayList<>();

        Writer(Steps steps) {
            this.steps = steps;
        }

        StepText write(int number, Step step) {
            switch (step) {
                case Greet greet -> greet(greet);
                case Menu menu -> menu(menu);
                case Ask ask -> ask(ask);
                case Ring ring -> ring(ring);
                case Hold hold -> hold(hold);
                case RingGroup ring -> ringGroup(ring);
                case TakeMessage message -> message(message);
                case ByTime byTime -> byTime(byTime);
                case SendText text -> text(text);
                case HandOver handOver -> handOver(handOver);
                case HangUp hangUp -> hangUp(hangUp);
                case Reject reject -> reject(reject);
            }
            return new StepText(number, step.id(), StepIcon.key(step.getClass()), StepIcon.of(step.getClass()), says, facts,
                    Leads.of(StepsJson.tree(step), target -> steps.get(target).isPresent()));
        }

        private void greet(Greet greet) {
            heard(null, greet.says());
        }

        private void menu(Menu menu) {
            heard(null, menu.says());
            heard("sorry", menu.sorry());
            fact("seconds", menu.seconds());
            fact("tries", menu.tries());
        }

        private void ask(Ask ask) {
            heard(null, ask.says());
            heard("sorry", ask.sorry());
            facts.add(new Fact("name", ask.name()));
            facts.add(new Fact("digits", ask.minDigits() == ask.maxDigits() ? Integer.toString(ask.maxDigits())
                    : ask.minDigits() + "–" + ask.maxDigits()));
            facts.add(new Fact("finishKey", ask.finishKey()));
            fact("tries", ask.tries());
        }

        private void ring(Ring ring) {
            heard(null, ring.says());
            facts.add(new Fact("destinations", String.join(", ", ring.destinations())));
            fact("secondsEach", ring.secondsEach());
            fact("secondsTotal", ring.secondsTotal());
        }

        private void ringGroup(RingGroup ring) {
            heard(null, ring.says());
            facts.add(new Fact("group", ring.group()));
        }

        private void hold(Hold hold) {
            heard(null, hold.says());
            facts.add(new Fact("group", hold.group()));
            if (hold.callback()) {
                facts.add(new Fact("callbackKey", hold.callbackKey()));
            }
        }

        private void message(TakeMessage message) {
            heard(null, message.says());
            heard("thanks", message.thanks());
            facts.add(new Fact("mailbox", message.mailbox()));
            fact("maxSeconds", message.maxSeconds());
            facts.add(new Fact("finishKey", message.finishKeys()));
        }

        private void byTime(ByTime byTime) {
            facts.add(new Fact("calendar", byTime.calendar()));
        }

        private void text(SendText text) {
            says.add(new Said("texted", text.text(), null));
        }

        private void handOver(HandOver handOver) {
            facts.add(new Fact("url", handOver.url().toString()));
        }

        private void hangUp(HangUp hangUp) {
            heard(null, hangUp.says());
        }

        private void reject(Reject reject) {
            facts.add(new Fact("signal", reject.busy() ? "busy" : "rejected"));
        }

        private void heard(String again, List<Utterance> utterances) {
            for (Utterance utterance : utterances) {
                says.add(switch (utterance) {
                    case Utterance.Words words -> new Said(again, words.text(), null);
                    case Utterance.Sound sound -> new Said(again, null, sound.greeting());
                });
            }
        }

        /** 0 stands for the step's default, which is not worth a word. */
        private void fact(String key, int value) {
            if (value > 0) {
                facts.add(new Fact(key, Integer.toString(value)));
            }
        }
    }
}
