package callward.desk;

import callward.flow.Happening;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * A call has come to something: whoever shows it may show it anew.
 *
 * @param state RINGING, WAITING, CALLBACK, GOING, ANSWERED, UNANSWERED, MESSAGE, HANDED_OVER or OVER
 * @param by    who answered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CallMoved(String type, String call, String state, String by, Instant at) {

    static CallMoved of(String call, Happening what, Instant at) {
        return switch (what) {
            case Happening.AboutToRing ringing -> new CallMoved("call", call, "RINGING", null, at);
            case Happening.WasAnswered answered -> new CallMoved("call", call, "ANSWERED", answered.by(), at);
            case Happening.NobodyAnswered nobody -> new CallMoved("call", call, "UNANSWERED", null, at);
            case Happening.MessageLeft message -> new CallMoved("call", call, "MESSAGE", null, at);
            case Happening.HandedOver handed -> new CallMoved("call", call, "HANDED_OVER", null, at);
            case Happening.BeganToWait waiting -> new CallMoved("call", call, "WAITING", null, at);
            case Happening.SteppedAside aside -> new CallMoved("call", call, "WAITING", null, at);
            case Happening.StoppedWaiting stopped -> new CallMoved("call", call, "GOING", null, at);
            case Happening.WantsCallback wish -> new CallMoved("call", call, "CALLBACK", null, at);
            case Happening.Ended ended -> new CallMoved("call", call, "OVER", null, at);
        };
    }
}
