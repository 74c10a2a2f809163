package callward.simulator;

import java.time.Duration;

/** Speaks, plays and pauses, on its own or inside a {@code <Gather>}; answers with the event that cut it short, or null. */
final class Prompter {

    private static final int LONGEST_TEXT = 4096;
    private static final int ENDLESS = 1000;
    /** More repetitions than this take their time even where speaking takes none. */
    private static final int FEW = 10;
    private static final double USUAL_RATE = 14;

    private final LiveLeg leg;

    Prompter(LiveLeg leg) {
        this.leg = leg;
    }

    LegEvent say(TwimlVerb verb, Ears ears) throws CallBreak, InterruptedException {
        var text = Spoken.tidy(verb.text());
        if (text.isEmpty() || text.length() > LONGEST_TEXT) {
            leg.exchange.alert(13520, text.isEmpty() ? "<Say> without text" : "<Say> with " + text.length() + " characters", leg.call, null);
            return null;
        }
        var length = Spoken.length(text, leg.exchange.habits.speechRate());
        return repeat(verb, Spoken.length(text, USUAL_RATE), ears, () -> {
            int line = leg.call.note(Heard.Kind.SPEECH, text, verb.get("voice", "man"), verb.get("language", "en-US"));
            return leg.listen(length, line, ears);
        });
    }

    LegEvent play(TwimlVerb verb, TwimlDocument document, Ears ears) throws CallBreak, InterruptedException {
        if (verb.has("digits")) {
            leg.call.note(Heard.Kind.KEYS, verb.get("digits", ""));
        }
        if (verb.content().isEmpty()) {
            return null;
        }
        var url = leg.address(document, verb.content());
        var file = file(url);
        if (file == null) {
            return null;
        }
        var length = PlayedFile.length(file);
        var waited = leg.exchange.habits.speechRate() == 0 ? Duration.ZERO : length;
        return repeat(verb, length, ears, () -> leg.listen(waited, leg.call.note(Heard.Kind.SOUND, url), ears));
    }

    private WebhookAnswer file(String url) throws InterruptedException {
        try {
            var file = leg.exchange.webhooks.send(WebhookRequest.file(leg.call.sid, url));
            if (PlayedFile.TYPES.contains(file.mediaType())) {
                return file;
            }
            leg.exchange.alert(13420, "content type " + file.mediaType() + " cannot be played", leg.call, url);
        } catch (WebhookFailed failure) {
            leg.exchange.alert(failure.code, failure.getMessage(), leg.call, url);
        }
        return null;
    }

    LegEvent pause(TwimlVerb verb, Ears ears) throws CallBreak, InterruptedException {
        return leg.listen(Duration.ofSeconds(verb.number("length", 1)), Integer.MAX_VALUE, ears);
    }

    private LegEvent repeat(TwimlVerb verb, Duration usualLength, Ears ears, Round round) throws CallBreak, InterruptedException {
        int loop = verb.number("loop", 1);
        int rounds = loop == 0 ? ENDLESS : loop;
        LegEvent cut = null;
        for (int i = 0; i < rounds && cut == null; i++) {
            cut = round.play();
            if (cut == null && rounds > FEW && leg.exchange.habits.speechRate() == 0) {
                cut = leg.listen(usualLength.plusMillis(100), Integer.MAX_VALUE, ears);
            }
        }
        return cut;
    }

    /** One time through. */
    private interface Round {
        LegEvent play() throws CallBreak, InterruptedException;
    }
}
