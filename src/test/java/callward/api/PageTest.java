package callward.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTest {

    private static final List<Integer> SEVEN = IntStream.rangeClosed(1, 7).boxed().toList();

    @Test
    void a_list_is_cut_and_says_its_total() {
        assertEquals(new Page<>(List.of(4, 5, 6), 7, 1, 3), Page.of(SEVEN, paging("1", "3")));
        assertEquals(new Page<>(List.of(7), 7, 2, 3), Page.of(SEVEN, paging("2", "3")));
    }

    @Test
    void beyond_the_end_there_is_nothing() {
        assertEquals(List.of(), Page.of(SEVEN, paging("1000000", "200")).items());
    }

    @Test
    void who_asks_for_nothing_special_gets_the_first_fifty() {
        assertEquals(new Page<>(SEVEN, 7, 0, 50), Page.of(SEVEN, paging(null, "")));
    }

    @ParameterizedTest
    @CsvSource({"-1,10,page", "x,10,page", "99999999999,1,page", "0,0,size", "0,201,size", "0,ten,size"})
    void a_number_that_will_not_do_is_named(String page, String size, String field) {
        Refusal refusal = assertThrows(Refusal.class, () -> Page.of(SEVEN, paging(page, size)));
        assertEquals(400, refusal.problem().status());
        assertEquals(field, refusal.problem().errors().getFirst().field());
    }

    private static Paging paging(String page, String size) {
        Paging paging = new Paging();
        paging.page = page;
        paging.size = size;
        return paging;
    }
}
