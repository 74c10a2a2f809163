package callward.group;

import callward.script.Known;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;

/** Groups, as scripts name them. */
@ApplicationScoped
class KnownGroups implements Known {

    @Inject
    GroupBook book;

    @Override
    public Thing thing() {
        return Thing.GROUP;
    }

    @Override
    public Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        book.all().forEach(group -> names.put(group.getKey(), group.getName()));
        return names;
    }
}
