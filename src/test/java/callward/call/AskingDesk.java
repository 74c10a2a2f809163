package callward.call;

import callward.call.Consulting.Request;
import callward.house.TestTransactions;
import callward.phone.CallId;
import callward.phone.LegId;
import java.util.Map;
import java.util.function.Supplier;

/** The doors of those who ask about a caller, and are asked, as the carrier knocks at them. */
final class AskingDesk {

    private final ConsultationBooks books;
    private final Consulting consulting;
    private final TestTransactions own;

    AskingDesk(ConsultationBooks books, Consulting consulting, TestTransactions own) {
        this.books = books;
        this.consulting = consulting;
        this.own = own;
    }

    void heard(Object news) {
        switch (news) {
            case CallPlaced placed -> books.placed(placed);
            case PlacingFailed failed -> books.failed(failed);
            case LegNews leg -> books.legMoved(leg);
            case LegNotMoved leg -> books.notMoved(leg);
            default -> { }
        }
    }

    /** @param path below our doors */
    ForColleague knocks(String path, String leg, Map<String, String> form) {
        String[] parts = path.split("/");
        CallId call = new CallId(parts[1]);
        String door = String.join("/", parts[0], parts[1], parts[2]);
        Request request = new Request(call, door, new LegId(leg), !"completed".equals(form.get("CallStatus")), "/twilio/" + path, form);
        boolean bridged = "true".equals(form.get("DialBridged"));
        return in(() -> switch (parts[3] + "/" + (parts.length > 4 ? parts[4] : "")) {
            case "caller/waits" -> consulting.callerWaits(call, door, Integer.parseInt(parts[5]));
            case "caller/met" -> consulting.met(request, parts[5].equals("adviser"));
            case "asker/" -> consulting.askerArrives(request);
            case "asker/waits" -> consulting.askerWaits(call, door);
            case "asker/left" -> consulting.askerLeft(request);
            case "asker/talked" -> consulting.askerTalked(request, bridged);
            default -> adviser(request, parts, form, bridged);
        });
    }

    private ForColleague adviser(Request request, String[] parts, Map<String, String> form, boolean bridged) {
        int telephone = Integer.parseInt(parts[4]);
        return switch (parts.length > 5 ? parts[5] : "") {
            case "" -> consulting.adviserPicksUp(request, telephone);
            case "keyed" -> consulting.adviserKeys(request, telephone, form.get("Digits"), Integer.parseInt(parts[6]));
            case "left" -> consulting.adviserLeft(request, telephone);
            case "talked" -> consulting.adviserTalked(request, telephone, bridged);
            default -> throw new AssertionError(String.join("/", parts));
        };
    }

    private ForColleague in(Supplier<ForColleague> work) {
        return own.call(work);
    }
}
