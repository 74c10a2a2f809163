package callward.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Numbers that could be rented: made up, but the same ones every time. */
final class NumberCatalogue {

    /** A number on offer. */
    record Offer(String phoneNumber, String locality, String region, String postalCode) {
    }

    private static final int OFFERS = 20;
    private static final Map<String, String> PREFIXES = Map.of("US", "+1", "CA", "+1", "GB", "+44", "DE", "+49", "ES", "+34", "FR", "+33",
            "IT", "+39", "AT", "+43", "NL", "+31", "AU", "+61");
    private static final Map<String, List<String>> AREAS = Map.of("US", List.of("555", "415", "212"), "CA", List.of("416", "604"),
            "GB", List.of("20", "161"), "DE", List.of("30", "89"), "ES", List.of("91", "93"));
    private static final Map<String, String> PLACES = Map.of("415", "San Francisco", "212", "New York", "416", "Toronto", "604", "Vancouver",
            "20", "London", "161", "Manchester", "30", "Berlin", "89", "Munich", "91", "Madrid", "93", "Barcelona");

    private final SimulatedAccount account;

    NumberCatalogue(SimulatedAccount account) {
        this.account = account;
    }

    List<Offer> search(String country, String type, Fields query) {
        var prefix = PREFIXES.get(country.toUpperCase(java.util.Locale.ROOT));
        if (prefix == null || !List.of("Local", "TollFree", "Mobile").contains(type)) {
            throw RestRefused.notFound("AvailablePhoneNumbers/" + country + "/" + type);
        }
        var offers = new ArrayList<Offer>();
        for (var area : areas(country, type, query)) {
            for (int i = 0; i < OFFERS; i++) {
                var number = prefix + area + local(prefix, area, i);
                offers.add(new Offer(number, query.get("InLocality", PLACES.getOrDefault(area, "")), query.get("InRegion", ""),
                        query.get("InPostalCode", "")));
            }
        }
        return offers.stream().filter(offer -> account.number(offer.phoneNumber()).isEmpty())
                .filter(offer -> contains(offer.phoneNumber(), query.get("Contains", ""))).toList();
    }

    private static List<String> areas(String country, String type, Fields query) {
        if (type.equals("TollFree")) {
            return List.of("800", "888");
        }
        if (query.has("AreaCode")) {
            return query.get("AreaCode").equals("533") ? List.of() : List.of(query.get("AreaCode"));
        }
        if (query.has("NearNumber") && query.get("NearNumber").matches("\\+1\\d{10}")) {
            return List.of(query.get("NearNumber").substring(2, 5));
        }
        return AREAS.getOrDefault(country, List.of("20"));
    }

    private static String local(String prefix, String area, int i) {
        return prefix.equals("+1") ? "555%04d".formatted(100 + i * 7) : "%07d".formatted(5_550_100 + i * 7).substring(0, 9 - Math.min(2, area.length()));
    }

    private static boolean contains(String number, String pattern) {
        if (pattern.isEmpty()) {
            return true;
        }
        return number.matches(".*" + pattern.replaceAll("[^0-9*]", "").replace("*", "\\d") + ".*");
    }
}
