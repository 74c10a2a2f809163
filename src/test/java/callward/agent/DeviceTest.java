package callward.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import callward.phone.Destination;
import org.junit.jupiter.api.Test;

class DeviceTest {

    @Test
    void a_telephone_may_be_a_number_a_sip_address_or_a_browser() {
        assertEquals("+15550100111", device("+1 555 010 0111").getDestination().address());
        assertEquals("sip:tom@pbx.example.com", device("sip:tom@pbx.example.com").getDestination().address());
        assertEquals("client:tom", device("client:tom").getDestination().address());
    }

    @Test
    void it_rings_at_least_five_seconds_and_at_most_two_minutes() {
        Device device = device("client:tom");
        assertThrows(IllegalArgumentException.class, () -> device.setRingSeconds(4));
        assertThrows(IllegalArgumentException.class, () -> device.setRingSeconds(121));
        device.setRingSeconds(120);
        assertEquals(120, device.getRingSeconds());
    }

    @Test
    void its_key_is_a_word_that_fits_into_a_script() {
        assertThrows(IllegalArgumentException.class, () -> new Device("Tom's phone", "Tom", Destination.of("client:tom"), null));
    }

    private static Device device(String address) {
        return new Device("tom", "Tom", Destination.of(address), null);
    }
}
