package callward.carrier;

import callward.phone.PhoneNumber;
import java.util.Map;

/** The numbers that can be called in the built-in simulator. Nothing is rented for them, and the company's carrier never hears of it. Errors as {@link Carrier}. */
public interface PracticeNumbers {

    /** Whether the simulator is served beside the company's own account, so that its numbers must be made to follow the lines. Asks nobody. */
    boolean areApart();

    /** Lets exactly these be called, and lead to us. @param names what each is called */
    void keep(Map<PhoneNumber, String> names);
}
