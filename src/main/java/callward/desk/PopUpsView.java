package callward.desk;

import callward.access.Role;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.omnifaces.util.Messages;

/** Who gets which pop-up: one box to tick for each kind and role. */
@Named
@RequestScoped
public class PopUpsView {

    @Inject
    PopUpRules rules;

    private Map<PopUpKind, Set<Role>> now;

    public PopUpKind[] getKinds() {
        return PopUpKind.values();
    }

    public Role[] getRoles() {
        return Role.values();
    }

    public boolean isOn(PopUpKind kind, Role role) {
        if (now == null) {
            now = rules.now();
        }
        return now.get(kind).contains(role);
    }

    /** Boxes that are not ticked are not sent. */
    public String save() {
        Map<String, String[]> sent = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterValuesMap();
        Map<PopUpKind, Set<Role>> wanted = new EnumMap<>(PopUpKind.class);
        for (PopUpKind kind : PopUpKind.values()) {
            List<String> ticked = Arrays.asList(sent.getOrDefault(kind.name(), new String[0]));
            Set<Role> roles = EnumSet.noneOf(Role.class);
            Arrays.stream(Role.values()).filter(role -> ticked.contains(role.name())).forEach(roles::add);
            wanted.put(kind, roles);
        }
        rules.change(wanted);
        Messages.addFlashGlobalInfo("popUps.saved");
        return "/settings/pop-ups?faces-redirect=true";
    }
}
