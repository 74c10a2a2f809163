package callward.queue;

import callward.settings.Crew;
import jakarta.enterprise.context.ApplicationScoped;

/** Those who offer callers to agents. */
@ApplicationScoped
class Dispatchers extends Crew {
}
