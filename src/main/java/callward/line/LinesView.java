package callward.line;

import callward.phone.PhoneNumber;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Our phone numbers and where each leads. */
@Named
@RequestScoped
public class LinesView {

    @Inject
    Lines lines;

    private List<Line> rows;

    @PostConstruct
    void load() {
        rows = lines.all();
    }

    public List<Line> getRows() {
        return rows;
    }

    /** A number as people write it, any other address as it is. */
    public String shown(String address) {
        return PhoneNumber.in(address).map(PhoneNumber::shown).orElse(address);
    }
}
