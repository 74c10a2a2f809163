package callward.voicemail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import callward.house.SameMoment;
import callward.house.TestDatabase;
import callward.house.TestEntities;
import callward.house.Wired;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two people make a mailbox of one key: one of them has it, the other is told so. */
class MailboxesTest {

    private final TestEntities entities = TestEntities.open();
    private final TestEntities others = TestEntities.open();
    private final Mailboxes mailboxes = Wired.with(entities.manager()).bean(Mailboxes.class);
    private final Mailboxes mailboxes2 = Wired.with(others.manager()).bean(Mailboxes.class);

    @BeforeEach
    void open() {
        TestDatabase.empty();
    }

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void who_writes_second_is_told_that_the_key_is_taken() {
        assertInstanceOf(KeyTaken.class, SameMoment.of(entities, () -> mailboxes.add("sales", "Sales", ""), others, () -> mailboxes2.save("sales", "Sales too", "")));
        assertEquals("Sales", TestDatabase.value("select name from callward.mailbox"));
    }

    @Test
    void who_makes_one_does_not_change_what_somebody_else_has_just_made() {
        entities.once(() -> mailboxes.add("sales", "Sales", ""));
        assertThrows(KeyTaken.class, () -> others.once(() -> mailboxes2.add("sales", "Sales too", "")));
        assertEquals("Sales", TestDatabase.value("select name from callward.mailbox"));
    }
}
