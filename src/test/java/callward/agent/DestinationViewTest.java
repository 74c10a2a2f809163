package callward.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DestinationViewTest {

    @ParameterizedTest
    @CsvSource({"'Tom, desk phone',tom-desk-phone", "'  Büro  (2) ',buro-2", "ÀÉ,ae", "---,''",
            "a label that is much longer than a key may be at all,a-label-that-is-much-longer-than-a-key-m"})
    void a_key_is_made_of_the_label(String label, String key) {
        assertEquals(key, Device.keyOf(label));
    }
}
