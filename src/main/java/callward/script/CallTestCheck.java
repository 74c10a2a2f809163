package callward.script;

import callward.phone.Destination;
import callward.phone.PhoneNumber;
import callward.script.CallTest.GivenTelephone;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a call test may say: refuses nonsense with the field it stands in, so that a test can never be green by accident. */
final class CallTestCheck {

    private static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_DOCUMENT = 200_000;
    private static final int LONGEST_MESSAGE = 3600;

    private CallTestCheck() { }

    static String name(String name) {
        if (name == null || name.isBlank() || name.strip().length() > CallTests.LONGEST_NAME) {
            throw ScriptRefused.wrong("name", "calltest.nameWrong", CallTests.LONGEST_NAME);
        }
        return name.strip();
    }

    static CallTest checked(CallTest test) {
        if (test == null) {
            throw ScriptRefused.wrong("test", "calltest.missing");
        }
        if (test.caller() != null && PhoneNumber.in(test.caller()).isEmpty()) {
            throw ScriptRefused.wrong("test.caller", "calltest.callerWrong", test.caller());
        }
        telephones(test.given().destinations());
        if (test.given().groups().stream().anyMatch(group -> group.key() == null || group.key().isBlank())) {
            throw ScriptRefused.wrong("test.given.groups", "calltest.groupWrong");
        }
        if (test.given().tickets().stream().anyMatch(ticket -> ticket.getOrDefault("ticket.number", "").isBlank())) {
            throw ScriptRefused.wrong("test.given.tickets", "calltest.ticketWrong");
        }
        if (test.moves().size() > CallTest.MOST_MOVES) {
            throw ScriptRefused.wrong("test.moves", "calltest.tooLong", CallTest.MOST_MOVES);
        }
        for (int i = 0; i < test.moves().size(); i++) {
            move(i, test.moves().get(i));
        }
        if (StepsJson.write(test).length() > LONGEST_DOCUMENT) {
            throw ScriptRefused.wrong("test", "calltest.tooLarge", LONGEST_DOCUMENT);
        }
        return test;
    }

    private static void telephones(List<GivenTelephone> telephones) {
        Set<String> keys = new HashSet<>();
        for (GivenTelephone telephone : telephones) {
            boolean fine = telephone.key() != null && !telephone.key().isBlank() && keys.add(telephone.key()) && isAddress(telephone.address())
                    && (telephone.seconds() == null || telephone.seconds() >= 5 && telephone.seconds() <= 600);
            if (!fine) {
                throw ScriptRefused.wrong("test.given.destinations", "calltest.telephoneWrong", telephone.key());
            }
        }
    }

    private static boolean isAddress(String address) {
        try {
            return address == null || Destination.of(address) != null;
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private static void move(int place, Move move) {
        switch (move) {
            case Move.Hears hears -> words(place, hears.words());
            case Move.GetsText text -> words(place, text.words());
            case Move.Says says -> words(place, says.words());
            case Move.Presses presses -> {
                if (presses.keys() == null || !presses.keys().matches("[0-9*#]{1,50}")) {
                    throw wrong(place, "keys", "calltest.keysWrong");
                }
            }
            case Move.Rings rings -> {
                if (rings.destinations().isEmpty() || rings.destinations().stream().anyMatch(String::isBlank)) {
                    throw wrong(place, "destinations", "calltest.ringsWrong");
                }
            }
            case Move.LeavesMessage message -> {
                if (message.seconds() < 0 || message.seconds() > LONGEST_MESSAGE) {
                    throw wrong(place, "seconds", "calltest.secondsWrong");
                }
            }
            case Move.StaysSilent nothing -> { }
            case Move.NobodyAnswers nothing -> { }
            case Move.IsBusy nothing -> { }
            case Move.IsAnswered nothing -> { }
            case Move.Declines nothing -> { }
            case Move.PicksUpInSilence nothing -> { }
            case Move.ComesBack nothing -> { }
            case Move.HangsUp nothing -> { }
        }
    }

    /** Words of which nothing is left to be compared would be heard everywhere. */
    private static void words(int place, String words) {
        if (CallTestRun.plain(words).isEmpty() || words.length() > LONGEST_TEXT) {
            throw wrong(place, "words", "calltest.wordsWrong");
        }
    }

    private static ScriptRefused wrong(int place, String field, String key) {
        return ScriptRefused.wrong("test.moves[" + place + "]." + field, key, place + 1);
    }
}
