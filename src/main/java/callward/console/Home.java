package callward.console;

import callward.access.Role;
import callward.access.SignedIn;
import callward.settings.FirstSteps;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Faces;

/** {@code /} is the desk; while a company is being set up, an administrator goes on with that. */
@Named
@RequestScoped
public class Home {

    @Inject
    SignedIn signedIn;
    @Inject
    FirstSteps firstSteps;

    public void go() {
        boolean settingUp = signedIn.may(Role.ADMIN) && firstSteps.isOpen();
        Faces.redirect(Faces.getRequestContextPath() + (settingUp ? "/set-up/company" : "/desk/"));
    }
}
