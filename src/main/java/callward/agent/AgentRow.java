package callward.agent;

import java.time.Instant;
import java.util.List;

/**
 * An agent, and whether he is rung at this moment.
 *
 * @param id            names him
 * @param name          as people call him
 * @param account       user name of his account; null for somebody who never signs in
 * @param phoneOn       false: none of his telephones is rung
 * @param reachable     rung with no desk open, too
 * @param wrapUpSeconds how long he is left alone after a talk, 0 to 600
 * @param outOfOffice   when he is not there; null when nothing is planned
 * @param deskOpen      whether he has a page of the console open
 * @param state         FREE, or why he would not be rung: OUT_OF_OFFICE, SWITCHED_OFF, SIGNED_OUT, NO_DEVICE, ON_A_CALL or WRAPPING_UP
 * @param until         when that reason ends by itself; null when it does not, or nobody knows
 * @param devices       his telephones, in the order in which they are rung
 */
public record AgentRow(long id, String name, String account, boolean phoneOn, boolean reachable, int wrapUpSeconds, Away outOfOffice, boolean deskOpen,
                       String state, Instant until, List<Telephone> devices) {

    static final String FREE = "FREE";

    /**
     * A time out of office.
     *
     * @param from   when it begins
     * @param to     when he is back; null: until he says so
     * @param reason for his colleagues; null for none
     */
    public record Away(Instant from, Instant to, String reason) { }

    /**
     * One of his telephones.
     *
     * @param key         what scripts call it
     * @param label       what people call it
     * @param address     what is rung: E.164, {@code sip:…} or {@code client:…}
     * @param ringSeconds how long it rings, 5 to 120
     * @param active      whether calls may ring it
     * @param accept      ASK: whoever answers presses a key; TRUSTED: answering is enough; null: as the group says that rings it
     */
    public record Telephone(String key, String label, String address, int ringSeconds, boolean active, Device.Accept accept) { }
}
