package callward.house;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Remembers what was fired, and hands it on to an observer if there is one. */
public final class Fired<T> implements Event<T> {

    private final List<T> all = Collections.synchronizedList(new ArrayList<>());
    private final Consumer<T> observer;

    public Fired() {
        this(news -> { });
    }

    public Fired(Consumer<T> observer) {
        this.observer = observer;
    }

    public List<T> all() {
        return List.copyOf(all);
    }

    @Override
    public void fire(T news) {
        all.add(news);
        observer.accept(news);
    }

    @Override
    public <U extends T> CompletionStage<U> fireAsync(U news) {
        throw new AssertionError("unexpected");
    }

    @Override
    public <U extends T> CompletionStage<U> fireAsync(U news, NotificationOptions options) {
        throw new AssertionError("unexpected");
    }

    @Override
    public Event<T> select(Annotation... qualifiers) {
        throw new AssertionError("unexpected");
    }

    @Override
    public <U extends T> Event<U> select(Class<U> type, Annotation... qualifiers) {
        throw new AssertionError("unexpected");
    }

    @Override
    public <U extends T> Event<U> select(TypeLiteral<U> type, Annotation... qualifiers) {
        throw new AssertionError("unexpected");
    }
}
