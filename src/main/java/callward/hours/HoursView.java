package callward.hours;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** All calendars: open or closed now, and a button for the day on which that must be otherwise. */
@Named
@RequestScoped
public class HoursView {

    private static final String AGAIN = "/hours/index?faces-redirect=true";

    /** A calendar and what it says now. */
    public record Row(Calendar calendar, Outlook now) { }

    @Inject
    CalendarBook book;
    @Inject
    Outlooks outlooks;
    @Inject
    @Param(name = "close")
    String close;
    @Inject
    @Param(name = "open")
    String open;
    @Inject
    @Param(name = "release")
    String release;

    private List<Row> rows;

    public List<Row> getRows() {
        if (rows == null) {
            rows = book.all().stream().map(calendar -> new Row(calendar, outlooks.now(calendar, Faces.getLocale()))).toList();
        }
        return rows;
    }

    /** The one whose button was pressed, by its key. */
    public String switchNow() {
        String key = close != null ? close : open != null ? open : release;
        if (key == null || !Faces.isPostback() || book.find(key).isEmpty()) { // a link must not do it
            return null;
        }
        if (release != null) {
            Messages.addFlashGlobalInfo("hours.released", book.release(key).getName());
            return AGAIN;
        }
        Calendar calendar = book.find(key).orElseThrow();
        Instant until = outlooks.end(calendar, Faces.getRequestParameter("end-" + key));
        book.switchTo(key, open != null, until);
        Messages.addFlashGlobalInfo(open != null ? "hours.switchedOpen" : "hours.switchedClosed", calendar.getName());
        return AGAIN;
    }
}
