package callward.call;

import callward.flow.Answer;
import callward.flow.Happening;
import callward.flow.Order;
import callward.flow.Progress;
import callward.flow.Question;
import callward.flow.Remark;
import callward.flow.Turn;
import callward.flow.Verb;
import callward.script.StepsJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What comes of one event, over all the turns that the engine needs for it. */
final class Deeds {

    final List<Happening> news = new ArrayList<>();
    final List<Order> orders = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final List<TurnNotes.Asked> asked = new ArrayList<>();

    Turn of(Turn turn) {
        news.addAll(turn.news());
        orders.addAll(turn.orders());
        remarks.addAll(turn.remarks());
        return turn;
    }

    void asked(Question question, Answer answer, double millis) {
        asked.add(new TurnNotes.Asked(StepsJson.kindOf(question.getClass()), StepsJson.kindOf(answer.getClass()), Math.round(millis * 100) / 100.0));
    }

    TurnNotes notes(Progress before, Progress after, List<Verb> heard) {
        Map<String, String> known = before.facts().values();
        Map<String, String> learned = after.facts().values().entrySet().stream().filter(fact -> !fact.getValue().equals(known.get(fact.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new TurnNotes(remarks, learned, heard, asked);
    }
}
