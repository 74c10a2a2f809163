package callward.agent;

import callward.script.Known;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;

/** Telephones, as scripts name them. */
@ApplicationScoped
class KnownDevices implements Known {

    @Inject
    Devices devices;

    @Override
    public Thing thing() {
        return Thing.DESTINATION;
    }

    @Override
    public Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        for (Device device : devices.all()) {
            names.put(device.getKey(), device.getLabel());
        }
        return names;
    }
}
