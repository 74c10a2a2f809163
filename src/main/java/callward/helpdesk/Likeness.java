package callward.helpdesk;

/** What a person types into a search box, as an SQL pattern; {@code !} is the escape character. */
final class Likeness {

    private Likeness() { }

    static String of(String part) {
        return "%" + part.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
