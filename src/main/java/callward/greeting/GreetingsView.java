package callward.greeting;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Messages;

/** Everything that callers hear, where, and what it weighs. */
@Named
@RequestScoped
public class GreetingsView {

    @Inject
    GreetingBook book;
    @Inject
    @Param(name = "gone")
    String gone;

    private List<Row> rows;
    private Greeting deleted;

    /** @param uses how many play it */
    public record Row(Greeting greeting, int uses) { }

    @PostConstruct
    void load() {
        Map<String, List<GreetingUsers.Use>> uses = book.uses(); // once for the page: each time every script is walked
        rows = book.all().stream().map(greeting -> new Row(greeting, uses.getOrDefault(greeting.getKey(), List.of()).size())).toList();
        deleted = gone == null ? null : book.deleted(gone).filter(was -> book.find(gone).isEmpty()).orElse(null);
    }

    public String undelete() {
        return book.undelete(gone).map(back -> {
            Messages.addFlashGlobalInfo("greetings.back", back.getName());
            return "/greetings/greeting?faces-redirect=true&key=" + back.getKey();
        }).orElse("/greetings/index?faces-redirect=true");
    }

    public List<Row> getRows() {
        return rows;
    }

    /** What was just deleted and can be had back, or null. */
    public Greeting getDeleted() {
        return deleted;
    }

    public String getWeight() {
        return Weight.of(book.bytes());
    }

    public boolean isAnySound() {
        return book.bytes() > 0;
    }
}
