package callward.helpdesk;

import jakarta.persistence.EntityManager;

/** Sheets are taken in one after another: of two that overlap, each would wait for rows that the other has changed. */
final class ImportTurn {

    private ImportTurn() { }

    /** Waits for whoever takes in a sheet now; held until the transaction ends. An update, so that it is the transaction's own connection that holds it. */
    static void await(EntityManager entities) {
        entities.createNativeQuery("do $$ begin perform pg_advisory_xact_lock(hashtextextended('callward import', 0)); end $$").executeUpdate();
    }
}
