package callward.flow;

import callward.phone.LegId;
import java.util.List;

/**
 * What somebody does who has picked up and not put down yet.
 *
 * @param leg       the telephone's leg
 * @param with      who talks: an agent's name, or what people call the telephone
 * @param telephone what to ring to reach him again: a key of the company's list or an address; null when there is nothing
 */
public record Talk(LegId leg, String with, String telephone) { }
