package callward.notice;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Messages;

/** Mails that wait, with the reason, and those that are sent. */
@Named
@RequestScoped
public class OutboxView {

    private static final int SIZE = 25;
    private static final String AGAIN = "/outbox/index?faces-redirect=true";

    @Inject
    Outbox outbox;
    @Inject
    PostOffice office;
    @Inject
    MailCourier courier;
    @Inject
    @Param(name = "page")
    Integer asked;

    private List<OutgoingMail> rows;
    private long total;
    private long waiting;

    @PostConstruct
    void load() {
        total = outbox.count();
        waiting = outbox.waiting();
        rows = outbox.page(getPage(), SIZE);
    }

    public String tryAllNow() {
        outbox.tryAllNow();
        courier.soon();
        Messages.addFlashGlobalInfo("outbox.trying", waiting);
        return AGAIN;
    }

    public String tryNow(long id) {
        outbox.tryNow(id);
        courier.soon();
        Messages.addFlashGlobalInfo("outbox.trying", 1);
        return AGAIN;
    }

    /** Whether there is a mail server to bring them to. */
    public boolean isOpen() {
        return office.isOpen();
    }

    public List<OutgoingMail> getRows() {
        return rows;
    }

    public long getTotal() {
        return total;
    }

    public long getWaiting() {
        return waiting;
    }

    public int getPage() {
        return asked == null ? 0 : Math.clamp(asked, 0, 1_000_000);
    }

    public int getSize() {
        return SIZE;
    }
}
