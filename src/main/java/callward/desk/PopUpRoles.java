package callward.desk;

import callward.access.Role;
import callward.settings.Setting;
import callward.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Locale;

/** Which roles the admin lets see who calls. */
@ApplicationScoped
class PopUpRoles {

    @Inject
    Settings settings;

    boolean include(Role role) {
        return Arrays.stream(settings.get(Setting.POP_UP_ROLES).orElse("").split(","))
                .anyMatch(name -> name.strip().toUpperCase(Locale.ROOT).equals(role.name()));
    }
}
