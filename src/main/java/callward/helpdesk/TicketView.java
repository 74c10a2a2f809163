package callward.helpdesk;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** One ticket: what it is about and whose it is. */
@Named
@ViewScoped
public class TicketView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int OFFERED = 8;

    @Inject
    Tickets tickets;
    @Inject
    Customers customers;

    private Ticket ticket = new Ticket();
    private Map<String, String> seen;
    private String number;
    private String url;

    public void load() {
        String asked = Faces.getRequestParameter("number");
        if (asked == null) {
            String customer = Faces.getRequestParameter("customer");
            if (customer != null && customer.matches("\\d{1,18}")) {
                customers.find(Long.parseLong(customer)).ifPresent(ticket::setCustomer);
            }
            return;
        }
        Optional<Ticket> found = tickets.numbered(asked);
        if (found.isEmpty()) {
            Faces.responseSendError(404, "no such ticket");
            return;
        }
        ticket = found.get();
        seen = ticket.content();
        number = ticket.getNumber();
        url = ticket.getUrl();
    }

    public String save() {
        if (!takeNumber() | !takeUrl()) {
            return null;
        }
        try {
            ticket = isNew() ? tickets.save(ticket) : tickets.save(ticket, seen);
        } catch (ChangedMeanwhile e) {
            Messages.addGlobalError("ticket.changedMeanwhile");
            return null;
        } catch (NumberTaken addedMeanwhile) {
            Messages.addError("ticket:number", "ticket.numberTaken", ticket.getNumber());
            return null;
        }
        seen = ticket.content(); // the same page may be sent twice
        Messages.addFlashGlobalInfo("ticket.saved", ticket.getNumber());
        return "/tickets/ticket?faces-redirect=true&number=" + ticket.getNumber();
    }

    public String delete() {
        try {
            tickets.delete(ticket.getNumber(), seen);
        } catch (ChangedMeanwhile e) {
            Messages.addGlobalError("ticket.lookAgain");
            return null;
        }
        Messages.addFlashGlobalInfo("ticket.deleted", ticket.getNumber());
        return "/tickets/index?faces-redirect=true";
    }

    /** For the field that finds a customer while one types. */
    public List<Customer> offer(String text) {
        return customers.page(text, 0, OFFERED);
    }

    public boolean isNew() {
        return ticket.getId() == null;
    }

    public Ticket getTicket() {
        return ticket;
    }

    public Ticket.State[] getStates() {
        return Ticket.State.values();
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public String getUrl() {
        return url;
    }

    public void setUrl(String url) {
        this.url = url;
    }

    private boolean takeNumber() {
        try {
            ticket.setNumber(number);
        } catch (IllegalArgumentException e) {
            Messages.addError("ticket:number", "ticket.numberWrong");
            return false;
        }
        if (tickets.numbered(ticket.getNumber()).filter(other -> !other.getId().equals(ticket.getId())).isPresent()) {
            Messages.addError("ticket:number", "ticket.numberTaken", ticket.getNumber());
            return false;
        }
        return true;
    }

    private boolean takeUrl() {
        try {
            ticket.setUrl(url);
            return true;
        } catch (IllegalArgumentException e) {
            Messages.addError("ticket:url", "form.urlWrong");
            return false;
        }
    }
}
