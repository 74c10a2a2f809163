package callward.house;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceContext;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.HashMap;

/** Puts beans of several rooms together without a server. Each point of injection gets the first thing that fits, by its name or its type. */
public final class Wired {

    private final List<Object> things;
    private final Map<String, Object> named = new HashMap<>();

    private Wired(List<Object> things) {
        this.things = things;
    }

    public static Wired with(Object... things) {
        return new Wired(List.of(things));
    }

    /** For points of injection whose type says too little, such as events. */
    public Wired named(String field, Object thing) {
        named.put(field, thing);
        return this;
    }

    public <T> T bean(Class<T> type) {
        try {
            Constructor<T> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            T bean = constructor.newInstance();
            for (Class<?> part = type; part != null; part = part.getSuperclass()) {
                for (Field field : part.getDeclaredFields()) {
                    if (field.isAnnotationPresent(Inject.class) || field.isAnnotationPresent(Resource.class) || field.isAnnotationPresent(PersistenceContext.class)) {
                        field.setAccessible(true);
                        field.set(bean, thing(field));
                    }
                }
            }
            return bean;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object thing(Field field) {
        if (named.containsKey(field.getName())) {
            return named.get(field.getName());
        }
        return things.stream().filter(field.getType()::isInstance).findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing given for " + field));
    }
}
