package callward.notice;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** Mails that wait, with the reason, and those that are sent. */
@Named
@ViewScoped
public class OutboxView implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int SIZE = 25;
    private static final String AGAIN = "/outbox/index?faces-redirect=true";

    @Inject
    Outbox outbox;
    @Inject
    PostOffice office;
    @Inject
    MailCourier courier;

    private int page;
    private transient List<OutgoingMail> rows;
    private long total;
    private long waiting;

    public void load() {
        String asked = Faces.getRequestParameter("page");
        page = asked != null && asked.matches("\\d{1,6}") ? Integer.parseInt(asked) : 0;
        total = outbox.count();
        waiting = outbox.waiting();
    }

    public String tryAllNow() {
        outbox.tryAllNow();
        courier.soon();
        Messages.addFlashGlobalInfo("outbox.trying", waiting);
        return AGAIN;
    }

    /** The one whose button was pressed, by its id: rows change places between showing and pressing. */
    public String tryNow() {
        String chosen = Faces.getRequestParameter("now");
        if (chosen == null || !chosen.matches("\\d{1,18}") || !Faces.isPostback()) { // a link must not do it
            return null;
        }
        outbox.tryNow(Long.parseLong(chosen));
        courier.soon();
        Messages.addFlashGlobalInfo("outbox.trying", 1);
        return AGAIN;
    }

    /** Whether there is a mail server to bring them to. */
    public boolean isOpen() {
        return office.isOpen();
    }

    public List<OutgoingMail> getRows() {
        if (rows == null) {
            rows = outbox.page(page, SIZE);
        }
        return rows;
    }

    public long getTotal() {
        return total;
    }

    public long getWaiting() {
        return waiting;
    }

    public int getPage() {
        return page;
    }

    public int getSize() {
        return SIZE;
    }
}
