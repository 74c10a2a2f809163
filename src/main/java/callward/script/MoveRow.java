package callward.script;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A line of a call test in the hands of somebody who edits it: its kind may change, what was typed stays. */
public class MoveRow implements Serializable {

    static final List<String> KINDS = List.of("hears", "presses", "says", "stays-silent", "rings", "nobody-answers", "is-busy", "is-answered",
            "declines", "picks-up-in-silence", "leaves-message", "gets-text", "hangs-up", "comes-back");
    private static final Set<String> WITH_TEXT = Set.of("hears", "gets-text", "presses", "says", "rings", "is-answered", "declines",
            "picks-up-in-silence", "leaves-message");
    private static final long serialVersionUID = 1L;

    private String kind = "hears";
    private String text;
    private Integer seconds = 10;
    private boolean hangsUp;

    static MoveRow of(Move move) {
        MoveRow row = new MoveRow();
        row.kind = move.kind();
        row.text = switch (move) {
            case Move.Hears hears -> hears.words();
            case Move.GetsText texted -> texted.words();
            case Move.Rings rings -> String.join(", ", rings.destinations());
            case Move.Presses presses -> presses.keys();
            case Move.Says says -> says.words();
            case Move.IsAnswered answered -> answered.by();
            case Move.Declines declined -> declined.by();
            case Move.PicksUpInSilence silent -> silent.by();
            case Move.LeavesMessage message -> message.mailbox();
            default -> null;
        };
        if (move instanceof Move.LeavesMessage message) {
            row.seconds = message.seconds();
            row.hangsUp = message.hangsUp();
        }
        return row;
    }

    Move move() {
        String typed = text == null || text.isBlank() ? null : text.strip();
        return switch (kind) {
            case "hears" -> new Move.Hears(typed);
            case "gets-text" -> new Move.GetsText(typed);
            case "rings" -> new Move.Rings(typed == null ? List.of() : Arrays.stream(typed.split("[,;\\s]+")).filter(key -> !key.isEmpty()).toList());
            case "presses" -> new Move.Presses(typed);
            case "says" -> new Move.Says(typed);
            case "stays-silent" -> new Move.StaysSilent();
            case "nobody-answers" -> new Move.NobodyAnswers();
            case "is-busy" -> new Move.IsBusy();
            case "is-answered" -> new Move.IsAnswered(typed);
            case "declines" -> new Move.Declines(typed);
            case "picks-up-in-silence" -> new Move.PicksUpInSilence(typed);
            case "leaves-message" -> new Move.LeavesMessage(typed, seconds, hangsUp);
            case "comes-back" -> new Move.ComesBack();
            default -> new Move.HangsUp();
        };
    }

    public boolean isWithText() {
        return WITH_TEXT.contains(kind);
    }

    public boolean isWithSeconds() {
        return kind.equals("leaves-message");
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = KINDS.contains(kind) ? kind : "hears";
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public Integer getSeconds() {
        return seconds;
    }

    public void setSeconds(Integer seconds) {
        this.seconds = seconds;
    }

    public boolean isHangsUp() {
        return hangsUp;
    }

    public void setHangsUp(boolean hangsUp) {
        this.hangsUp = hangsUp;
    }
}
