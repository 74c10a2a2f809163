package callward.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.omnifaces.util.Faces;

/** {@code /} is the desk. */
@Named
@RequestScoped
public class Home {

    public void go() {
        Faces.redirect(Faces.getRequestContextPath() + "/desk/");
    }
}
