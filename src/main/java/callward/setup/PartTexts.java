package callward.setup;

import callward.settings.Saying;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.ResourceBundle;

/** What a part is called and what it is good for. A room may bring a part whose words nobody has written yet. */
@Named
@RequestScoped
public class PartTexts {

    public String name(String part) {
        return text("part." + part, part);
    }

    public String purpose(String part) {
        return text("part." + part + ".purpose", "");
    }

    public String reason(Saying reason) {
        return reason.in(FacesContext.getCurrentInstance().getViewRoot().getLocale());
    }

    private static String text(String key, String otherwise) {
        ResourceBundle texts = ResourceBundle.getBundle("callward.messages", FacesContext.getCurrentInstance().getViewRoot().getLocale());
        return texts.containsKey(key) ? texts.getString(key) : otherwise;
    }
}
