package callward.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import callward.flow.Steps;
import callward.script.WhereUsed.Place;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WhereUsedTest {

    private static final DraftSteps CALLED = plays("jingle");
    private static final DraftSteps DRAFTED = DraftSteps.read("""
            {"first":"b","steps":[{"kind":"hang-up","id":"b","says":[{"greeting":"jingle"},{"greeting":"closed"},{"text":"Bye"}]}]}""");

    @Test
    void all_things_are_found_in_one_walk_whether_calls_come_there_or_only_a_draft_names_them() {
        Library library = new Library();
        WhereUsed whereUsed = new WhereUsed();
        whereUsed.scripts = library;
        assertEquals(Map.of("jingle", List.of(new Place(7, "Day", List.of("a", "b"), true)), "closed", List.of(new Place(7, "Day", List.of("b"), false))),
                whereUsed.all(Known.Thing.GREETING));
        assertEquals(1, library.walks);
        assertEquals(List.of(), whereUsed.of(Known.Thing.GREETING, "nowhere"));
        assertEquals(Map.of(), whereUsed.all(Known.Thing.MAILBOX));
    }

    private static DraftSteps plays(String greeting) {
        return DraftSteps.read("{\"first\":\"a\",\"steps\":[{\"kind\":\"hang-up\",\"id\":\"a\",\"says\":[{\"greeting\":\"" + greeting + "\"}]}]}");
    }

    /** One script, whose draft is ahead of what calls walk through. */
    private static final class Library extends Scripts {

        private int walks;

        @Override
        public List<Script> all() {
            walks++;
            Script script = new Script("Day", Instant.EPOCH) {
                @Override
                public Long getId() {
                    return 7L;
                }
            };
            script.publish(new ScriptRevision(script, 1, CALLED.finished(), Instant.EPOCH, null, null) {
                @Override
                public Long getId() {
                    return 70L;
                }
            });
            return List.of(script);
        }

        @Override
        public Steps steps(long revision) {
            return CALLED.finished();
        }

        @Override
        public ScriptDraft draft(long script) {
            return new ScriptDraft(script, DRAFTED, Instant.EPOCH, null);
        }
    }
}
