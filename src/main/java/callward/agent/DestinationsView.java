package callward.agent;

import callward.phone.PhoneNumber;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Every telephone that calls can be forwarded to, in the order people like. */
@Named
@RequestScoped
public class DestinationsView {

    private static final String AGAIN = "/destinations/index?faces-redirect=true";

    @Inject
    Devices devices;

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

    public String up(Device device) {
        devices.move(device.getKey(), true);
        return AGAIN;
    }

    public String down(Device device) {
        devices.move(device.getKey(), false);
        return AGAIN;
    }
}
