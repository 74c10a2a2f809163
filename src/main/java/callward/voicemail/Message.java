package callward.voicemail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A message as those are told of it who should hear it. @param simulated it was left in a call of the built-in simulator */
record Message(long id, String recording, String mailbox, List<String> recipients, String caller, Optional<String> customer,
               Optional<String> ticket, int seconds, Instant leftAt, boolean simulated) { }
