package callward.flow;

import java.util.List;

/** Where somebody who talks to a caller sends him. */
public sealed interface TransferTo {

    /** What people call it. */
    String label();

    /**
     * Somebody's telephones, or a number.
     *
     * @param telephones keys of the company's list, or addresses, the first one first
     */
    record ToTelephones(String label, List<String> telephones) implements TransferTo {
        public ToTelephones {
            telephones = Bounds.list(telephones);
        }
    }

    /** @param group key of the group that is rung for him */
    record ToGroup(String label, String group) implements TransferTo { }

    /** @param mailbox key of the mailbox that he may leave a message in */
    record ToMailbox(String label, String mailbox) implements TransferTo { }
}
