package callward.script;

import callward.flow.Ask;
import callward.flow.ByTime;
import callward.flow.Greet;
import callward.flow.HandOver;
import callward.flow.HangUp;
import callward.flow.Menu;
import callward.flow.Reject;
import callward.flow.Ring;
import callward.flow.SendText;
import callward.flow.Step;
import callward.flow.Steps;
import callward.flow.TakeMessage;
import callward.flow.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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

    /** @param pressed the key on the telephone, null when it is not a choice; @param target null: the call ends politely; @param known whether there is such a step */
    public record Lead(String key, String pressed, String words, String target, boolean known) { }

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
        private final List<Lead> leads = new ArrayList<>();

        Writer(Steps steps) {
            this.steps = steps;
        }

        StepText write(int number, Step step) {
            String icon = switch (step) {
                case Greet greet -> greet(greet);
                case Menu menu -> menu(menu);
                case Ask ask -> ask(ask);
                case Ring ring -> ring(ring);
                case TakeMessage message -> message(message);
                case ByTime byTime -> byTime(byTime);
                case SendText text -> text(text);
                case HandOver handOver -> handOver(handOver);
                case HangUp hangUp -> hangUp(hangUp);
                case Reject reject -> reject(reject);
            };
            String kind = step.getClass().getSimpleName();
            return new StepText(number, step.id(), kind.substring(0, 1).toLowerCase(Locale.ROOT) + kind.substring(1), icon, says, facts, leads);
        }

        private String greet(Greet greet) {
            heard(null, greet.says());
            lead("then", greet.next());
            return "pi-volume-up";
        }

        private String menu(Menu menu) {
            heard(null, menu.says());
            heard("sorry", menu.sorry());
            fact("seconds", menu.seconds());
            fact("tries", menu.tries());
            menu.choices().forEach(choice -> leads.add(new Lead("pressed", choice.key(),
                    menu.speech() ? String.join(", ", choice.words()) : "", choice.next(), known(choice.next()))));
            lead("noChoice", menu.otherwise());
            return "pi-list";
        }

        private String ask(Ask ask) {
            heard(null, ask.says());
            heard("sorry", ask.sorry());
            facts.add(new Fact("name", ask.name()));
            facts.add(new Fact("digits", ask.minDigits() == ask.maxDigits() ? Integer.toString(ask.maxDigits())
                    : ask.minDigits() + "–" + ask.maxDigits()));
            facts.add(new Fact("finishKey", ask.finishKey()));
            fact("tries", ask.tries());
            lead(ask.check() == Ask.Check.TICKET ? "ticketFound" : "given", ask.next());
            lead(ask.check() == Ask.Check.TICKET ? "noTicket" : "noneGiven", ask.otherwise());
            return "pi-hashtag";
        }

        private String ring(Ring ring) {
            heard(null, ring.says());
            facts.add(new Fact("destinations", String.join(", ", ring.destinations())));
            fact("secondsEach", ring.secondsEach());
            fact("secondsTotal", ring.secondsTotal());
            lead("unanswered", ring.unanswered());
            return "pi-phone";
        }

        private String message(TakeMessage message) {
            heard(null, message.says());
            heard("thanks", message.thanks());
            facts.add(new Fact("mailbox", message.mailbox()));
            fact("maxSeconds", message.maxSeconds());
            facts.add(new Fact("finishKey", message.finishKeys()));
            return "pi-inbox";
        }

        private String byTime(ByTime byTime) {
            facts.add(new Fact("calendar", byTime.calendar()));
            lead("open", byTime.open());
            lead("closed", byTime.closed());
            return "pi-clock";
        }

        private String text(SendText text) {
            says.add(new Said("texted", text.text(), null));
            lead("then", text.next());
            return "pi-comment";
        }

        private String handOver(HandOver handOver) {
            facts.add(new Fact("url", handOver.url().toString()));
            lead("back", handOver.next());
            return "pi-share-alt";
        }

        private String hangUp(HangUp hangUp) {
            heard(null, hangUp.says());
            return "pi-stop-circle";
        }

        private String reject(Reject reject) {
            facts.add(new Fact("signal", reject.busy() ? "busy" : "rejected"));
            return "pi-ban";
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

        private void lead(String key, String target) {
            leads.add(new Lead(key, null, "", target, known(target)));
        }

        private boolean known(String target) {
            return target != null && steps.get(target).isPresent();
        }
    }
}
