package callward.line;

import callward.carrier.NumberShop;
import callward.carrier.NumberShop.Kind;
import callward.carrier.NumberShop.Offer;
import callward.carrier.NumberShop.RentedNumber;
import callward.carrier.NumberShop.Wish;
import callward.phone.PhoneNumber;
import callward.settings.Company;
import callward.settings.Saying;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks the carrier: which numbers the account has, which it could rent, and what it has for one of our lines. For pages, never in a call's way. */
@ApplicationScoped
public class CarrierNumbers {

    private static final int MOST_OFFERS = 30;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    @Inject
    NumberShop shop;
    @Inject
    Lines lines;
    @Inject
    Company company;

    /** The account's numbers that no line of ours stands for yet. */
    public List<RentedNumber> withoutLine() {
        Set<String> ours = lines.all().stream().map(Line::getNumber).collect(Collectors.toSet());
        return shop.all().stream().filter(number -> !ours.contains(number.number().e164())).toList();
    }

    /** What the carrier has for a line; nothing when the account does not have the number. */
    public Optional<RentedNumber> look(Line line) {
        return shop.find(PhoneNumber.of(line.getNumber()));
    }

    /**
     * Numbers that could be rented.
     *
     * @param country  ISO 3166; the company's when empty
     * @param areaCode three digits, the United States and Canada only
     * @param contains digits and {@code *}
     * @param near     a number, the United States and Canada only
     * @throws LineRefused naming the field that will not do
     */
    public List<Offer> search(String country, Kind kind, String areaCode, String contains, String near, String locality) {
        Map<String, Saying> faults = new LinkedHashMap<>();
        String where = bare(country) == null ? company.country() : country.strip().toUpperCase(Locale.ROOT);
        if (!COUNTRIES.contains(where)) {
            faults.put("country", Saying.of("setting.wrong.COUNTRY"));
        }
        if (bare(areaCode) != null && !areaCode.strip().matches("[2-9]\\d\\d")) {
            faults.put("areaCode", Saying.of("lines.wrong.areaCode"));
        }
        if (bare(contains) != null && !contains.strip().matches("[0-9*]{2,16}")) {
            faults.put("contains", Saying.of("lines.wrong.contains"));
        }
        Optional<PhoneNumber> neighbour = PhoneNumber.in(near);
        if (bare(near) != null && neighbour.isEmpty()) {
            faults.put("near", Saying.of("line.wrong.number"));
        }
        if (!faults.isEmpty()) {
            throw new LineRefused(faults);
        }
        return shop.search(new Wish(where, kind == null ? Kind.LOCAL : kind, bare(areaCode), bare(contains), neighbour.orElse(null), bare(locality)), MOST_OFFERS);
    }

    private static String bare(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
