package callward.helpdesk;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.omnifaces.cdi.Param;

/** The list of customers, searched by name, company, mail or number. */
@Named
@RequestScoped
public class CustomersView {

    private static final int SIZE = 25;

    @Inject
    Customers customers;
    @Inject
    @Param(name = "q")
    String text;
    @Inject
    @Param(name = "page")
    Integer asked;

    private List<Customer> rows;
    private long total;
    private int page;

    @PostConstruct
    void load() {
        total = customers.count(text);
        page = asked == null ? 0 : Math.clamp(asked, 0, (int) Math.max(0, (total - 1) / SIZE));
        rows = customers.page(text, page, SIZE);
    }

    public List<Customer> getRows() {
        return rows;
    }

    public long getTotal() {
        return total;
    }

    public String getText() {
        return text;
    }

    public int getPage() {
        return page;
    }

    public int getSize() {
        return SIZE;
    }

    public String getQuery() {
        return text == null ? "" : "q=" + URLEncoder.encode(text, StandardCharsets.UTF_8) + "&";
    }
}
