package callward.api;

import java.util.List;

/**
 * Part of a list.
 *
 * @param items the part that was asked for
 * @param total how many there are in all
 * @param page  from 0
 * @param size  how many a page has at most
 */
public record Page<T>(List<T> items, long total, int page, int size) {

    public Page {
        items = List.copyOf(items);
    }

    /** For short lists that are in memory anyway. */
    public static <T> Page<T> of(List<T> all, Paging paging) {
        int from = (int) Math.min((long) paging.page() * paging.size(), all.size());
        return new Page<>(all.subList(from, Math.min(from + paging.size(), all.size())), all.size(), paging.page(), paging.size());
    }
}
