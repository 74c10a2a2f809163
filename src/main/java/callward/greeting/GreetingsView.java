package callward.greeting;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Everything that callers hear. */
@Named
@RequestScoped
public class GreetingsView {

    @Inject
    GreetingBook book;

    private List<Greeting> rows;

    @PostConstruct
    void load() {
        rows = book.all();
    }

    public List<Greeting> getRows() {
        return rows;
    }
}
