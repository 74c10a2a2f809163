package callward.carrier;

import callward.phone.CallId;
import java.io.InputStream;
import java.io.IOException;
import java.util.List;

/** Recorded sound at the carrier. Errors as {@link Carrier}; sound that is not there yet is {@link CarrierUnreachable}. */
public interface Tapes {

    /** Hands the sound (WAV) to the reader and closes it. @param account SID of the account that it belongs to, null for today's */
    void fetch(String account, String recordingUrl, Reader reader);

    /** What was recorded of a call, at most 20. */
    List<Tape> of(String account, CallId call);

    void delete(String account, String recording);

    /** @param recording the carrier's name for it; @param ready whether its sound can be fetched; @param seconds -1 while unknown */
    record Tape(String recording, String url, int seconds, boolean ready) { }

    /** Takes the sound in. */
    interface Reader {
        void read(InputStream sound, String contentType) throws IOException;
    }
}
