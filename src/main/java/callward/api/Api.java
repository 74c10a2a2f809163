package callward.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The REST API: the resources of all rooms, one gate, one way to write JSON, one way to say no. */
@ApplicationPath("/api/v1")
public class Api extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        Set<Class<?>> classes = new HashSet<>(ApiResources.all());
        classes.addAll(List.of(Creation.class, Gate.class, JsonBody.class, Problems.class, Wholeness.class));
        return classes;
    }

    /** Jersey finds the server's own JSON libraries by itself and describes us by WADL: neither is wanted. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.disableJsonBinding", true, "jersey.config.disableMoxyJson", true,
                "jersey.config.disableAutoDiscovery", true, "jersey.config.server.wadl.disableWadl", true);
    }
}
