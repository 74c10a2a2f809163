package callward.agent;

import callward.phone.PhoneNumber;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

/** Every telephone that calls can be forwarded to, in the order people like. */
@Named
@RequestScoped
public class DestinationsView {

    private static final String AGAIN = "/destinations/index?faces-redirect=true";

    @Inject
    Devices devices;
    @Inject
    @Param(name = "up")
    String up;
    @Inject
    @Param(name = "down")
    String down;

    private List<Device> rows;

    @PostConstruct
    void load() {
        rows = devices.all();
    }

    public List<Device> getRows() {
        return rows;
    }

    /** A number as people write it, any other address as it is. */
    public String address(Device device) {
        return device.getDestination() instanceof PhoneNumber number ? number.shown() : device.getDestination().address();
    }

    /** The one whose button was pressed, by its key: rows change places between showing and pressing. */
    public String move() {
        if (up == null && down == null || !Faces.isPostback()) { // a link must not do it
            return null;
        }
        devices.move(up == null ? down : up, up != null);
        return AGAIN;
    }
}
