package callward.script;

import callward.greeting.Greeting;
import callward.greeting.GreetingBook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;

/** Greetings, as scripts name them. */
@ApplicationScoped
class KnownGreetings implements Known {

    @Inject
    GreetingBook book;

    @Override
    public Thing thing() {
        return Thing.GREETING;
    }

    @Override
    public Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        for (Greeting greeting : book.all()) {
            names.put(greeting.getKey(), greeting.getName());
        }
        return names;
    }
}
