package callward.setup;

import callward.access.Role;
import callward.access.SignedIn;
import callward.agent.Device;
import callward.agent.Devices;
import callward.line.Line;
import callward.line.Lines;
import callward.script.Scripts;
import callward.settings.CarrierAccounts;
import callward.settings.FirstSteps;
import callward.settings.Setting;
import callward.settings.Settings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What a company still needs before its callers are well served, until an administrator says that he has seen it. */
@Named
@RequestScoped
public class OpenPoints {

    /** @param key message key's end; @param path where it is seen to */
    public record Point(String key, String path, boolean done) { }

    @Inject
    Scripts scripts;
    @Inject
    Lines lines;
    @Inject
    Devices devices;
    @Inject
    CarrierAccounts accounts;
    @Inject
    Settings settings;
    @Inject
    FirstSteps firstSteps;
    @Inject
    SignedIn signedIn;

    private List<Point> all;

    public List<Point> getAll() {
        if (all == null) {
            all = List.of(new Point("script", "/scripts/", scripts.isAnyPublished()),
                    new Point("line", "/set-up/lines", lines.all().stream().anyMatch(OpenPoints::isReady)),
                    new Point("telephone", "/destinations/", devices.all().stream().anyMatch(Device::isActive)),
                    new Point("carrier", "/set-up/carrier", !accounts.current().simulated()),
                    new Point("url", "/set-up/carrier", settings.get(Setting.PUBLIC_URL).filter(url -> url.startsWith("https:")).isPresent()),
                    new Point("mail", "/set-up/mail", settings.get(Setting.SMTP_HOST).isPresent()));
        }
        return all;
    }

    public List<Point> getOpen() {
        return getAll().stream().filter(point -> !point.done()).toList();
    }

    /** For an administrator, as long as he wants to see them. */
    public boolean isShown() {
        return signedIn.may(Role.ADMIN) && firstSteps.isOpen() && !getOpen().isEmpty();
    }

    private static boolean isReady(Line line) {
        return line.getCarrierSid() != null && line.getProblem() == null;
    }
}
