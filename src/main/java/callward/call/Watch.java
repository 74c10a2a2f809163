package callward.call;

import callward.settings.Crew;
import jakarta.enterprise.context.ApplicationScoped;

/** Those who look at deadlines. */
@ApplicationScoped
class Watch extends Crew {
}
