package callward.line;

import callward.access.Role;
import callward.access.SignedIn;
import callward.carrier.NumberShop;
import callward.phone.PhoneNumber;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.util.Faces;

/** Our phone numbers and where each leads. */
@Named
@RequestScoped
public class LinesView {

    @Inject
    Lines lines;
    @Inject
    NumberShop shop;
    @Inject
    SignedIn signedIn;

    private List<Line> rows;

    @PostConstruct
    void load() {
        rows = lines.all();
    }

    public List<Line> getRows() {
        return rows;
    }

    /** Others look, administrators change. */
    public boolean isEditable() {
        return signedIn.may(Role.ADMIN);
    }

    /** Key of the word for how far the carrier has come with it. */
    public String state(Line line) {
        if (!line.getAccount().equals(shop.accountSid())) {
            return "elsewhere";
        }
        return line.getProblem() != null ? "problem" : line.isWanted() ? "wanted" : "ready";
    }

    public String tone(Line line) {
        return switch (state(line)) {
            case "problem" -> "bad";
            case "wanted" -> "warn";
            case "ready" -> "good";
            default -> "quiet";
        };
    }

    /** A number as people write it, any other address as it is. */
    public String shown(String address) {
        return PhoneNumber.in(address).map(PhoneNumber::shown).orElse(address);
    }

    public String said(CarrierTrouble trouble) {
        return trouble == null ? "" : trouble.saying().in(Faces.getLocale());
    }
}
