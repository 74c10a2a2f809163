package callward.outgoing;

/**
 * A call that somebody wants to make; at least one of number, customer, ticket and call says to whom.
 *
 * @param to       the number, with its country code or as people of the company's country write it; may be left out for the customer's first one, or the other
 *                 side of the call
 * @param line     id of the line whose number is shown; may be left out for the one that the call came in on, else the one that was used last
 * @param device   key of one's own telephone that rings first; may be left out for the first one that is switched on
 * @param customer his id in our own helpdesk; may be left out
 * @param ticket   number of the ticket that it is about; may be left out
 * @param call     SID of a call that is called back; may be left out
 */
public record Wanted(String to, Long line, String device, Long customer, String ticket, String call) {

    public Wanted {
        to = to == null || to.isBlank() ? null : to.strip();
        device = device == null || device.isBlank() ? null : device;
        ticket = ticket == null || ticket.isBlank() ? null : ticket.strip();
        call = call == null || call.isBlank() ? null : call;
    }

    Wanted back(String sid) {
        return new Wanted(to, line, device, customer, ticket, sid);
    }
}
